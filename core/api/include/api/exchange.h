// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What somebody who sends commands and the house say to each other, whatever carries it: the body of POST /commands and its answer.

#include "commands/executor.h"

namespace encore::api
{

/// Somebody who was let in: a person, a device, or a device that stands for a person.
struct SignedIn {
    commands::Actor actor;
    std::optional<domain::PersonId> person; ///< absent: a device that stands for nobody
    std::optional<domain::DeviceId> device;
    QString deviceName;
};

/// One of the commands that were sent; what cannot be understood is answered by itself. Those of a device are in its own order.
struct Incoming {
    QString id;
    domain::Result<commands::CommandRequest> request;
    size_t place = 0; ///< where it stood, and where its answer stands
};
[[nodiscard]] domain::Result<std::vector<Incoming>> readCommands(const QByteArray& body, const SignedIn& who);

struct Outgoing {
    QString id;
    domain::Result<commands::Outcome> outcome;
};
[[nodiscard]] QByteArray answersText(const std::vector<Outgoing>& answers, domain::Language language);

} // namespace encore::api
