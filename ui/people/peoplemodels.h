// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/people/devices.h"
#include "commands/people/users.h"
#include "ui/common/rowmodel.h"

namespace encore::ui
{

class UserModel final : public RowModel<commands::Users::Row>
{
    Q_OBJECT

public:
    enum Column { Name, Email, Rights, Label, State, ColumnCount };

    using RowModel::RowModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::Users::Row& row) const override { return row.userId.text(); }
};

class DeviceModel final : public RowModel<commands::Devices::Row>
{
    Q_OBJECT

public:
    enum Column { Name, Rights, AddedBy, AddedAt, Sequence, State, ColumnCount };

    using RowModel::RowModel;
    void setZone(const QString& zone) { m_zone = zone; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::Devices::Row& row) const override { return row.deviceId.text(); }

private:
    QString m_zone = QStringLiteral("Asia/Seoul");
};

} // namespace encore::ui
