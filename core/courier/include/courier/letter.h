// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A letter as it travels: RFC 5322 with MIME (RFC 2045–2047). Guards that nothing that somebody typed – a name, a title – can end a header
// line or add another one.

#include "domain/time.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <vector>

namespace encore::courier
{

struct Attachment {
    QString fileName; ///< ASCII
    QByteArray mediaType;
    QByteArray bytes;
};

struct Letter {
    QUuid id; ///< the same whenever it is sent again: receivers know it by that
    QString fromAddress;
    QString fromName;
    QString toAddress; ///< checked: commands::isMailAddress
    QString toName;
    QString subject;
    QString text; ///< lines end with \n
    std::vector<Attachment> attachments;
};

/// What stands between < and >.
[[nodiscard]] QByteArray messageIdOf(const Letter& letter);
/// An address as SMTP takes it, without brackets; the domain in its ASCII form.
[[nodiscard]] QByteArray plainAddress(const QString& address);
[[nodiscard]] QByteArray mimeText(const Letter& letter, domain::Instant at);

} // namespace encore::courier
