// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncmodels.h"

#include "ui/common/datatable.h"
#include "ui/common/moneytext.h"
#include "ui/common/syncwords.h"

namespace encore::ui
{

QString outboxStateText(const commands::Outbox::Row& row)
{
    if (row.isInDoubt)
        return ChangeModel::tr("in doubt");
    if (row.state == u"queued")
        return ChangeModel::tr("waiting");
    if (row.state == u"in_flight")
        return ChangeModel::tr("on its way");
    if (row.state == u"acknowledged")
        return ChangeModel::tr("the server has it");
    return row.state == u"rejected" ? ChangeModel::tr("refused") : ChangeModel::tr("in conflict");
}

QVariant ChangeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::Outbox::Row& change = row(index.row());
    if (role == SortRole && index.column() == When)
        return change.occurredAt.ms;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case State:
        return outboxStateText(change);
    case What:
        return commandWords(change.command);
    case Subject:
        return change.subject;
    case When:
        return shortMomentText(change.occurredAt, m_zone);
    case Who:
        return change.actor;
    }
    return {};
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("State"), tr("What was done"), tr("Of what"), tr("When"), tr("Who")};
    return titles[section];
}

QVariant FindingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::Findings::Row& finding = row(index.row());
    if (role == SortRole && index.column() >= First)
        return index.column() == First ? finding.firstAt.ms : finding.secondAt.ms;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto place = [this](domain::Instant at, const QString& gate, const QString& device) {
        return QString(shortMomentText(at, m_zone) + QStringLiteral("  ·  ") + gate + QStringLiteral("  ·  ") + device);
    };
    switch (index.column()) {
    case Ticket:
        return finding.ticket;
    case Holder:
        return finding.holder;
    case First:
        return place(finding.firstAt, finding.gate, finding.device);
    case Second:
        return place(finding.secondAt, finding.otherGate, finding.otherDevice);
    }
    return {};
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Ticket"), tr("Name"), tr("Let in first"), tr("Let in again")};
    return titles[section];
}

} // namespace encore::ui
