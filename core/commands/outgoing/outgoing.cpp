// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/outgoing/outgoing.h"

#include "answer.h"
#include "store/campaigns.h"

#include <QUrl>

#include <algorithm>

template<>
std::span<const encore::domain::EnumName<encore::commands::SendResult>> encore::domain::enumNames()
{
    using R = commands::SendResult;
    static constexpr EnumName<R> names[] = {{R::Sent, "sent"}, {R::Later, "later"}, {R::Failed, "failed"}};
    return names;
}

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using store::MessageState;
using store::QueuedMessage;

namespace
{

bool isThisMachine(const QString& host)
{
    const QStringList parts = host.split(u'.');
    const bool isLoopback = parts.size() == 4 && parts.front() == u"127" && std::all_of(parts.begin(), parts.end(), [](const QString& part) {
        bool isNumber = false;
        (void)part.toUShort(&isNumber);
        return isNumber;
    });
    return host == u"localhost" || host == u"::1" || host == u"[::1]" || isLoopback;
}

bool isHostName(const QString& host)
{
    return std::all_of(host.begin(), host.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u':' || c == u'_'; });
}

bool isOneLine(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() || c == u' '; });
}

Result<QueuedMessage> findMessage(store::OutgoingReader& outgoing, domain::MessageId id)
{
    const auto found = outgoing.message(id);
    if (!found)
        return error(ErrorCode::NotFound, message("message.not_found").with("message", id.text()));
    return *found;
}

} // namespace

bool isMailAddress(const QString& text)
{
    constexpr qsizetype longest = 254; // RFC 5321 §4.5.3.1.3, less the brackets
    const QString domain = text.section(u'@', 1);
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) {
        const bool isLetter = c.isLetterOrNumber() && (c.unicode() < 128 || c.isLetter());
        return isLetter || QStringLiteral(".!#$%&'*+-/=?^_`{|}~@").contains(c);
    });
    const QString local = text.section(u'@', 0, 0);
    const bool isAscii = std::all_of(local.begin(), local.end(), [](QChar c) { return c.unicode() < 128; });
    return isPlain && isAscii && text.size() <= longest && text.count(u'@') == 1 && !local.isEmpty() && !QUrl::toAce(domain).isEmpty();
}

domain::Status checkMailSettings(const store::MailSettings& settings)
{
    constexpr int highestPort = 65'535;
    if (settings.host.isEmpty())
        return domain::done();
    if (!isHostName(settings.host))
        return error(ErrorCode::Invalid, message("mail.host").with("host", settings.host.left(64)));
    if (settings.port < 1 || settings.port > highestPort)
        return error(ErrorCode::Invalid, message("mail.port").with("port", settings.port));
    if (settings.security == store::MailSecurity::None && !isThisMachine(settings.host))
        return error(ErrorCode::Refused, message("mail.in_the_open").with("host", settings.host));
    if (!isMailAddress(settings.fromAddress))
        return error(ErrorCode::Invalid, message("mail.address").with("address", settings.fromAddress.left(64)));
    if (!isOneLine(settings.fromName) || !isOneLine(settings.userName))
        return error(ErrorCode::Invalid, message("mail.one_line"));
    return domain::done();
}

domain::Status checkWebhookUrl(const QString& url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const QString scheme = parsed.scheme();
    if (url.isEmpty())
        return domain::done();
    if (!parsed.isValid() || parsed.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
        return error(ErrorCode::Invalid, message("webhook.url"));
    if (!parsed.userInfo().isEmpty())
        return error(ErrorCode::Invalid, message("webhook.secret_in_url"));
    if (scheme == u"http" && !isThisMachine(parsed.host()))
        return error(ErrorCode::Refused, message("webhook.in_the_open"));
    return domain::done();
}

Result<SetMailSettings::Made> SetMailSettings::execute(const Context&, store::UnitOfWork& work) const
{
    const store::MailSettings settings{host.trimmed(), port, security, userName.trimmed(), fromAddress.trimmed(), fromName.trimmed(), language};
    if (const domain::Status checked = checkMailSettings(settings); !checked)
        return checked.error();
    store::OutgoingWriter(work).put(settings);
    return Made{!settings.host.isEmpty()};
}

Result<MessageMade> SendTestMessage::execute(const Context& context, store::UnitOfWork& work) const
{
    const QString to = email.trimmed();
    if (!isMailAddress(to))
        return error(ErrorCode::Invalid, message("mail.address").with("address", to.left(64)));
    const auto id = domain::idMadeBy<domain::MessageId>(context.commandId, 0);
    work.addContact(id.bytes(), {}, to);
    store::BoxOfficeWriter(work).add({id, store::MessageKind::Test, MessageState::Waiting, {}, id.uuid(), context.occurredAt, {}});
    return MessageMade{id, MessageState::Waiting};
}

Result<MessageMade> SendMessageAgain::execute(const Context& context, store::UnitOfWork& work) const
{
    store::OutgoingWriter outgoing(work);
    const Result<QueuedMessage> found = findMessage(outgoing, messageId);
    if (!found)
        return found.error();
    QueuedMessage after = *found;
    if (found->message.state == MessageState::Sent)
        return error(ErrorCode::Refused, message("message.sent"));
    if (email) {
        const QString to = email->trimmed();
        if (!isMailAddress(to))
            return error(ErrorCode::Invalid, message("mail.address").with("address", to.left(64)));
        const QByteArray owner = found->message.recipient.toRfc4122();
        const auto contact = store::CampaignReader(work.reader()).contact(found->message.recipient);
        work.addContact(owner, contact ? contact->name : QString(), to);
    }
    after.message.state = MessageState::Waiting;
    after.message.at = context.occurredAt;
    after.dueAt = context.occurredAt;
    after.reason.clear();
    outgoing.put(after);
    return MessageMade{messageId, MessageState::Waiting};
}

Result<MessageMade> RecordMessage::execute(const Context& context, store::UnitOfWork& work) const
{
    store::OutgoingWriter outgoing(work);
    const Result<QueuedMessage> found = findMessage(outgoing, messageId);
    if (!found)
        return found.error();
    QueuedMessage after = *found;
    if (found->message.state != MessageState::Waiting)
        return error(ErrorCode::Refused, message("message.not_waiting"));
    ++after.attempts;
    after.reason = reason;
    if (result == SendResult::Later)
        after.dueAt = dueAt.value_or(context.occurredAt);
    else
        after.message.state = result == SendResult::Sent ? MessageState::Sent : MessageState::Failed;
    if (result == SendResult::Sent)
        after.dueAt = context.occurredAt; // from then on: when it left
    outgoing.put(after);
    return MessageMade{messageId, after.message.state};
}

Result<SetWebhook::Made> SetWebhook::execute(const Context&, store::UnitOfWork& work) const
{
    if (const domain::Status checked = checkWebhookUrl(url.trimmed()); !checked)
        return checked.error();
    store::OutgoingWriter outgoing(work);
    const store::Webhook before = outgoing.webhook();
    // Where it is only told elsewhere, it goes on; from nobody to somebody it begins with this line.
    const qint64 since = before.url.isEmpty() ? work.nextLogSequence() : before.since;
    outgoing.put(store::Webhook{url.trimmed(), since});
    return Made{since};
}

Result<std::vector<OutgoingSettings::Row>> OutgoingSettings::ask(const QueryContext& context) const
{
    store::OutgoingReader outgoing(context.reader);
    const store::Webhook webhook = outgoing.webhook();
    const store::Relayed relayed = outgoing.relayed(store::webhookRelay);
    return answer(std::vector<Row>{{outgoing.mailSettings(), webhook.url, webhook.since, relayed.sequence, outgoing.logged(), relayed.fault}}, context.reader);
}

Result<std::vector<Messages::Row>> Messages::ask(const QueryContext& context) const
{
    const Result<int> checked = checkedLimit(limit, 1'000);
    if (!checked)
        return checked.error();
    std::vector<Row> rows;
    store::CampaignReader contacts(context.reader);
    for (const QueuedMessage& found : store::OutgoingReader(context.reader).messages(state, limit)) {
        const auto contact = contacts.contact(found.message.recipient).value_or(store::Contact());
        rows.push_back({found.message.id, found.message.kind, found.message.state, found.message.order, contact.email, found.message.at, found.attempts,
                        found.dueAt, found.reason});
    }
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
