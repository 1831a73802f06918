// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/people/devices.h"

#include "store/people.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

Result<DeviceMade> AddDevice::execute(const Context& context, store::UnitOfWork& work) const
{
    constexpr qsizetype hashSize = 32;
    const QByteArray code = QByteArray::fromHex(codeHash.toLatin1());
    const QByteArray token = QByteArray::fromHex(tokenHash.toLatin1());
    if (token.size() != hashSize)
        return error(ErrorCode::Invalid, message("device.token_hash"));
    store::PeopleWriter people(work);
    const auto known = people.provisioningCode(code);
    if (!known || known->expiresAt <= context.occurredAt)
        return error(ErrorCode::Refused, message("device.code"));
    store::Device device;
    device.id = domain::idMadeBy<domain::DeviceId>(context.commandId, 0);
    device.deviceName = deviceName.trimmed();
    device.role = known->role;
    device.token = token;
    device.addedBy = known->addedBy;
    device.addedAt = context.occurredAt;
    device.person = known->person;
    people.useProvisioningCode(code);
    people.add(device);
    return DeviceMade{device.id};
}

Result<DeviceMade> RevokeDevice::execute(const Context& context, store::UnitOfWork& work) const
{
    store::PeopleWriter people(work);
    if (!people.device(deviceId))
        return error(ErrorCode::NotFound, message("device.not_found").with("device", deviceId.text()));
    people.revoke(deviceId, context.occurredAt);
    return DeviceMade{deviceId};
}

Result<std::vector<Devices::Row>> Devices::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const store::Device& device : store::PeopleReader(context.reader).devices())
        rows.push_back({device.id, device.deviceName, device.role, device.addedBy, device.addedAt, device.revokedAt, device.lastSequence});
    if (const domain::Status status = context.reader.status(); !status)
        return status.error();
    return rows;
}

} // namespace encore::commands
