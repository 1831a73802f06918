// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordermodels.h"

#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QLocale>

namespace encore::ui
{

QString orderStateText(domain::OrderState state)
{
    return inWords(domain::messageFor("order.state.", state));
}

void OrderModel::setZone(const QString& zone)
{
    m_zone = zone;
    retranslate();
}

QVariant OrderModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::Orders::Row& order = row(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Amount)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Label:
        return order.label;
    case What:
        return order.units > 1 ? QLocale().toString(order.units) + QStringLiteral(" × ") + order.what : order.what;
    case Buyer:
        return !order.buyer.isEmpty() ? order.buyer : !order.email.isEmpty() ? order.email : order.guestList;
    case Amount:
        return moneyText(order.payable, order.currency);
    case State:
        return order.refundOwed > order.refunded ? orderStateText(order.state) + QStringLiteral(" · ") + tr("refund on its way") : orderStateText(order.state);
    case Placed:
        return shortMomentText(order.placedAt, m_zone);
    }
    return {};
}

QVariant OrderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Order"), tr("What"), tr("Buyer"), tr("Amount"), tr("State"), tr("Sold at")};
    return titles[section];
}

void OrderLineModel::setSale(const domain::Sale& sale)
{
    if (!(sale.id == m_order))
        m_chosen.clear();
    m_order = sale.id;
    m_currency = sale.currency;
    m_mayRefund = sale.state == domain::OrderState::Paid || sale.state == domain::OrderState::PartlyRefunded;
    std::vector<OrderLine> lines;
    for (const domain::SaleLine& line : sale.lines)
        lines.push_back({int(lines.size()) + 1, line});
    std::erase_if(m_chosen, [&](int number) {
        return size_t(number) > lines.size() || lines[size_t(number - 1)].line.state != domain::LineState::Standing || !m_mayRefund;
    });
    setRows(lines);
    Q_EMIT choiceChanged();
}

std::vector<int> OrderLineModel::chosen() const
{
    return {m_chosen.begin(), m_chosen.end()};
}

void OrderLineModel::unchoose()
{
    m_chosen.clear();
    retranslate();
    Q_EMIT choiceChanged();
}

QVariant OrderLineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const OrderLine& line = row(index.row());
    if (role == Qt::CheckStateRole && index.column() == Title && (flags(index) & Qt::ItemIsUserCheckable))
        return m_chosen.contains(line.number) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && (index.column() == Price || index.column() == Discount))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Title:
        return QString(QLocale().toString(line.number) + QStringLiteral("  ") + line.line.title);
    case Price:
        return moneyText(line.line.price, m_currency);
    case Discount:
        return line.line.discount == 0 ? QString() : moneyText(-line.line.discount, m_currency);
    case State:
        return line.line.state == domain::LineState::Standing ? QString() : line.line.state == domain::LineState::Refunded ? tr("refunded") : tr("refund on its way");
    }
    return {};
}

bool OrderLineModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const int number = row(index.row()).number;
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(number);
    else
        m_chosen.erase(number);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

Qt::ItemFlags OrderLineModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = RowModel::flags(index);
    const bool mayTick = index.isValid() && index.column() == Title && m_mayRefund && row(index.row()).line.state == domain::LineState::Standing;
    return mayTick ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant OrderLineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Price || section == Discount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Line"), tr("Price"), tr("Discount"), tr("Refund")};
    return titles[section];
}

} // namespace encore::ui
