// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "doorcase.h"
#include "ui/common/rowmodel.h"

namespace encore::ui
{

struct HistoryRow {
    int caseId = 0; ///< negative: from an earlier run of the program
    std::optional<domain::ScanId> scanId;
    std::vector<domain::ScanId> earlierScanIds; ///< of the others, where several of a group came at once
    domain::Instant at;
    domain::Direction direction = domain::Direction::Entry;
    door::Signal signal = door::Signal::Go;
    bool admitted = false;
    QString reason; ///< of a refusal, by its public name
    QString holder;
    QString ticketLabel;
    QString place;
    bool undone = false;
};

/// The last scans of this gate, newest first. A guest who is asked again keeps their row.
class HistoryModel final : public RowModel<HistoryRow>
{
    Q_OBJECT

public:
    enum Column { WhenColumn, VerdictColumn, GuestColumn, PlaceColumn, StateColumn, ColumnCount };
    static constexpr int limit = 5;

    using RowModel::RowModel;

    void setEarlier(const std::vector<commands::RecentScans::Row>& scans);
    void add(const DoorCase& guest);
    /// All scans that stand in the row of this one.
    [[nodiscard]] std::vector<domain::ScanId> scansWith(domain::ScanId scan) const;
    void markUndone(domain::ScanId scan);
    void setHideNames(bool hide);
    void setZone(const domain::EventZone& zone);
    [[nodiscard]] bool canUndo(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const HistoryRow& row) const override { return QString::number(row.caseId); }

private:
    [[nodiscard]] QString title(const HistoryRow& row) const;
    [[nodiscard]] QString word(const HistoryRow& row) const;
    [[nodiscard]] QString state(const HistoryRow& row) const;
    void insertInOrder(const HistoryRow& row);

    bool m_hideNames = false;
    domain::EventZone m_zone = domain::EventZone::utc();
};

/// The five words for a scan that was written down earlier.
[[nodiscard]] door::Signal signalOf(const commands::RecentScans::Row& scan);

} // namespace encore::ui
