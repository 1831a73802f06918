// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportmodels.h"

#include "ui/common/datatable.h"
#include "ui/common/moneytext.h"

namespace encore::ui
{
namespace
{

const int rightAligned = int(Qt::AlignRight | Qt::AlignVCenter);

} // namespace

QVariant AccountModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::LedgerBalances::Row& account = row(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Balance)
        return rightAligned;
    if (role == SortRole && index.column() == Balance)
        return account.balance;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Account:
        return account.account;
    case Currency:
        return account.currency;
    case Balance:
        return moneyText(account.balance, account.currency);
    }
    return {};
}

QVariant AccountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Account"), tr("Currency"), tr("Debits less credits")};
    return titles[section];
}

void DrawerModel::setWorkspace(const QString& currency, const QString& zone)
{
    m_currency = currency;
    m_zone = zone;
}

QVariant DrawerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::DrawerDays::Row& day = row(index.row());
    const bool isAmount = index.column() == Float || index.column() == Counted || index.column() == Difference;
    if (role == Qt::TextAlignmentRole && isAmount)
        return rightAligned;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Day:
        return day.day;
    case Drawer:
        return day.drawer;
    case Opened:
        return shortMomentText(day.openedAt, m_zone);
    case Float:
        return moneyText(day.openingFloat, m_currency);
    case Closed:
        return day.closedAt ? shortMomentText(*day.closedAt, m_zone) : tr("open");
    case Counted:
        return day.closedAt ? moneyText(day.counted, m_currency) : QString();
    case Difference:
        return day.closedAt ? moneyText(day.difference, m_currency) : QString();
    }
    return {};
}

QVariant DrawerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Business day"), tr("Drawer"), tr("Opened"), tr("Float"), tr("Closed"), tr("Counted"), tr("Over or short")};
    return titles[section];
}

} // namespace encore::ui
