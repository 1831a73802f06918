// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/result.h"
#include "store/workspace.h"
#include "sync/transport.h"

namespace encore::sync
{

/// What a house gives to a desk that it lets in.
struct Joined {
    domain::DeviceId device;
    QByteArray token; ///< to be kept in a SecretStore, nowhere else
    domain::Role role = domain::Role::Door;
    QString actor; ///< what the log calls whoever works here
    store::WorkspaceRecord workspace;
};
using JoinAnswer = std::function<void(const domain::Result<Joined>&)>;

/// Lets this desk in by a code that an admin made (or one for oneself). Refused where the code is not, or no longer, good.
void join(Transport& transport, const QString& code, const QString& deviceName, JoinAnswer answer);

/// The same by e-mail and password: the desk stands for whoever signs in, and sees what they may see.
void signIn(Transport& transport, const QString& email, const QString& password, const QString& deviceName, JoinAnswer answer);

/// The two halves of that: a token of whoever signs in, and a desk that stands for them, after which the token is given back.
void logIn(Transport& transport, const QString& email, const QString& password, std::function<void(const domain::Result<QByteArray>&)> answer);
void joinAs(Transport& transport, const QByteArray& token, const QString& deviceName, JoinAnswer answer);

/// A new workspace file that is a desk of the house. Fails where the file exists.
[[nodiscard]] domain::Result<std::unique_ptr<store::Workspace>> makeDesk(const QString& path, const QString& server, const Joined& joined,
                                                                          const domain::Clock& clock, domain::RandomSource& random);
/// Under which name a SecretStore keeps the token of a device.
[[nodiscard]] QString tokenName(domain::DeviceId device);

} // namespace encore::sync
