// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outgoing.h"

#include "rowmapping.h"

template<>
std::span<const encore::domain::EnumName<encore::store::MailSecurity>> encore::domain::enumNames()
{
    using S = store::MailSecurity;
    static constexpr EnumName<S> names[] = {{S::StartTls, "starttls"}, {S::Tls, "tls"}, {S::None, "none"}};
    return names;
}

template<>
std::span<const encore::domain::EnumName<encore::domain::Language>> encore::domain::enumNames()
{
    static constexpr EnumName<Language> names[] = {{Language::Korean, "ko"}, {Language::English, "en"}};
    return names;
}

namespace encore::store
{

namespace
{

#define ENCORE_MESSAGE "SELECT id, kind, state, order_id, recipient, at, note, attempts, due_at, reason FROM messages "

std::vector<QueuedMessage> messagesOf(Rows rows)
{
    std::vector<QueuedMessage> found;
    while (rows.next()) {
        const OutgoingMessage message{idAt<domain::MessageId>(rows, 0), enumAt(rows, 1, MessageKind::Test), enumAt(rows, 2, MessageState::Failed),
                                      optionalIdAt<domain::OrderId>(rows, 3), QUuid::fromRfc4122(rows.bytes(4)), {rows.number(5)}, rows.text(6)};
        found.push_back({message, int(rows.number(7)), {rows.number(8)}, rows.text(9)});
    }
    return found;
}

} // namespace

MailSettings OutgoingReader::mailSettings()
{
    Rows rows = m_database.run("SELECT host, port, security, user_name, from_address, from_name, language FROM mail_settings");
    if (!rows.next())
        return {};
    return {rows.text(0), int(rows.number(1)), enumAt(rows, 2, MailSecurity::Tls), rows.text(3), rows.text(4), rows.text(5),
            enumAt(rows, 6, domain::Language::Korean)};
}

Webhook OutgoingReader::webhook()
{
    Rows rows = m_database.run("SELECT url, since FROM webhook");
    return rows.next() ? Webhook{rows.text(0), rows.number(1)} : Webhook();
}

std::optional<QueuedMessage> OutgoingReader::message(domain::MessageId id)
{
    const auto found = messagesOf(m_database.run(ENCORE_MESSAGE "WHERE id = ?", {id.bytes()}));
    return found.empty() ? std::nullopt : std::optional<QueuedMessage>(found.front());
}

std::vector<QueuedMessage> OutgoingReader::messages(std::optional<MessageState> state, int limit)
{
    if (!state)
        return messagesOf(m_database.run(ENCORE_MESSAGE "ORDER BY number DESC LIMIT ?", {limit}));
    return messagesOf(m_database.run(ENCORE_MESSAGE "WHERE state = ? ORDER BY number DESC LIMIT ?", {domain::enumText(*state), limit}));
}

std::vector<QueuedMessage> OutgoingReader::dueMessages(domain::Instant now, int limit)
{
    return messagesOf(m_database.run(ENCORE_MESSAGE "WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, number LIMIT ?", {now.ms, limit}));
}

Relayed OutgoingReader::relayed(const QString& relay)
{
    Rows rows = m_database.run("SELECT sequence, fault FROM relays WHERE name = ?", {relay});
    return rows.next() ? Relayed{rows.number(0), rows.text(1)} : Relayed();
}

qint64 OutgoingReader::logged()
{
    Rows rows = m_database.run("SELECT sequence FROM log_head");
    return rows.next() ? rows.number(0) : 0;
}

void OutgoingWriter::put(const MailSettings& settings)
{
    m_database.execute("INSERT INTO mail_settings (one, host, port, security, user_name, from_address, from_name, language) VALUES (1, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (one) DO UPDATE SET host = excluded.host, port = excluded.port, security = excluded.security,"
                       " user_name = excluded.user_name, from_address = excluded.from_address, from_name = excluded.from_name, language = excluded.language",
                       {textNotNull(settings.host), settings.port, domain::enumText(settings.security), textNotNull(settings.userName),
                        textNotNull(settings.fromAddress), textNotNull(settings.fromName), domain::enumText(settings.language)});
}

void OutgoingWriter::put(const Webhook& webhook)
{
    m_database.execute("INSERT INTO webhook (one, url, since) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET url = excluded.url, since = excluded.since",
                       {textNotNull(webhook.url), webhook.since});
}

void OutgoingWriter::put(const QueuedMessage& message)
{
    m_database.execute("UPDATE messages SET state = ?, at = ?, attempts = ?, due_at = ?, reason = ? WHERE id = ?",
                       {domain::enumText(message.message.state), message.message.at.ms, message.attempts, message.dueAt.ms, textNotNull(message.reason),
                        message.message.id.bytes()});
}

void OutgoingWriter::put(const QString& relay, const Relayed& relayed)
{
    m_database.execute("INSERT INTO relays (name, sequence, fault) VALUES (?, ?, ?)"
                       " ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence, fault = excluded.fault",
                       {relay, relayed.sequence, textNotNull(relayed.fault)});
}

} // namespace encore::store
