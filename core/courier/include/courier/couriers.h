// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/leasedloop.h"
#include "courier/letter.h"
#include "courier/mailer.h"
#include "courier/relay.h"

namespace encore::courier
{

/// Under which the key that signs what the webhook is told lies among the secrets.
inline const QString webhookSecretName = QStringLiteral("webhook-secret");

/// What whoever sends has beside the store: of the environment, and by @p secrets. ENCORE_SMTP_PASSWORD and ENCORE_WEBHOOK_SECRET go before
/// what lies among the secrets; ENCORE_SMTP_AUTHORITIES is a PEM file of those who may vouch for the mail server.
struct CourierParts {
    MailParts mail;
    QByteArray webhookSecret;
};
[[nodiscard]] CourierParts partsOfEnvironment(std::function<domain::Result<std::unique_ptr<store::SecretStore>>()> secrets);
[[nodiscard]] Relay::MakeSink webhookOf(const CourierParts& parts);

/// A letter as it would be written now, for people to look at: what was sent is kept nowhere. The codes of tickets are left out.
[[nodiscard]] domain::Result<Letter> readLetter(domain::MessageId id, store::Reader& reader);

/// Sends letters and tells the webhook by itself, each in a thread of its own and under its own lease: a mail server that takes its time
/// holds up nobody else.
class Couriers
{
public:
    Couriers(const store::Workspace& workspace, const QString& deskName, const domain::Clock& clock, domain::RandomSource& random, const CourierParts& parts);

private:
    const domain::Clock& m_clock;
    Mailer m_mailer;
    Relay m_relay;
    commands::LeasedLoop m_mailLoop; ///< the loops last: their threads use the others
    commands::LeasedLoop m_relayLoop;
};

} // namespace encore::courier
