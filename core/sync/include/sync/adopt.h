// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/result.h"
#include "sync/transport.h"

namespace encore::sync
{

/// A workspace that stands alone, and is to be the house of an empty server.
struct Adopted {
    QString copy; ///< path of a consistent copy of its file
    domain::WorkspaceId workspace;
    qint64 logSequence = 0; ///< of its last command
    QByteArray head; ///< that command's hash in the chain; empty: there is none
};

/// Gives it to the server, by the token of an admin. Done where the server has it now, or had it before: whoever was interrupted asks again.
/// Refused where the server has anything else, or somebody else asks.
void adopt(Transport& transport, const QByteArray& token, const Adopted& adopted, std::function<void(qint64 done, qint64 total)> progress,
           std::function<void(const domain::Status&)> answer);

} // namespace encore::sync
