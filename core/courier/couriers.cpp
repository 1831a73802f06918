// SPDX-License-Identifier: GPL-3.0-or-later
#include "courier/couriers.h"

#include "commands/tickets/signingkeys.h"
#include "courier/webhook.h"
#include "letters.h"

namespace encore::courier
{

namespace
{

constexpr std::chrono::seconds interval(1);

} // namespace

CourierParts partsOfEnvironment(std::function<domain::Result<std::unique_ptr<store::SecretStore>>()> secrets)
{
    CourierParts parts;
    parts.mail.secrets = std::move(secrets);
    parts.mail.password = qgetenv("ENCORE_SMTP_PASSWORD");
    parts.mail.authorities = qEnvironmentVariable("ENCORE_SMTP_AUTHORITIES");
    parts.webhookSecret = qgetenv("ENCORE_WEBHOOK_SECRET");
    return parts;
}

Relay::MakeSink webhookOf(const CourierParts& parts)
{
    return [secrets = parts.mail.secrets, secret = parts.webhookSecret](const QString& url) -> domain::Result<std::unique_ptr<EventSink>> {
        if (!secret.isEmpty())
            return std::unique_ptr<EventSink>(std::make_unique<Webhook>(url, secret));
        const auto opened = secrets();
        const domain::Result<QByteArray> found = opened ? (*opened)->read(webhookSecretName) : domain::Result<QByteArray>(opened.error());
        if (!found)
            return domain::error(domain::ErrorCode::MissingKey, domain::message("webhook.no_secret"));
        return std::unique_ptr<EventSink>(std::make_unique<Webhook>(url, *found));
    };
}

domain::Result<Letter> readLetter(domain::MessageId id, store::Reader& reader)
{
    store::OutgoingReader outgoing(reader);
    const auto queued = outgoing.message(id);
    if (!queued)
        return domain::error(domain::ErrorCode::NotFound, domain::message("message.not_found").with("message", id.text()));
    const store::MailSettings settings = outgoing.mailSettings();
    const auto hidden = [&](domain::TicketId) { return domain::Result<QString>(domain::words(domain::message("mail.ticket.code_hidden"), settings.language)); };
    const Desk desk{[&](domain::OrderId order) { return commands::ticketPapers(order, hidden, reader); }, {}};
    return writeLetter(queued->message, settings, desk, reader);
}

Couriers::Couriers(const store::Workspace& workspace, const QString& deskName, const domain::Clock& clock, domain::RandomSource& random,
                   const CourierParts& parts) :
    m_clock(clock), m_mailer(parts.mail), m_relay(webhookOf(parts)),
    m_mailLoop(workspace, QStringLiteral("mail"), deskName, clock, random, interval,
               [this](commands::Executor& executor, const std::function<bool()>& mayGoOn) {
                   (void)m_mailer.run(executor, commands::owner(), m_clock, mayGoOn); // what failed is due again next time; the letter says why
               }),
    m_relayLoop(workspace, QStringLiteral("relay"), deskName, clock, random, interval,
                [this](commands::Executor& executor, const std::function<bool()>& mayGoOn) {
                    (void)m_relay.run(executor, m_clock, mayGoOn); // how far it came, and why no further, stands in the database
                })
{
}

} // namespace encore::courier
