// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagemodel.h"

#include "ui/common/datatable.h"
#include "ui/common/moneytext.h"

#include <QLocale>

namespace encore::ui
{

QString MessageModel::kindText(store::MessageKind kind)
{
    const QString kinds[] = {tr("Tickets"), tr("Refund"), tr("Sent things"), tr("Test")};
    return kinds[int(kind)];
}

QString MessageModel::stateText(store::MessageState state)
{
    const QString states[] = {tr("waiting"), tr("sent"), tr("failed")};
    return states[int(state)];
}

QVariant MessageModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::Messages::Row& message = row(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Tries)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == SortRole && index.column() == Tries)
        return message.attempts;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case At:
        return shortMomentText(message.at, m_zone);
    case What:
        return kindText(message.kind);
    case Recipient:
        return message.recipient;
    case State:
        return stateText(message.state);
    case Tries:
        return message.attempts > 0 ? QLocale().toString(message.attempts) : QString();
    case Reason:
        return message.reason;
    }
    return {};
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Since"), tr("What"), tr("To"), tr("State"), tr("Tries"), tr("Why not")};
    return titles[section];
}

} // namespace encore::ui
