// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message.h"

#include <QFile>
#include <QHash>

static void initializeWords()
{
    Q_INIT_RESOURCE(words); // a static library's resources are dropped by the linker unless asked for
}

namespace encore::domain
{
namespace
{
struct Row {
    QString english;
    QString korean;
};

QString unescaped(const QByteArray& field)
{
    return QString::fromUtf8(field).replace(QStringLiteral("\\n"), QStringLiteral("\n"));
}

QHash<QByteArray, Row> readTable()
{
    initializeWords();
    QFile file(QStringLiteral(":/encore/words.tsv"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    QHash<QByteArray, Row> table;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QList<QByteArray> fields = line.split('\t');
        Q_ASSERT_X(fields.size() == 3, "words.tsv", line.constData());
        if (fields.size() != 3)
            continue;
        Q_ASSERT_X(!table.contains(fields.at(0)), "words.tsv: twice", line.constData());
        table.insert(fields.at(0), {unescaped(fields.at(1)), unescaped(fields.at(2))});
    }
    return table;
}

const QHash<QByteArray, Row>& table()
{
    static const QHash<QByteArray, Row> rows = readTable();
    return rows;
}

} // namespace

bool operator==(const Message& left, const Message& right)
{
    return left.id == right.id && left.arguments == right.arguments;
}

Message message(const char* id)
{
    return Message{QByteArray(id), {}};
}

Message& Message::with(const char* name, const QString& text)
{
    arguments.push_back({QByteArray(name), text, {}});
    return *this;
}

Message& Message::with(const char* name, qint64 number)
{
    return with(name, QString::number(number));
}

Message& Message::with(const char* name, const Message& message)
{
    arguments.push_back({QByteArray(name), {}, {message}});
    return *this;
}

bool hasWords(const QByteArray& id)
{
    const auto row = table().constFind(id);
    return row != table().constEnd() && !row->english.isEmpty() && !row->korean.isEmpty();
}

QString words(const Message& message, Language language)
{
    const auto row = table().constFind(message.id);
    if (row == table().constEnd())
        return QString::fromUtf8(message.id);
    const QString pattern = language == Language::Korean ? row->korean : row->english;
    // One pass from the left, so that braces inside a value are never taken for a place.
    QString text;
    qsizetype from = 0;
    while (from < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
        if (close < 0)
            break;
        const QByteArray name = pattern.mid(open + 1, close - open - 1).toUtf8();
        text += QStringView(pattern).mid(from, open - from);
        const auto argument = std::find_if(message.arguments.begin(), message.arguments.end(),
                                           [&](const MessageArgument& candidate) { return candidate.name == name; });
        if (argument == message.arguments.end())
            text += QStringView(pattern).mid(open, close - open + 1);
        else
            text += argument->message.empty() ? argument->text : words(argument->message.front(), language);
        from = close + 1;
    }
    return text + QStringView(pattern).mid(from);
}

} // namespace encore::domain
