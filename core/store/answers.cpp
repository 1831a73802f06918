// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/answers.h"

#include "rowmapping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace encore::store
{

using domain::ErrorCode;
using domain::Message;

namespace
{

constexpr std::array keptCodes = {ErrorCode::Invalid, ErrorCode::NotFound, ErrorCode::Refused, ErrorCode::Forbidden, ErrorCode::Conflict};

QJsonObject jsonOf(const Message& message)
{
    QJsonArray arguments;
    for (const domain::MessageArgument& argument : message.arguments) {
        QJsonObject one{{QStringLiteral("name"), QString::fromLatin1(argument.name)}};
        if (argument.message.empty())
            one.insert(QStringLiteral("text"), argument.text);
        else
            one.insert(QStringLiteral("message"), jsonOf(argument.message.front()));
        arguments.append(one);
    }
    return {{QStringLiteral("id"), QString::fromLatin1(message.id)}, {QStringLiteral("arguments"), arguments}};
}

Message messageOf(const QJsonObject& object)
{
    Message message{object.value(QStringLiteral("id")).toString().toLatin1(), {}};
    for (const QJsonValue& value : object.value(QStringLiteral("arguments")).toArray()) {
        const QJsonObject one = value.toObject();
        domain::MessageArgument argument{one.value(QStringLiteral("name")).toString().toLatin1(), one.value(QStringLiteral("text")).toString(), {}};
        if (one.contains(QStringLiteral("message")))
            argument.message.push_back(messageOf(one.value(QStringLiteral("message")).toObject()));
        message.arguments.push_back(argument);
    }
    return message;
}

ErrorCode codeOf(const QByteArray& text)
{
    for (const ErrorCode code : keptCodes) {
        if (domain::name(code) == text)
            return code;
    }
    return ErrorCode::Refused;
}

} // namespace

std::optional<Rejection> AnswerBook::rejection(domain::CommandId id)
{
    Rows rows = m_database.lookUp("SELECT r.body_hash, r.code, r.message, r.at, c.sequence FROM (SELECT CAST(? AS BLOB) AS id) asked"
                                  " LEFT JOIN rejections r ON r.command_id = asked.id LEFT JOIN command_log c ON c.id = asked.id",
                                  id.bytes());
    if (!rows.next())
        return std::nullopt; // the database failed
    if (rows.isNull(4))
        m_reader.noteOutsideLog(id);
    if (rows.isNull(0))
        return std::nullopt;
    const Message message = messageOf(QJsonDocument::fromJson(rows.text(2).toUtf8()).object());
    return Rejection{id, rows.bytes(0), {codeOf(rows.text(1).toLatin1()), message}, {rows.number(3)}};
}

void AnswerBook::add(const Rejection& rejection)
{
    m_database.execute("INSERT INTO rejections (command_id, body_hash, code, message, at) VALUES (?, ?, ?, ?, ?)",
                       {rejection.id.bytes(), rejection.bodyHash, QString::fromLatin1(domain::name(rejection.error.code)),
                        QString::fromUtf8(QJsonDocument(jsonOf(rejection.error.message)).toJson(QJsonDocument::Compact)), rejection.at.ms});
}

std::set<QByteArray> refusedCommands(Reader& reader)
{
    std::set<QByteArray> ids;
    Rows rows = reader.database().run("SELECT command_id FROM rejections");
    while (rows.next())
        ids.insert(rows.bytes(0));
    return ids;
}

} // namespace encore::store
