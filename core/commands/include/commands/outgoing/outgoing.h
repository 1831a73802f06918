// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How letters leave the house, what became of each, and who is told what was done (DOMAIN §3). The password of the mail server and the
// key of the webhook never are arguments: they lie with the secrets of whoever sends.

#include "commands/command.h"
#include "commands/query.h"
#include "store/outgoing.h"

namespace encore::commands
{

struct SetMailSettings {
    static constexpr const char* name = "SetMailSettings";
    static constexpr const char* summary = "Say by which server letters leave the house, and from whom; without a host none does.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageWorkspace;
    struct Made {
        bool sends = false;
    };

    QString host;
    int port = 587; ///< 1 to 65,535
    store::MailSecurity security = store::MailSecurity::StartTls;
    QString userName;
    QString fromAddress;
    QString fromName;
    domain::Language language = domain::Language::Korean;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct MessageMade {
    domain::MessageId messageId;
    store::MessageState state = store::MessageState::Waiting;
};

struct SendTestMessage {
    static constexpr const char* name = "SendTestMessage";
    static constexpr const char* summary = "Send a letter that says no more than that letters arrive.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageWorkspace;
    using Made = MessageMade;

    QString email;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct SendMessageAgain {
    static constexpr const char* name = "SendMessageAgain";
    static constexpr const char* summary = "Send a letter that did not arrive once more, to another address where one is given.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    using Made = MessageMade;

    domain::MessageId messageId;
    std::optional<QString> email; ///< the recipient's from now on
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

enum class SendResult {
    Sent, ///< the mail server has taken it
    Later, ///< not now
    Failed, ///< for good: a person's task
};

/// What the mail server said; given by whoever sends.
struct RecordMessage {
    static constexpr const char* name = "RecordMessage";
    static constexpr const char* summary = "Record what became of sending a letter.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageWorkspace;
    using Made = MessageMade;

    domain::MessageId messageId;
    SendResult result = SendResult::Sent;
    std::optional<domain::Instant> dueAt; ///< of Later: when it is tried again
    QString reason; ///< without names and addresses: it stays in the log
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct SetWebhook {
    static constexpr const char* name = "SetWebhook";
    static constexpr const char* summary = "Say where it is told what was done in the house, from now on; without a URL nobody is told.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageWorkspace;
    struct Made {
        qint64 since = 0;
    };

    QString url;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct OutgoingSettings {
    static constexpr const char* name = "OutgoingSettings";
    static constexpr const char* summary = "How letters leave the house, and where it is told what was done.";
    struct Row {
        store::MailSettings mail;
        QString webhookUrl;
        qint64 webhookSince = 0;
        qint64 relayed = 0; ///< the last line of the log that was told; known where it is told from
        qint64 logged = 0; ///< the last line there is
        QString fault; ///< why the next line was not told
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

struct Messages {
    static constexpr const char* name = "Messages";
    static constexpr const char* summary = "What waits to be sent to people, what was sent, and what did not arrive.";

    int limit = 100; ///< 1 to 1,000
    std::optional<store::MessageState> state; ///< in this state only
    struct Row {
        domain::MessageId messageId;
        store::MessageKind kind = store::MessageKind::Tickets;
        store::MessageState state = store::MessageState::Waiting;
        std::optional<domain::OrderId> orderId;
        QString recipient;
        domain::Instant at;
        int attempts = 0;
        domain::Instant dueAt;
        QString reason;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Whether letters can go there: one @, a domain, nothing that could end a line or another address.
[[nodiscard]] bool isMailAddress(const QString& text);
/// Whether letters can leave by these: mail.host, mail.port, mail.in_the_open, mail.address, mail.one_line. Without a host anything is right.
[[nodiscard]] domain::Status checkMailSettings(const store::MailSettings& settings);
/// Whether it can be told there: webhook.url, webhook.secret_in_url, webhook.in_the_open. Nowhere is right, too.
[[nodiscard]] domain::Status checkWebhookUrl(const QString& url);

template<>
struct Descriptor<SetMailSettings> {
    static auto fields()
    {
        using S = SetMailSettings;
        return std::tuple(field("host", &S::host, "the mail server; empty: nothing is sent").atMost(253),
                          field("port", &S::port, "1 to 65,535; absent: 587").absentMeansDefault(),
                          field("security", &S::security, "starttls, tls, or none to this very machine; absent: starttls").absentMeansDefault(),
                          field("user_name", &S::userName, "who signs in there; absent: nobody").absentMeansDefault().atMost(254),
                          field("from_address", &S::fromAddress, "the sender's e-mail").absentMeansDefault().atMost(254),
                          field("from_name", &S::fromName, "the sender's name").absentMeansDefault().atMost(100),
                          field("language", &S::language, "of the letters: ko or en; absent: ko").absentMeansDefault());
    }
};
template<>
struct Descriptor<SetMailSettings::Made> {
    static auto fields() { return std::tuple(field("sends", &SetMailSettings::Made::sends, "whether letters are sent from now on")); }
};
template<>
struct Descriptor<MessageMade> {
    static auto fields()
    {
        return std::tuple(field("message_id", &MessageMade::messageId, "the letter"), field("state", &MessageMade::state, "waiting, sent, failed"));
    }
};
template<>
struct Descriptor<SendTestMessage> {
    static auto fields() { return std::tuple(field("email", &SendTestMessage::email, "where to").notEmpty().atMost(254)); }
};
template<>
struct Descriptor<SendMessageAgain> {
    static auto fields()
    {
        using S = SendMessageAgain;
        return std::tuple(field("message_id", &S::messageId, "which letter"),
                          field("email", &S::email, "the recipient's address from now on; absent: as it was").atMost(254));
    }
};
template<>
struct Descriptor<RecordMessage> {
    static auto fields()
    {
        using R = RecordMessage;
        return std::tuple(field("message_id", &R::messageId, "which letter"), field("result", &R::result, "sent, later, failed"),
                          field("due_at", &R::dueAt, "of later: when it is tried again"),
                          field("reason", &R::reason, "what the mail server said").absentMeansDefault().atMost(300));
    }
};
template<>
struct Descriptor<SetWebhook> {
    static auto fields() { return std::tuple(field("url", &SetWebhook::url, "https, or http to this very machine; empty: nobody is told").atMost(1'000)); }
};
template<>
struct Descriptor<SetWebhook::Made> {
    static auto fields() { return std::tuple(field("since", &SetWebhook::Made::since, "the first line of the log that is told")); }
};
template<>
struct Descriptor<OutgoingSettings> {
    static auto fields() { return std::tuple<>(); }
};
template<>
struct Descriptor<store::MailSettings> {
    static auto fields()
    {
        using S = store::MailSettings;
        return std::tuple(field("host", &S::host, "the mail server; empty: nothing is sent"), field("port", &S::port, ""),
                          field("security", &S::security, "starttls, tls, none"), field("user_name", &S::userName, "who signs in there"),
                          field("from_address", &S::fromAddress, "the sender's e-mail"), field("from_name", &S::fromName, "the sender's name"),
                          field("language", &S::language, "of the letters"));
    }
};
template<>
struct Descriptor<OutgoingSettings::Row> {
    static auto fields()
    {
        using R = OutgoingSettings::Row;
        return std::tuple(field("mail", &R::mail, "how letters leave the house"), field("webhook_url", &R::webhookUrl, "empty: nobody is told"),
                          field("webhook_since", &R::webhookSince, "the first line of the log that is told"),
                          field("relayed", &R::relayed, "the last line that was told"), field("logged", &R::logged, "the last line there is"),
                          field("fault", &R::fault, "why the next line was not told"));
    }
};
template<>
struct Descriptor<Messages> {
    static auto fields()
    {
        return std::tuple(field("limit", &Messages::limit, "1 to 1,000").absentMeansDefault(), field("state", &Messages::state, "in this state only"));
    }
};
template<>
struct Descriptor<Messages::Row> {
    static auto fields()
    {
        using R = Messages::Row;
        return std::tuple(field("message_id", &R::messageId, "the message"), field("kind", &R::kind, "what it is about"), field("state", &R::state, "what became of it"),
                          field("order_id", &R::orderId, "of which order"), field("recipient", &R::recipient, "their e-mail"), field("at", &R::at, "since when"),
                          field("attempts", &R::attempts, "how often it was tried"), field("due_at", &R::dueAt, "not tried before"),
                          field("reason", &R::reason, "why the last attempt came to nothing"));
    }
};

} // namespace encore::commands

namespace encore::domain
{
template<>
std::span<const EnumName<commands::SendResult>> enumNames();
} // namespace encore::domain
