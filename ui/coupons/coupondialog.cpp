// SPDX-License-Identifier: GPL-3.0-or-later
#include "coupondialog.h"

#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QComboBox>
#include <QLineEdit>

namespace encore::ui
{

CouponDialog::CouponDialog(const domain::Coupon& coupon, bool isNew, const QString& currency, const QString& zone, Theme& theme, QWidget* parent) :
    FormDialog(QStringLiteral("coupon"), theme, parent), m_coupon(coupon), m_isNew(isNew), m_zone(zone)
{
    if (const auto known = domain::Currency::fromCode(currency))
        m_currency = *known;
    build();
    fill();
    m_isBuilt = true;
    refresh();
}

void CouponDialog::build()
{
    setHeading([this] { return m_isNew ? tr("A new coupon") : tr("Change the coupon"); });
    m_called = addLine("Name", [] { return tr("Called"); }, [] { return tr("What people read on it"); });
    m_kind = addChoice("Kind", [] { return tr("What it takes off"); }, [] { return tr("An amount, or a part of the sum"); }, Width::Half);
    m_amount = addLine("Amount", [] { return tr("Amount"); }, [] { return tr("For example 10,000; never more than the sum itself"); }, Width::Half);
    m_percent = addLine("Percent", [] { return tr("Percent"); }, [] { return tr("1 to 100"); }, Width::Half);
    m_cap = addLine("Cap", [] { return tr("At most"); }, [] { return tr("An amount; empty: no limit"); }, Width::Half);
    m_minimum = addLine("Minimum", [] { return tr("Spent at least"); }, [] { return tr("Before the discount; empty: nothing"); }, Width::Half);
    m_quantity = addLine("Quantity", [] { return tr("How many there are"); }, [] { return tr("Empty: as many as are wanted"); }, Width::Half);
    m_uses = addLine("Uses", [] { return tr("Uses for each person"); }, [] { return tr("At least 1"); }, Width::Half);
    m_until = addLine("Until", [] { return tr("Can be used until"); }, [] { return tr("Year-month-day hour:minute; empty: for ever"); }, Width::Half);
    finish([] { return tr("Save"); }, [] { return tr("Writes the coupon (Enter)"); });
    for (const domain::CouponKind kind : {domain::CouponKind::Fixed, domain::CouponKind::Percentage})
        m_kind->addItem(QString(), int(kind));
    m_wording.also([this] {
        m_kind->setItemText(0, tr("an amount"));
        m_kind->setItemText(1, tr("a percentage"));
    });
}

void CouponDialog::fill()
{
    const auto money = [this](qint64 amount) { return amount > 0 ? domain::plainText({amount, m_currency}) : QString(); };
    m_called->setText(m_coupon.name);
    m_kind->setCurrentIndex(m_kind->findData(int(m_coupon.kind)));
    m_amount->setText(money(m_coupon.amount));
    m_percent->setText(m_coupon.percent > 0 ? QString::number(m_coupon.percent) : QString());
    m_cap->setText(money(m_coupon.cap.value_or(0)));
    m_minimum->setText(money(m_coupon.minimumSpend));
    m_quantity->setText(m_coupon.quantity >= 0 ? QString::number(m_coupon.quantity) : QString());
    m_uses->setText(QString::number(m_coupon.usesPerPerson));
    m_until->setText(m_coupon.until ? editableMoment(*m_coupon.until, m_zone) : QString());
}

bool CouponDialog::isFixed() const
{
    return m_kind->currentData().toInt() == int(domain::CouponKind::Fixed);
}

std::optional<qint64> CouponDialog::amountIn(const QLineEdit* field) const
{
    const auto amount = domain::parseMoney(field->text().trimmed(), m_currency);
    return amount ? std::optional(amount->minor) : std::nullopt;
}

QString CouponDialog::fault() const
{
    for (const QLineEdit* field : {m_amount, m_cap, m_minimum}) {
        const QString typed = field->text().trimmed();
        const auto amount = domain::parseMoney(typed, m_currency);
        if (field->isVisibleTo(this) && !typed.isEmpty() && !amount)
            return inWords(amount.error().message);
    }
    for (const QLineEdit* field : {m_percent, m_quantity, m_uses}) {
        const QString typed = field->text().trimmed();
        bool isNumber = false;
        (void)typed.toInt(&isNumber);
        if (field->isVisibleTo(this) && !typed.isEmpty() && !isNumber)
            return tr("“%1” is no whole number.").arg(typed);
    }
    if (!m_until->text().trimmed().isEmpty() && !momentFrom(m_until->text(), m_zone))
        return inWords(domain::message("project.moment").with("text", m_until->text()));
    domain::Coupon coupon;
    coupon.name = m_called->text();
    coupon.kind = isFixed() ? domain::CouponKind::Fixed : domain::CouponKind::Percentage;
    coupon.amount = amountIn(m_amount).value_or(0);
    coupon.percent = m_percent->text().trimmed().toInt();
    coupon.usesPerPerson = m_uses->text().trimmed().toInt();
    if (!m_quantity->text().trimmed().isEmpty())
        coupon.quantity = m_quantity->text().trimmed().toInt();
    const domain::Status checked = checkCoupon(coupon);
    return checked ? QString() : inWords(checked.error().message);
}

void CouponDialog::refresh()
{
    if (!m_isBuilt)
        return;
    setShown(m_amount, isFixed());
    setShown(m_percent, !isFixed());
    setShown(m_cap, !isFixed());
    const QString words = fault();
    const bool isUntouched = m_isNew && m_called->text().isEmpty();
    setFault(isUntouched ? QString() : words, words.isEmpty());
}

commands::CouponFields CouponDialog::fields() const
{
    commands::CouponFields fields;
    fields.couponName = m_called->text().trimmed();
    fields.kind = isFixed() ? domain::CouponKind::Fixed : domain::CouponKind::Percentage;
    if (isFixed())
        fields.amount = amountIn(m_amount);
    else
        fields.percent = m_percent->text().trimmed().toInt();
    if (!isFixed())
        fields.cap = amountIn(m_cap);
    fields.minimumSpend = amountIn(m_minimum).value_or(0);
    fields.quantity = m_quantity->text().trimmed().isEmpty() ? -1 : m_quantity->text().trimmed().toInt();
    fields.usesPerPerson = m_uses->text().trimmed().toInt();
    fields.until = momentFrom(m_until->text(), m_zone);
    return fields;
}

std::vector<QString> CouponDialog::emptied() const
{
    std::vector<QString> names;
    if (m_coupon.cap && !amountIn(m_cap))
        names.push_back(QStringLiteral("cap"));
    if (m_coupon.until && m_until->text().trimmed().isEmpty())
        names.push_back(QStringLiteral("closes_at"));
    return names;
}

} // namespace encore::ui
