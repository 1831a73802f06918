// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of the Door screen, each over the rows of one query.

#include "commands/door/doorqueries.h"
#include "ui/common/rowmodel.h"

namespace encore::ui
{

class SearchModel final : public RowModel<commands::FindTickets::Row>
{
    Q_OBJECT

public:
    enum Column { HolderColumn, ProductColumn, PerformanceColumn, SeatColumn, OrderColumn, StateColumn, ColumnCount };
    using RowModel::RowModel;
    void setHideNames(bool hide);
    void setZone(const domain::EventZone& zone) { m_zone = zone; }
    /// The name, or where names are hidden the ticket.
    [[nodiscard]] QString title(int row) const;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::FindTickets::Row& row) const override { return row.ticketId.text(); }

private:
    [[nodiscard]] QString state(const commands::FindTickets::Row& row) const;
    bool m_hideNames = false;
    domain::EventZone m_zone = domain::EventZone::utc();
};

class StatusModel final : public RowModel<commands::DoorStatus::Row>
{
    Q_OBJECT

public:
    enum Column {
        GateColumn,
        InsideColumn,
        CapacityColumn,
        EntriesColumn,
        ExitsColumn,
        RefusedColumn,
        UnlistedColumn,
        ZoneColumn,
        ZoneInsideColumn,
        ZoneCapacityColumn,
        ColumnCount
    };
    using RowModel::RowModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::DoorStatus::Row& row) const override { return row.gateId.text(); }
};

/// The minute is a wall clock time of the event, whatever zone this machine is in: chart axes know local time only.
class ArrivalsModel final : public RowModel<commands::Arrivals::Row>
{
    Q_OBJECT

public:
    enum Column { MinuteColumn, EntriesColumn, ColumnCount };
    using RowModel::RowModel;
    void setZone(const domain::EventZone& zone) { m_zone = zone; }
    [[nodiscard]] QDateTime wallClock(int row) const;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::Arrivals::Row& row) const override { return QString::number(row.minute.ms); }

private:
    domain::EventZone m_zone = domain::EventZone::utc();
};

class FailedScansModel final : public RowModel<commands::RecentScans::Row>
{
    Q_OBJECT

public:
    enum Column { WhenColumn, GateColumn, ReasonColumn, GuestColumn, ProductColumn, SeatColumn, DeviceColumn, ColumnCount };
    using RowModel::RowModel;
    void setZone(const domain::EventZone& zone) { m_zone = zone; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::RecentScans::Row& row) const override { return row.scanId.text(); }

private:
    domain::EventZone m_zone = domain::EventZone::utc();
};

class ReadinessModel final : public RowModel<commands::DoorReadiness::Row>
{
    Q_OBJECT

public:
    using State = commands::DoorReadiness::State;
    enum Column { StateColumn, TextColumn, ColumnCount };
    using RowModel::RowModel;
    /// The worst of all points; without any point nothing is known, so not ready.
    [[nodiscard]] State worst() const;
    [[nodiscard]] static QString stateWord(State state);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::DoorReadiness::Row& row) const override { return row.check; }
};

/// A tick on the printed list, to be entered with its time.
struct PaperTick {
    domain::TicketId ticketId;
    QString holder;
    QString ticketLabel;
    domain::Instant at;
    QString answer; ///< what the door said, once it was entered
    bool entered = false;
};

class PaperTickModel final : public RowModel<PaperTick>
{
    Q_OBJECT

public:
    enum Column { WhenColumn, GuestColumn, TicketColumn, AnswerColumn, ColumnCount };
    using RowModel::RowModel;
    void setZone(const domain::EventZone& zone) { m_zone = zone; }
    /// A ticket stands once; adding it again changes its time.
    void add(const PaperTick& tick);
    void remove(int row) { removeRowAt(row); }
    void setAnswer(domain::TicketId ticket, const QString& answer, bool entered);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const PaperTick& row) const override { return row.ticketId.text(); }

private:
    domain::EventZone m_zone = domain::EventZone::utc();
};

} // namespace encore::ui
