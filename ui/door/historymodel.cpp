// SPDX-License-Identifier: GPL-3.0-or-later
#include "historymodel.h"

#include "doorwords.h"
#include "guestdelegate.h"

namespace encore::ui
{

door::Signal signalOf(const commands::RecentScans::Row& scan)
{
    door::Verdict verdict;
    verdict.reason = domain::enumFromText<door::Reason>(scan.reason);
    verdict.kind = scan.verdict == QStringLiteral("refused") ? door::VerdictKind::Refused : door::VerdictKind::Admitted;
    if (verdict.kind == door::VerdictKind::Refused && !verdict.reason)
        verdict.reason = door::Reason::Error;
    return verdict.signal();
}

void HistoryModel::setEarlier(const std::vector<commands::RecentScans::Row>& scans)
{
    for (int number = 0; number < int(scans.size()); ++number) {
        const commands::RecentScans::Row& scan = scans.at(size_t(number));
        const bool known = std::any_of(rows().begin(), rows().end(), [&](const HistoryRow& row) {
            return row.scanId == scan.scanId || std::count(row.earlierScanIds.begin(), row.earlierScanIds.end(), scan.scanId) > 0;
        });
        if (known)
            continue;
        HistoryRow row;
        row.caseId = -1 - number;
        row.scanId = scan.scanId;
        row.at = scan.at;
        row.direction = scan.direction;
        row.signal = signalOf(scan);
        row.admitted = scan.verdict == QStringLiteral("admitted");
        row.reason = scan.reason;
        row.holder = scan.holder;
        row.ticketLabel = scan.ticketLabel;
        row.place = DoorWords::joined({scan.seat, scan.productName});
        row.undone = scan.undone;
        insertInOrder(row);
    }
}

void HistoryModel::add(const DoorCase& guest)
{
    HistoryRow row;
    row.caseId = guest.id;
    row.scanId = guest.verdict.scanId;
    row.earlierScanIds = guest.verdict.earlierScanIds;
    row.at = guest.verdict.at;
    row.direction = guest.verdict.direction;
    row.signal = guest.signal();
    row.admitted = !guest.isRefused();
    row.reason = guest.verdict.reason ? domain::enumText(*guest.verdict.reason) : QString();
    row.holder = guest.verdict.holder;
    row.ticketLabel = guest.verdict.ticketLabel;
    const QString people = row.earlierScanIds.empty() ? QString() : tr("%1 people").arg(row.earlierScanIds.size() + 1);
    row.place = DoorWords::joined({people, guest.verdict.seat, guest.verdict.productName});
    insertInOrder(row);
}

void HistoryModel::insertInOrder(const HistoryRow& row)
{
    if (const int same = find(keyOf(row)); same >= 0) {
        replaceRowAt(same, row);
        return;
    }
    int number = 0;
    while (number < rowCount() && rows().at(size_t(number)).caseId > row.caseId)
        ++number;
    if (number >= limit)
        return;
    insertRowAt(number, row);
    while (rowCount() > limit)
        removeRowAt(rowCount() - 1);
}

std::vector<domain::ScanId> HistoryModel::scansWith(domain::ScanId scan) const
{
    std::vector<domain::ScanId> scans;
    for (const HistoryRow& row : rows()) {
        if (row.scanId == scan)
            scans = row.earlierScanIds;
    }
    scans.push_back(scan);
    return scans;
}

void HistoryModel::markUndone(domain::ScanId scan)
{
    for (int number = 0; number < rowCount(); ++number) {
        HistoryRow changed = row(number);
        if (changed.scanId == scan) {
            changed.undone = true;
            replaceRowAt(number, changed);
        }
    }
}

void HistoryModel::setHideNames(bool hide)
{
    m_hideNames = hide;
    retranslate();
}

void HistoryModel::setZone(const domain::EventZone& zone)
{
    m_zone = zone;
    retranslate();
}

bool HistoryModel::canUndo(int number) const
{
    return number >= 0 && number < rowCount() && row(number).admitted && row(number).scanId && !row(number).undone;
}

QString HistoryModel::title(const HistoryRow& row) const
{
    if (!row.holder.isEmpty() && !m_hideNames)
        return row.holder;
    return row.ticketLabel.isEmpty() ? tr("Unknown ticket") : row.ticketLabel;
}

QString HistoryModel::word(const HistoryRow& row) const
{
    DoorCase guest;
    guest.verdict.kind = row.admitted ? door::VerdictKind::Admitted : door::VerdictKind::Refused;
    guest.verdict.reason = domain::enumFromText<door::Reason>(row.reason);
    guest.input.direction = row.direction;
    return row.admitted ? DoorWords::headline(guest) : DoorWords::signal(row.signal);
}

QString HistoryModel::state(const HistoryRow& row) const
{
    if (row.undone)
        return tr("Taken back");
    return row.admitted ? row.place : DoorWords::reason(row.reason);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryRow& scan = row(index.row());
    switch (role) {
    case SignalRole:
        return int(scan.signal);
    case TitleRole:
        return title(scan);
    case DetailRole:
        return DoorWords::joined({word(scan), state(scan)});
    case TrailingRole:
        return DoorWords::timeWithSeconds(scan.at, m_zone);
    case StruckRole:
        return scan.undone;
    case Qt::AccessibleTextRole:
        return DoorWords::joined({word(scan), title(scan), state(scan), DoorWords::timeWithSeconds(scan.at, m_zone)});
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case WhenColumn:
        return DoorWords::timeWithSeconds(scan.at, m_zone);
    case VerdictColumn:
        return word(scan);
    case GuestColumn:
        return title(scan);
    case PlaceColumn:
        return scan.place;
    default:
        return state(scan);
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return RowModel::headerData(section, orientation, role);
    const QString titles[ColumnCount] = {tr("Time"), tr("Verdict"), tr("Guest"), tr("Place"), tr("State")};
    return section < ColumnCount ? QVariant(titles[section]) : QVariant();
}

} // namespace encore::ui
