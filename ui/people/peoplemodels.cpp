// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplemodels.h"

#include "ui/common/datatable.h"
#include "ui/common/moneytext.h"
#include "ui/common/syncwords.h"

#include <QLocale>

namespace encore::ui
{

QVariant UserModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const commands::Users::Row& user = row(index.row());
    switch (index.column()) {
    case Name:
        return user.userName;
    case Email:
        return user.email;
    case Rights:
        return roleWords(user.role);
    case Label:
        return user.label;
    case State:
        return user.disabled ? tr("shut out") : user.hasPassword ? tr("can sign in") : tr("has no password yet");
    }
    return {};
}

QVariant UserModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Name"), tr("E-mail"), tr("Role"), tr("In the log"), tr("State")};
    return titles[section];
}

QVariant DeviceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::Devices::Row& device = row(index.row());
    if (role == SortRole && index.column() == AddedAt)
        return device.addedAt.ms;
    if (role == SortRole && index.column() == Sequence)
        return device.lastSequence;
    if (role == Qt::TextAlignmentRole && index.column() == Sequence)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return device.deviceName;
    case Rights:
        return roleWords(device.role);
    case AddedBy:
        return device.addedBy;
    case AddedAt:
        return shortMomentText(device.addedAt, m_zone);
    case Sequence:
        return QLocale().toString(device.lastSequence);
    case State:
        return device.revokedAt ? tr("shut out %1").arg(shortMomentText(*device.revokedAt, m_zone)) : tr("let in");
    }
    return {};
}

QVariant DeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Device"), tr("Role"), tr("Let in by"), tr("Since"), tr("Changes given"), tr("State")};
    return titles[section];
}

} // namespace encore::ui
