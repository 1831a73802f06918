// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How desks of one house that meet on a network without the house know each other. The desk that is the meeting point makes a secret of
// 128 bits; whoever is shown it, as a QR code or as text, belongs to them. What they say is sealed with a key made of that secret and the
// house's id (libsodium's secretbox), so that nobody else on the network reads, alters or makes up any of it; an answer names the question
// it is to, and a question the meeting it is asked at, so that neither can be played again elsewhere. What it does not protect from: a
// desk that was shown the code says what it likes until there is a new code, and somebody may see that, and how much, is said.

#include "domain/id.h"
#include "domain/random.h"
#include "domain/result.h"

#include <QStringList>

namespace encore::sync
{

/// Where desks meet, and what they have to know.
struct MeetingCode {
    static constexpr int secretBytes = 16;

    QString host; ///< a name or an address; one of IPv6 in brackets
    quint16 port = 0;
    QByteArray secret; ///< secretBytes long

    [[nodiscard]] QString text() const; ///< "ENCMEET1:host:port:secret", in letters that a QR code has short
    [[nodiscard]] QString url() const;
};
/// However it was typed, in upper or lower case. Invalid where it is none.
[[nodiscard]] domain::Result<MeetingCode> parseMeetingCode(const QString& text);

/// Seals what desks of one house say to each other at one meeting.
class MeetingSeal
{
public:
    MeetingSeal(const QByteArray& secret, domain::WorkspaceId house, domain::RandomSource& random);
    [[nodiscard]] QByteArray seal(const QByteArray& text) const; ///< JSON
    /// Refused where it is not sealed with the same key, or was altered.
    [[nodiscard]] domain::Result<QByteArray> open(const QByteArray& sealed) const;

private:
    QByteArray m_key;
    domain::RandomSource& m_random;
};

/// Addresses by which others on the network reach this computer, likely ones first; empty: there is no network.
[[nodiscard]] QStringList ownAddresses();

/// Under which name a SecretStore keeps what a desk meets by.
[[nodiscard]] QString meetingSecretName(domain::DeviceId device);

} // namespace encore::sync
