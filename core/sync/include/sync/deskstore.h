// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What sync does to a desk's file; each function is a step of one transaction, which its caller commits. Guards I2 (what was done here
// is confirmed, in conflict or rejected, never gone), I7 (rows and cursor move together) and I8 (proven is said of what was compared).

#include "commands/executor.h"
#include "store/outbox.h"
#include "sync/page.h"

namespace encore::sync
{

struct Position {
    QString server; ///< URL; empty: this workspace stands alone
    domain::DeviceId device;
    domain::Role role = domain::Role::Door; ///< what may be done here
    QString actor; ///< what the log calls whoever works here
    QString epoch; ///< empty: nothing has come yet
    qint64 cursor = 0;
    QString scope;
};
[[nodiscard]] Position position(store::Reader& reader);

/// What the server said to one command.
struct Answer {
    domain::CommandId command;
    enum class Status { Applied, Rejected, Conflict, TooEarly, NumberUsed, Unknown } status = Status::Unknown;
    QByteArray problem; ///< JSON {code, detail}; empty: none
};
/// Of the body of POST /commands; Invalid where it is none.
[[nodiscard]] domain::Result<std::vector<Answer>> parseAnswers(const QByteArray& body);
/// Those without a number (0) are not counted as the device's.
[[nodiscard]] QByteArray commandsBody(const std::vector<store::OutboxItem>& items);

/// Takes up to @p limit commands that wait, in their order, and notes that they are on their way.
[[nodiscard]] std::vector<store::OutboxItem> takeForSending(store::UnitOfWork& work, int limit);

struct Settled {
    int rejected = 0;
    int conflicts = 0;
    bool numberUsed = false; ///< another program goes by this device's name: this one needs a name of its own
};
/// Writes down what became of @p sent. What was refused has no effect here any more, and codes it had handed out are withdrawn.
[[nodiscard]] domain::Result<Settled> settle(const std::vector<store::OutboxItem>& sent, const std::vector<Answer>& answers,
                                             commands::Executor& executor, store::UnitOfWork& work);

struct Applied {
    std::vector<QByteArray> differing; ///< tables whose digest is not the server's
    bool isProven = false; ///< digests of everything this desk sees were compared, and are equal
    bool isForgotten = false; ///< the server expects a number that it had taken; where nothing was on its way up, it was restored
    qint64 takenAgain = 0; ///< commands that the server had forgotten, and is sent again
};
/// The server will not have a request with this command in it, whatever else it says: the desk puts it aside as refused, and goes on.
[[nodiscard]] domain::Status putAside(const store::OutboxItem& item, const QByteArray& problem, commands::Executor& executor, store::UnitOfWork& work);

/// Takes back what is provisional, writes all that was staged (store::StagedPages) and @p last, and does again what still waits. @p anew: in place of all rows.
[[nodiscard]] domain::Result<Applied> apply(const Page& last, bool anew, commands::Executor& executor, store::UnitOfWork& work);

/// This desk goes by another device from now on (it was copied, or let in anew): what it had not got through is counted from 1.
void becomeDevice(store::UnitOfWork& work, domain::DeviceId device);

} // namespace encore::sync
