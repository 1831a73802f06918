// SPDX-License-Identifier: GPL-3.0-or-later
#include "couponmodel.h"

#include "ui/common/moneytext.h"

#include <QLocale>

namespace encore::ui
{

void CouponModel::setWorkspace(const QString& currency, const QString& zone)
{
    m_currency = currency;
    m_zone = zone;
}

QVariant CouponModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::Coupons::Row& found = row(index.row());
    const domain::Coupon& coupon = found.coupon;
    if (role == Qt::TextAlignmentRole && index.column() != Name && index.column() < Window)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return coupon.name;
    case Takes:
        if (coupon.kind == domain::CouponKind::Fixed)
            return moneyText(coupon.amount, m_currency);
        return coupon.cap ? tr("%1 %, at most %2").arg(QLocale().toString(coupon.percent), moneyText(*coupon.cap, m_currency))
                          : QString(QLocale().toString(coupon.percent) + QStringLiteral(" %"));
    case Least:
        return coupon.minimumSpend > 0 ? moneyText(coupon.minimumSpend, m_currency) : QString();
    case Claimed:
        return coupon.quantity < 0 ? QLocale().toString(found.claimed)
                                   : tr("%1 of %2").arg(QLocale().toString(found.claimed), QLocale().toString(coupon.quantity));
    case Window:
        return coupon.until ? tr("until %1").arg(momentText(*coupon.until, m_zone)) : QString();
    case State:
        return coupon.deleted ? tr("taken away") : tr("can be used");
    }
    return {};
}

QVariant CouponModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Coupon"), tr("Takes off"), tr("Spent at least"), tr("Claimed"), tr("Window"), tr("State")};
    return titles[section];
}

} // namespace encore::ui
