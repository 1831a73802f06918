// SPDX-License-Identifier: GPL-3.0-or-later
#include "courier/mailer.h"

#include "commands/outgoing/outgoing.h"
#include "commands/tickets/signingkeys.h"
#include "courier/backoff.h"
#include "letters.h"

#include <algorithm>

namespace encore::courier
{

using commands::CommandRequest;
using commands::Executor;
using commands::RecordMessage;
using commands::SendResult;
using domain::ErrorCode;
using domain::Instant;
using domain::Result;
using domain::Status;

namespace
{

constexpr qint64 longestTryMs = 3LL * 24 * 60 * 60 * 1000; // RFC 5321 §4.5.4.1: at least four to five days is for relays; guests ask sooner

/// Whether what a letter is about will never be there, whatever is waited for.
bool isForGood(ErrorCode code)
{
    return code == ErrorCode::Invalid || code == ErrorCode::NotFound || code == ErrorCode::Refused;
}

RecordMessage recordOf(const store::QueuedMessage& queued, const Posted& posted, Instant now)
{
    RecordMessage record;
    record.messageId = queued.message.id;
    record.reason = posted.reason;
    const bool isTooLong = now.ms - queued.message.at.ms > longestTryMs;
    if (posted.result == Posted::Result::Sent) {
        record.result = SendResult::Sent;
    } else if (posted.result == Posted::Result::Refused || isTooLong) {
        record.result = SendResult::Failed;
    } else {
        record.result = SendResult::Later;
        record.dueAt = now.plusMs(Mailer::delayMs(queued.attempts + 1));
    }
    return record;
}

void count(MailDone& done, SendResult result)
{
    (result == SendResult::Sent ? done.sent : result == SendResult::Later ? done.later : done.failed) += 1;
}

} // namespace

Mailer::Mailer(MailParts parts) : m_parts(std::move(parts)), m_smtp(m_parts.authorities) { }

qint64 Mailer::delayMs(int attempts)
{
    constexpr qint64 longestMs = 60LL * 60 * 1000;
    return waitMs(attempts, longestMs);
}

Result<std::vector<domain::TicketPaper>> Mailer::tickets(domain::OrderId order, Executor& executor, const commands::Actor& actor)
{
    if (!m_key) {
        const auto secrets = m_parts.secrets();
        if (!secrets)
            return secrets.error();
        Result<ticket::SigningKey> key = commands::ownKey(executor.reader(), **secrets);
        if (!key && key.error().code == ErrorCode::MissingKey) // those of others are at their desks: this one signs with its own
            key = commands::makeOwnKey(executor, actor, **secrets, executor.random(), executor.deskName());
        if (!key)
            return key.error();
        m_key = *key;
    }
    return commands::ticketPapers(order, *m_key, executor.reader());
}

Result<QByteArray> Mailer::password()
{
    if (!m_parts.password.isEmpty())
        return m_parts.password;
    if (!m_password) {
        const auto secrets = m_parts.secrets();
        if (!secrets)
            return secrets.error();
        Result<QByteArray> found = (*secrets)->read(mailPasswordSecret);
        if (!found)
            return found;
        m_password = *found;
    }
    return *m_password;
}

Posted Mailer::post(const store::QueuedMessage& queued, const store::MailSettings& settings, Executor& executor, const commands::Actor& actor, Instant now,
                    const std::function<bool()>& mayGoOn)
{
    const auto inWords = [&](const domain::Error& why) { return domain::words(why.message, settings.language); };
    QByteArray secret;
    if (!settings.userName.isEmpty()) {
        const Result<QByteArray> known = password();
        if (!known)
            return {Posted::Result::Trouble, domain::words(domain::message("mail.no_password"), settings.language)};
        secret = *known;
    }
    const Desk desk{[&](domain::OrderId order) { return tickets(order, executor, actor); }, m_parts.attach};
    const Result<Letter> letter = writeLetter(queued.message, settings, desk, executor.reader());
    if (!letter)
        return {isForGood(letter.error().code) ? Posted::Result::Refused : Posted::Result::Later, inWords(letter.error())};
    return m_smtp.send(settings, secret, *letter, now, mayGoOn);
}

Result<MailDone> Mailer::run(Executor& executor, const commands::Actor& actor, const domain::Clock& clock, const std::function<bool()>& mayGoOn)
{
    constexpr int lettersAtOnce = 50;
    MailDone done;
    store::OutgoingReader outgoing(executor.reader());
    const store::MailSettings settings = outgoing.mailSettings();
    if (settings != m_settings) { // whatever the trouble was, it may be over
        m_settings = settings;
        m_pausedUntil = {};
        m_smtp.hangUp();
    }
    for (bool isMore = !settings.host.isEmpty() && clock.now() >= m_pausedUntil; isMore;) {
        const std::vector<store::QueuedMessage> due = outgoing.dueMessages(clock.now(), lettersAtOnce);
        isMore = !due.empty();
        for (const store::QueuedMessage& queued : due) {
            if (mayGoOn && !mayGoOn())
                return done;
            const Posted posted = post(queued, settings, executor, actor, clock.now(), mayGoOn);
            if (posted.result == Posted::Result::Trouble && mayGoOn && !mayGoOn())
                return done; // it was told to end, and that was all
            const Instant now = clock.now();
            const RecordMessage record = recordOf(queued, posted, now);
            CommandRequest request = makeRequest(record, actor);
            request.id = domain::CommandId(QUuid::createUuidV5(queued.message.id.uuid(), "attempt " + QByteArray::number(queued.attempts)));
            request.occurredAt = now;
            if (const auto outcome = executor.run(request); !outcome)
                return outcome.error();
            count(done, record.result);
            if (posted.result != Posted::Result::Trouble) {
                m_troubles = 0;
                continue;
            }
            done.trouble = posted.reason;
            m_pausedUntil = now.plusMs(delayMs(++m_troubles));
            m_password.reset(); // somebody may have typed another one meanwhile
            m_smtp.hangUp();
            return done;
        }
    }
    if (const Status status = executor.reader().status(); !status)
        return status.error();
    return done;
}

} // namespace encore::courier
