// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/desk/outbox.h"
#include "commands/door/findings.h"
#include "ui/common/rowmodel.h"

namespace encore::ui
{

/// The state of a change as people say it.
[[nodiscard]] QString outboxStateText(const commands::Outbox::Row& row);

class ChangeModel final : public RowModel<commands::Outbox::Row>
{
    Q_OBJECT

public:
    enum Column { State, What, Subject, When, Who, ColumnCount };

    using RowModel::RowModel;
    void setZone(const QString& zone) { m_zone = zone; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::Outbox::Row& row) const override { return row.commandId.text(); }

private:
    QString m_zone = QStringLiteral("Asia/Seoul");
};

class FindingModel final : public RowModel<commands::Findings::Row>
{
    Q_OBJECT

public:
    enum Column { Ticket, Holder, First, Second, ColumnCount };

    using RowModel::RowModel;
    void setZone(const QString& zone) { m_zone = zone; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::Findings::Row& row) const override { return row.findingId; }

private:
    QString m_zone = QStringLiteral("Asia/Seoul");
};

} // namespace encore::ui
