// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sends the letters that wait, and brings back as commands what became of them. A letter goes out at least once: where this program ends
// between the mail server's answer and the command, it goes again, under the same Message-ID.

#include "commands/executor.h"
#include "courier/smtp.h"
#include "domain/papers.h"
#include "store/secretstore.h"
#include "ticket/ticketcode.h"

namespace encore::courier
{

/// What whoever sends has beside the store.
struct MailParts {
    std::function<domain::Result<std::unique_ptr<store::SecretStore>>()> secrets; ///< with the password of the mail server, and the key that signs tickets
    std::function<domain::Result<std::vector<Attachment>>(const std::vector<domain::TicketPaper>&, domain::Language)> attach; ///< may be empty
    QByteArray password; ///< instead of the one among the secrets
    QString authorities; ///< who may vouch for the mail server; empty: those of this system
};

/// Under which the password of the mail server lies among the secrets.
inline const QString mailPasswordSecret = QStringLiteral("smtp-password");

struct MailDone {
    qint64 sent = 0;
    qint64 later = 0;
    qint64 failed = 0; ///< for good: tasks for people
    QString trouble; ///< why it stopped before its end, where it did
};

class Mailer
{
public:
    explicit Mailer(MailParts parts);

    /// Every letter that is due, one behind the other, until none is, or @p mayGoOn says no, or the mail server does. After trouble with
    /// that one it is left in peace for a while that grows.
    [[nodiscard]] domain::Result<MailDone> run(commands::Executor& executor, const commands::Actor& actor, const domain::Clock& clock,
                                               const std::function<bool()>& mayGoOn = {});

    /// How long it is waited after attempt @p attempts, from 1: 2 s, doubled each time, an hour at most.
    [[nodiscard]] static qint64 delayMs(int attempts);

private:
    [[nodiscard]] domain::Result<std::vector<domain::TicketPaper>> tickets(domain::OrderId order, commands::Executor& executor, const commands::Actor& actor);
    [[nodiscard]] domain::Result<QByteArray> password();
    [[nodiscard]] Posted post(const store::QueuedMessage& queued, const store::MailSettings& settings, commands::Executor& executor,
                              const commands::Actor& actor, domain::Instant now, const std::function<bool()>& mayGoOn);

    MailParts m_parts;
    Smtp m_smtp;
    std::optional<QByteArray> m_password; ///< what the secrets said last: opening them takes its time
    std::optional<ticket::SigningKey> m_key;
    store::MailSettings m_settings; ///< with which it was sent last
    int m_troubles = 0; ///< behind each other
    domain::Instant m_pausedUntil;
};

} // namespace encore::courier
