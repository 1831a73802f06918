// SPDX-License-Identifier: GPL-3.0-or-later
#include "doormodels.h"

#include "doorwords.h"
#include "ui/common/datatable.h"
#include "guestdelegate.h"

namespace encore::ui
{
namespace
{

QVariant numberOrDash(const std::optional<int>& number)
{
    return number ? QVariant(*number) : QVariant(QStringLiteral("–"));
}

QVariant numbersToTheRight(int role)
{
    return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
}

} // namespace

void SearchModel::setHideNames(bool hide)
{
    m_hideNames = hide;
    retranslate();
}

QString SearchModel::title(int number) const
{
    const commands::FindTickets::Row& found = row(number);
    if (m_hideNames)
        return found.ticketLabel;
    const QString name = found.holder.isEmpty() ? found.buyer : found.holder;
    return name.isEmpty() ? found.ticketLabel : name;
}

QString SearchModel::state(const commands::FindTickets::Row& found) const
{
    if (found.status == QStringLiteral("cancelled"))
        return tr("cancelled");
    if (found.blocked)
        return tr("blocked");
    if (found.inside && found.lastEntryAt)
        return tr("inside since %1").arg(DoorWords::time(*found.lastEntryAt, m_zone));
    return found.inside ? tr("inside") : QString();
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const commands::FindTickets::Row& found = row(index.row());
    const QString seat = found.seat.isEmpty() ? QString() : tr("Seat %1").arg(found.seat);
    switch (role) {
    case TitleRole:
        return title(index.row());
    case DetailRole:
        return DoorWords::joined({seat, found.productName, found.performanceTitle, found.orderLabel});
    case TrailingRole:
        return state(found);
    case StruckRole:
        return found.status == QStringLiteral("cancelled");
    case Qt::AccessibleTextRole:
        return DoorWords::joined({title(index.row()), seat, found.productName, found.performanceTitle, state(found)});
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    const QString cells[ColumnCount] = {title(index.row()), found.productName, found.performanceTitle,
                                        found.seat,         found.orderLabel,  state(found)};
    return cells[index.column()];
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return RowModel::headerData(section, orientation, role);
    const QString titles[ColumnCount] = {tr("Guest"), tr("Product"), tr("Performance"), tr("Seat"), tr("Order"), tr("State")};
    return titles[section];
}

QVariant StatusModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isText = index.column() == GateColumn || index.column() == ZoneColumn;
    if (role == SortRole) {
        const QVariant value = data(index, Qt::DisplayRole);
        return value.typeId() == QMetaType::QString ? QVariant() : value; // words and dashes
    }
    if (role != Qt::DisplayRole)
        return isText ? QVariant() : numbersToTheRight(role);
    const commands::DoorStatus::Row& gate = row(index.row());
    switch (index.column()) {
    case GateColumn:
        return gate.gateName.isEmpty() ? gate.gateLabel : gate.gateName;
    case InsideColumn:
        return gate.insideByGate;
    case CapacityColumn:
        return numberOrDash(gate.gateCapacity);
    case EntriesColumn:
        return gate.entries;
    case ExitsColumn:
        return gate.exits;
    case RefusedColumn:
        return gate.refused;
    case UnlistedColumn:
        return gate.unlisted;
    case ZoneColumn:
        return gate.zoneName.isEmpty() ? gate.zoneLabel : gate.zoneName;
    case ZoneInsideColumn:
        return gate.zoneInside;
    default:
        return numberOrDash(gate.zoneCapacity);
    }
}

QVariant StatusModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return RowModel::headerData(section, orientation, role);
    const QString titles[ColumnCount] = {tr("Gate"),    tr("Inside"),      tr("Limit"), tr("Entries"),     tr("Exits"),
                                         tr("Refused"), tr("Not on list"), tr("Zone"),  tr("Zone inside"), tr("Zone limit")};
    return titles[section];
}

QDateTime ArrivalsModel::wallClock(int number) const
{
    const QDateTime local = m_zone.local(row(number).minute);
    return QDateTime(local.date(), local.time());
}

QVariant ArrivalsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole)
        return numbersToTheRight(role);
    return index.column() == MinuteColumn ? QVariant(wallClock(index.row())) : QVariant(row(index.row()).entries);
}

QVariant ArrivalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return RowModel::headerData(section, orientation, role);
    return section == MinuteColumn ? tr("Minute") : tr("Entries");
}

QVariant FailedScansModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const commands::RecentScans::Row& scan = row(index.row());
    if (role == SortRole && index.column() == WhenColumn)
        return scan.at.ms;
    if (role != Qt::DisplayRole)
        return {};
    const QString cells[ColumnCount] = {DoorWords::timeWithSeconds(scan.at, m_zone),
                                        scan.gateName.isEmpty() ? scan.gateLabel : scan.gateName,
                                        DoorWords::reason(scan.reason),
                                        scan.holder.isEmpty() ? scan.ticketLabel : scan.holder,
                                        scan.productName,
                                        scan.seat,
                                        scan.device};
    return cells[index.column()];
}

QVariant FailedScansModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return RowModel::headerData(section, orientation, role);
    const QString titles[ColumnCount] = {tr("Time"), tr("Gate"), tr("Reason"), tr("Guest"), tr("Product"), tr("Seat"), tr("Desk")};
    return titles[section];
}

ReadinessModel::State ReadinessModel::worst() const
{
    State worst = rows().empty() ? State::NotReady : State::Ready;
    for (const commands::DoorReadiness::Row& point : rows())
        worst = std::max(worst, point.state);
    return worst;
}

QString ReadinessModel::stateWord(State state)
{
    switch (state) {
    case State::Ready:
        return tr("Ready");
    case State::Attention:
        return tr("Look at this");
    case State::NotReady:
        return tr("Not ready");
    }
    Q_UNREACHABLE();
}

QVariant ReadinessModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const commands::DoorReadiness::Row& point = row(index.row());
    if (role == SignalRole) {
        const door::Signal signals[] = {door::Signal::Go, door::Signal::Ask, door::Signal::Stop};
        return int(signals[int(point.state)]);
    }
    if (role == TitleRole || (role == Qt::DisplayRole && index.column() == TextColumn))
        return inWords(point.text);
    if (role == DetailRole || (role == Qt::DisplayRole && index.column() == StateColumn))
        return stateWord(point.state);
    return {};
}

QVariant ReadinessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return RowModel::headerData(section, orientation, role);
    return section == StateColumn ? tr("State") : tr("Point");
}

void PaperTickModel::add(const PaperTick& tick)
{
    if (const int same = find(keyOf(tick)); same >= 0)
        replaceRowAt(same, tick);
    else
        insertRowAt(rowCount(), tick);
}

void PaperTickModel::setAnswer(domain::TicketId ticket, const QString& answer, bool entered)
{
    const int number = find(ticket.text());
    if (number < 0)
        return;
    PaperTick tick = row(number);
    tick.answer = answer;
    tick.entered = entered;
    replaceRowAt(number, tick);
}

QVariant PaperTickModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const PaperTick& tick = row(index.row());
    const QString cells[ColumnCount] = {DoorWords::dateAndTime(tick.at, m_zone), tick.holder, tick.ticketLabel, tick.answer};
    return cells[index.column()];
}

QVariant PaperTickModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return RowModel::headerData(section, orientation, role);
    const QString titles[ColumnCount] = {tr("Time"), tr("Guest"), tr("Ticket"), tr("Answer")};
    return titles[section];
}

} // namespace encore::ui
