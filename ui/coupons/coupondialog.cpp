// SPDX-License-Identifier: GPL-3.0-or-later
#include "coupondialog.h"

#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace encore::ui
{

CouponDialog::CouponDialog(const domain::Coupon& coupon, bool isNew, const QString& currency, const QString& zone, Theme& theme, QWidget* parent) :
    QDialog(parent), m_coupon(coupon), m_isNew(isNew), m_zone(zone)
{
    setObjectName(QStringLiteral("couponDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    if (const auto known = domain::Currency::fromCode(currency))
        m_currency = *known;
    build(theme);
    say();
    fill();
    for (const Field& field : {m_name, m_amount, m_percent, m_cap, m_minimum, m_quantity, m_uses, m_until})
        connect(field.edit, &QLineEdit::textChanged, this, &CouponDialog::refresh);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CouponDialog::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &CouponDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &CouponDialog::accept);
    refresh();
}

void CouponDialog::build(Theme& theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid / 2);
    const auto label = [&](const QString& name) {
        auto* made = new QLabel(this);
        made->setObjectName(name);
        made->setWordWrap(true);
        column->addWidget(made);
        return made;
    };
    const auto field = [&](const char* name) {
        Field made{label(QLatin1String(name) + QStringLiteral("TitleLabel")), new QLineEdit(this)};
        made.edit->setObjectName(QLatin1String(name) + QStringLiteral("LineEdit"));
        made.edit->setMaxLength(200);
        column->addWidget(made.edit);
        return made;
    };
    m_heading = label(QStringLiteral("couponHeadingLabel"));
    m_heading->setFont(theme.font(TextRole::Heading));
    m_name = field("couponName");
    m_kindTitle = label(QStringLiteral("couponKindTitleLabel"));
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("couponKindComboBox"));
    for (const domain::CouponKind kind : {domain::CouponKind::Fixed, domain::CouponKind::Percentage})
        m_kind->addItem(QString(), int(kind));
    column->addWidget(m_kind);
    m_amount = field("couponAmount");
    m_percent = field("couponPercent");
    m_cap = field("couponCap");
    m_minimum = field("couponMinimum");
    m_quantity = field("couponQuantity");
    m_uses = field("couponUses");
    m_until = field("couponUntil");
    m_fault = label(QStringLiteral("couponFaultLabel"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    auto* row = new QHBoxLayout;
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("couponCancelButton"));
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(QStringLiteral("couponConfirmButton"));
    m_confirm->setDefault(true);
    Theme::makePrimary(m_confirm);
    row->addStretch();
    for (QPushButton* button : {m_cancel, m_confirm}) {
        button->setMinimumHeight(5 * Theme::grid);
        row->addWidget(button);
    }
    column->addSpacing(Theme::grid);
    column->addLayout(row);
}

void CouponDialog::say()
{
    const auto field = [this](const Field& part, const Wording::Words& text, const Wording::Words& hint) { m_wording.field(part.title, part.edit, text, hint); };
    m_wording.label(m_heading, [this] { return m_isNew ? tr("A new coupon") : tr("Change the coupon"); });
    field(m_name, [] { return tr("Called"); }, [] { return tr("What people read on it"); });
    m_wording.field(m_kindTitle, m_kind, [] { return tr("What it takes off"); }, [] { return tr("An amount, or a part of the sum"); });
    field(m_amount, [] { return tr("Amount"); }, [] { return tr("For example 10,000; never more than the sum itself"); });
    field(m_percent, [] { return tr("Percent"); }, [] { return tr("1 to 100"); });
    field(m_cap, [] { return tr("At most"); }, [] { return tr("An amount; empty: no limit"); });
    field(m_minimum, [] { return tr("Spent at least"); }, [] { return tr("Before the discount; empty: nothing"); });
    field(m_quantity, [] { return tr("How many there are"); }, [] { return tr("Empty: as many as are wanted"); });
    field(m_uses, [] { return tr("Uses for each person"); }, [] { return tr("At least 1"); });
    field(m_until, [] { return tr("Can be used until"); }, [] { return tr("Year-month-day hour:minute; empty: for ever"); });
    m_wording.button(m_cancel, [] { return tr("Cancel"); }, [] { return tr("Nothing is changed (Esc)"); });
    m_wording.button(m_confirm, [] { return tr("Save"); }, [] { return tr("Writes the coupon (Enter)"); });
    m_wording.also([this] {
        m_kind->setItemText(0, tr("an amount"));
        m_kind->setItemText(1, tr("a percentage"));
        setWindowTitle(m_heading->text());
    });
}

void CouponDialog::fill()
{
    const auto money = [this](qint64 amount) { return amount > 0 ? domain::plainText({amount, m_currency}) : QString(); };
    m_name.edit->setText(m_coupon.name);
    m_kind->setCurrentIndex(m_kind->findData(int(m_coupon.kind)));
    m_amount.edit->setText(money(m_coupon.amount));
    m_percent.edit->setText(m_coupon.percent > 0 ? QString::number(m_coupon.percent) : QString());
    m_cap.edit->setText(money(m_coupon.cap.value_or(0)));
    m_minimum.edit->setText(money(m_coupon.minimumSpend));
    m_quantity.edit->setText(m_coupon.quantity >= 0 ? QString::number(m_coupon.quantity) : QString());
    m_uses.edit->setText(QString::number(m_coupon.usesPerPerson));
    m_until.edit->setText(m_coupon.until ? editableMoment(*m_coupon.until, m_zone) : QString());
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
    for (const Field& field : {m_amount, m_cap, m_minimum}) {
        const QString typed = field.edit->text().trimmed();
        const auto amount = domain::parseMoney(typed, m_currency);
        if (field.edit->isVisibleTo(this) && !typed.isEmpty() && !amount)
            return inWords(amount.error().message);
    }
    for (const Field& field : {m_percent, m_quantity, m_uses}) {
        const QString typed = field.edit->text().trimmed();
        bool isNumber = false;
        (void)typed.toInt(&isNumber);
        if (field.edit->isVisibleTo(this) && !typed.isEmpty() && !isNumber)
            return tr("“%1” is no whole number.").arg(typed);
    }
    if (!m_until.edit->text().trimmed().isEmpty() && !momentFrom(m_until.edit->text(), m_zone))
        return inWords(domain::message("project.moment").with("text", m_until.edit->text()));
    domain::Coupon coupon;
    coupon.name = m_name.edit->text();
    coupon.kind = isFixed() ? domain::CouponKind::Fixed : domain::CouponKind::Percentage;
    coupon.amount = amountIn(m_amount.edit).value_or(0);
    coupon.percent = m_percent.edit->text().trimmed().toInt();
    coupon.usesPerPerson = m_uses.edit->text().trimmed().toInt();
    if (!m_quantity.edit->text().trimmed().isEmpty())
        coupon.quantity = m_quantity.edit->text().trimmed().toInt();
    const domain::Status checked = checkCoupon(coupon);
    return checked ? QString() : inWords(checked.error().message);
}

void CouponDialog::refresh()
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_amount.title, m_amount.edit})
        part->setVisible(isFixed());
    for (QWidget* part : std::initializer_list<QWidget*>{m_percent.title, m_percent.edit, m_cap.title, m_cap.edit})
        part->setVisible(!isFixed());
    const QString words = fault();
    const bool isUntouched = m_isNew && m_name.edit->text().isEmpty();
    m_fault->setText(words);
    m_fault->setVisible(!words.isEmpty() && !isUntouched);
    m_confirm->setEnabled(words.isEmpty());
}

commands::CouponFields CouponDialog::fields() const
{
    commands::CouponFields fields;
    fields.couponName = m_name.edit->text().trimmed();
    fields.kind = isFixed() ? domain::CouponKind::Fixed : domain::CouponKind::Percentage;
    if (isFixed())
        fields.amount = amountIn(m_amount.edit);
    else
        fields.percent = m_percent.edit->text().trimmed().toInt();
    if (!isFixed())
        fields.cap = amountIn(m_cap.edit);
    fields.minimumSpend = amountIn(m_minimum.edit).value_or(0);
    fields.quantity = m_quantity.edit->text().trimmed().isEmpty() ? -1 : m_quantity.edit->text().trimmed().toInt();
    fields.usesPerPerson = m_uses.edit->text().trimmed().toInt();
    fields.until = momentFrom(m_until.edit->text(), m_zone);
    return fields;
}

std::vector<QString> CouponDialog::emptied() const
{
    std::vector<QString> names;
    if (m_coupon.cap && !amountIn(m_cap.edit))
        names.push_back(QStringLiteral("cap"));
    if (m_coupon.until && m_until.edit->text().trimmed().isEmpty())
        names.push_back(QStringLiteral("closes_at"));
    return names;
}

void CouponDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
}

} // namespace encore::ui
