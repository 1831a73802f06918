// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What leaves the house: letters that wait, how they are sent, and how far the log was told to a webhook.

#include "domain/message.h"
#include "store/boxoffice.h"

namespace encore::store
{

enum class MailSecurity {
    StartTls,
    Tls, ///< from the first byte
    None, ///< to this very machine only
};

struct MailSettings {
    QString host; ///< empty: nothing is sent
    int port = 587;
    MailSecurity security = MailSecurity::StartTls;
    QString userName; ///< empty: nobody signs in
    QString fromAddress;
    QString fromName;
    domain::Language language = domain::Language::Korean; ///< of the letters

    friend bool operator==(const MailSettings&, const MailSettings&) = default;
};

/// What the relay to the webhook is called.
inline const QString webhookRelay = QStringLiteral("webhook");

struct Webhook {
    QString url; ///< empty: nobody is told
    qint64 since = 0; ///< the first line of the log that is told
};

/// How far somebody was told the log.
struct Relayed {
    qint64 sequence = 0; ///< the last line that was told; 0: none yet
    QString fault; ///< why the next ones were not
};

/// A letter and how it stands with it.
struct QueuedMessage {
    OutgoingMessage message;
    int attempts = 0; ///< to send it, ever
    domain::Instant dueAt; ///< not tried before
    QString reason; ///< why the last attempt came to nothing
};

class OutgoingReader
{
public:
    explicit OutgoingReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] MailSettings mailSettings();
    [[nodiscard]] Webhook webhook();
    [[nodiscard]] std::optional<QueuedMessage> message(domain::MessageId id);
    [[nodiscard]] std::vector<QueuedMessage> messages(std::optional<MessageState> state, int limit); ///< newest first
    [[nodiscard]] std::vector<QueuedMessage> dueMessages(domain::Instant now, int limit); ///< the one that has waited longest first
    [[nodiscard]] Relayed relayed(const QString& relay);
    [[nodiscard]] qint64 logged(); ///< the last line there is

protected:
    Database& m_database;
};

class OutgoingWriter final : public OutgoingReader
{
public:
    explicit OutgoingWriter(UnitOfWork& work) : OutgoingReader(work.reader()) { }

    void put(const MailSettings& settings);
    void put(const Webhook& webhook);
    void put(const QueuedMessage& message); ///< its state, times, attempts and reason
    void put(const QString& relay, const Relayed& relayed);
};

} // namespace encore::store

namespace encore::domain
{
template<>
std::span<const EnumName<store::MailSecurity>> enumNames();
template<>
std::span<const EnumName<Language>> enumNames();
} // namespace encore::domain
