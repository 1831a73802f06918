// SPDX-License-Identifier: GPL-3.0-or-later
#include "writebehind.h"

#include <QRegularExpression>

#include <algorithm>

namespace encore::store
{

StatementForm::StatementForm(const QByteArray& sql)
{
    static const QRegularExpression write(QStringLiteral("^(?:INSERT(?: OR \\w+)? INTO|UPDATE|DELETE FROM) (?:main\\.|temp\\.)?(\\w+)"));
    static const QRegularExpression ofOneKey(QStringLiteral(" WHERE (id|owner) = \\?$"));
    static const QRegularExpression word(QStringLiteral("\\w+"));
    const QString text = QString::fromUtf8(sql);
    if (const auto match = write.match(text); match.hasMatch()) {
        isWrite = true;
        table = match.captured(1).toLatin1();
        const bool givesRow = sql.startsWith("INSERT") && sql.contains(" VALUES (") && !sql.contains("SELECT");
        isKeyed = givesRow || ofOneKey.match(text).hasMatch();
        return;
    }
    isQuestion = sql.startsWith("SELECT") || sql.startsWith("SAVEPOINT") || sql.startsWith("RELEASE");
    for (auto match = word.globalMatch(text); match.hasNext();)
        words.insert(match.next().captured().toLatin1());
}

void WriteBehind::add(const char* sql, const StatementForm& form, const QVariantList& values)
{
    m_writes.push_back({sql, values});
    if (!form.isWrite)
        return;
    Touched& touched = m_tables[form.table];
    touched.isWhole = touched.isWhole || !form.isKeyed;
    for (const QVariant& value : values) {
        if (value.typeId() == QMetaType::QByteArray)
            touched.keys.insert(value.toByteArray());
    }
}

bool WriteBehind::concerns(const StatementForm& question) const
{
    if (m_writes.empty())
        return false;
    if (!question.isQuestion)
        return true;
    return std::any_of(m_tables.keyBegin(), m_tables.keyEnd(), [&](const QByteArray& table) { return question.words.contains(table); });
}

bool WriteBehind::concerns(const StatementForm& question, const QByteArray& key) const
{
    if (m_writes.empty())
        return false;
    for (auto touched = m_tables.begin(); touched != m_tables.end(); ++touched) {
        if (question.words.contains(touched.key()) && (touched->isWhole || touched->keys.contains(key)))
            return true;
    }
    return false;
}

std::vector<WriteBehind::Write> WriteBehind::take()
{
    m_tables.clear();
    return std::exchange(m_writes, {});
}

void WriteBehind::dropFrom(size_t place)
{
    m_writes.erase(m_writes.begin() + std::ptrdiff_t(std::min(place, m_writes.size())), m_writes.end());
}

} // namespace encore::store
