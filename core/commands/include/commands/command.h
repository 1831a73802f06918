// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every change to the world is a Command: a small named value and one function that carries it out (DESIGN §1).

#include "commands/codec/describe.h"
#include "domain/id.h"
#include "domain/result.h"
#include "domain/role.h"
#include "domain/time.h"

#include <optional>

namespace encore::store
{
class UnitOfWork;
}

namespace encore::commands
{

/// What a person must be allowed to do.
enum class Right {
    Scan,
    Supervise,
    ManageTickets,
    ManageWorkspace,
    ManageCampaigns,
    ReviewCampaigns,
    TakePledges,
    Refund,
    Sell,
    ManageSales, ///< offers, coupons, performances
    ManagePeople, ///< who may do what, and on which devices
};

using domain::Role;

[[nodiscard]] bool hasRight(Role role, Right right);

struct Actor {
    Role role = Role::Admin;
    QString name; ///< what the log calls them: "owner" and "steward" at a desk of its own, else the person's label
};

/// Whose workspace it is: who may do everything.
[[nodiscard]] inline Actor owner()
{
    return {Role::Admin, QStringLiteral("owner")};
}

/// What a command may know of the world around it, so that doing it again gives the same.
struct Context {
    domain::CommandId commandId;
    domain::WorkspaceId workspaceId;
    domain::Instant occurredAt;
    Actor actor;
    QString device;
    qint64 deviceSequence = 0;
    std::optional<qint64> baseVersion; ///< the version of the thing that the change was made on
};

/// A command as it is asked for. The id makes it take effect once, however often it is sent.
struct CommandRequest {
    domain::CommandId id; ///< null: the runner makes one
    QByteArray name;
    int schemaVersion = 1;
    QByteArray arguments; ///< JSON text
    std::optional<qint64> baseVersion;
    std::optional<domain::Instant> occurredAt; ///< absent: now
    Actor actor;
    QString device; ///< absent: the workspace's own name for this desk
    std::optional<domain::DeviceId> deviceId; ///< of a device that an authority knows
    std::optional<qint64> deviceSequence; ///< by that device's own counting, from 1; absent: counted here
};

/// The stored answer; it never changes.
struct Outcome {
    domain::CommandId commandId;
    qint64 sequence = 0; ///< in the log
    bool duplicate = false; ///< this id had taken effect before; nothing was done now
    QByteArray json; ///< what the command made, as JSON text
};

/// What each command struct offers beside its fields:
///   static constexpr const char* name;      the public name, verb + noun
///   static constexpr const char* summary;   one English sentence for `encorectl commands`
///   static constexpr int schemaVersion;
///   static constexpr Right right;
///   static constexpr bool isObservation;    where it is one: it happened, whatever an authority thinks of it
///   struct Made { … };                      what it makes; described
///   domain::Result<Made> execute(const Context&, store::UnitOfWork&) const;
template<class T>
concept Command = Described<T> && Described<typename T::Made>
    && requires(const T& command, const Context& context, store::UnitOfWork& work) {
           { T::name } -> std::convertible_to<const char*>;
           { T::right } -> std::convertible_to<Right>;
           { command.execute(context, work) } -> std::same_as<domain::Result<typename T::Made>>;
       };

template<class C>
[[nodiscard]] CommandRequest makeRequest(const C& command, const Actor& actor)
{
    CommandRequest request;
    request.name = C::name;
    request.schemaVersion = C::schemaVersion;
    request.arguments = encodeText(command);
    request.actor = actor;
    return request;
}

} // namespace encore::commands
