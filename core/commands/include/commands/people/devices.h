// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Devices of a house that has a server: each is let in once by a code, and has a token of its own from then on (DOMAIN §13).

#include "commands/command.h"
#include "commands/query.h"

namespace encore::commands
{

struct DeviceMade {
    domain::DeviceId deviceId;
};

template<>
struct Descriptor<DeviceMade> {
    static auto fields() { return std::tuple(field("device_id", &DeviceMade::deviceId, "the device")); }
};

/// Uses the code up; the device is what the code says.
struct AddDevice {
    static constexpr const char* name = "AddDevice";
    static constexpr const char* summary = "Let a device in by a provisioning code.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManagePeople;
    using Made = DeviceMade;

    QString codeHash; ///< SHA-256 of the code, hex
    QString tokenHash; ///< SHA-256 of the token that it will have, hex
    QString deviceName;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct RevokeDevice {
    static constexpr const char* name = "RevokeDevice";
    static constexpr const char* summary = "Take a device's token away, for good.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManagePeople;
    using Made = DeviceMade;

    domain::DeviceId deviceId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct Devices {
    static constexpr const char* name = "Devices";
    static constexpr const char* summary = "The devices, and how far their commands have come.";
    struct Row {
        domain::DeviceId deviceId;
        QString deviceName;
        Role role = Role::Door;
        QString addedBy;
        domain::Instant addedAt;
        std::optional<domain::Instant> revokedAt;
        qint64 lastSequence = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

template<>
struct Descriptor<AddDevice> {
    static auto fields()
    {
        using A = AddDevice;
        return std::tuple(field("code_hash", &A::codeHash, "SHA-256 of the provisioning code, hex").atMost(64),
                          field("token_hash", &A::tokenHash, "SHA-256 of the device's token, hex").atMost(64),
                          field("device_name", &A::deviceName, "what people call it").notEmpty().atMost(100));
    }
};
template<>
struct Descriptor<RevokeDevice> {
    static auto fields() { return std::tuple(field("device_id", &RevokeDevice::deviceId, "which device")); }
};
template<>
struct Descriptor<Devices> {
    static auto fields() { return std::tuple<>(); }
};
template<>
struct Descriptor<Devices::Row> {
    static auto fields()
    {
        using R = Devices::Row;
        return std::tuple(field("device_id", &R::deviceId, ""), field("device_name", &R::deviceName, ""), field("role", &R::role, ""),
                          field("added_by", &R::addedBy, ""), field("added_at", &R::addedAt, ""), field("revoked_at", &R::revokedAt, ""),
                          field("last_sequence", &R::lastSequence, "of its commands that were answered"));
    }
};

} // namespace encore::commands
