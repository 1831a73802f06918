// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keys, issuers and claims that the tests of this room share.

#include "ticket/ticketcode.h"

namespace encore::tests
{

inline ticket::SigningKey houseKey()
{
    return ticket::makeSigningKey(QByteArray(32, 'h'));
}

inline ticket::SigningKey foreignKey()
{
    return ticket::makeSigningKey(QByteArray(32, 'f'));
}

template<class IdType> IdType idOf(char byte)
{
    return IdType::fromBytes(QByteArray(16, byte));
}

inline domain::Issuer issuer(domain::IssuerKind kind, const QByteArray& publicKey)
{
    domain::Issuer issuer;
    issuer.id = idOf<domain::IssuerId>('I');
    issuer.label = QStringLiteral("house");
    issuer.kind = kind;
    issuer.publicKey = publicKey;
    return issuer;
}

inline std::vector<domain::Issuer> houseOnly()
{
    return {issuer(domain::IssuerKind::Encore, houseKey().publicKey)};
}

/// The fewest claims there can be.
inline ticket::TicketClaims fewClaims()
{
    return {idOf<domain::TicketId>('T'), idOf<domain::PerformanceId>('P'), idOf<domain::ProductId>('D'), {}, {}, {}};
}

} // namespace encore::tests
