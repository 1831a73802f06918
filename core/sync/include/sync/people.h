// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who may do what is kept by the house alone; a desk asks it, and cannot while it is alone.

#include "commands/command.h"
#include "commands/people/devices.h"
#include "commands/people/users.h"
#include "sync/transport.h"

namespace encore::sync
{

struct People {
    std::vector<commands::Users::Row> users;
    std::vector<commands::Devices::Row> devices;
};

/// @p token of the desk, whose role must be allowed to. Every answer comes later, in the caller's thread.
void askPeople(Transport& transport, const QByteArray& token, std::function<void(const domain::Result<People>&)> answer);
/// One command that the house carries out now or refuses; it does not wait in the outbox.
void giveNow(Transport& transport, const QByteArray& token, commands::CommandRequest request, std::function<void(const domain::Status&)> answer);
/// A code by which one device comes in.
void makeCode(Transport& transport, const QByteArray& token, domain::Role role, std::function<void(const domain::Result<QString>&)> answer);

} // namespace encore::sync
