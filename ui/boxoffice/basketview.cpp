// SPDX-License-Identifier: GPL-3.0-or-later
#include "basketview.h"

#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace encore::ui
{

BasketView::BasketView(Checkout& checkout, Theme& theme, QWidget* parent) : QWidget(parent), m_checkout(checkout), m_theme(theme)
{
    setObjectName(QStringLiteral("basketView"));
    build();
    say();
    connect(&checkout, &Checkout::changed, this, &BasketView::refresh);
    const auto tellBuyer = [this] { m_checkout.setBuyer(m_name->text(), m_email->text()); };
    connect(m_name, &QLineEdit::textEdited, this, tellBuyer);
    connect(m_email, &QLineEdit::textEdited, this, tellBuyer);
    connect(m_coupon, &QComboBox::activated, this, [this](int index) {
        const QUuid id = m_coupon->itemData(index).toUuid();
        m_checkout.setCoupon(id.isNull() ? std::nullopt : std::optional(domain::CouponId(id)));
    });
    connect(m_group, &QCheckBox::toggled, &checkout, &Checkout::setGroup);
    connect(m_cash, &QPushButton::clicked, this, &BasketView::cashChosen);
    connect(m_card, &QPushButton::clicked, &checkout, &Checkout::payByCard);
    connect(m_clear, &QPushButton::clicked, &checkout, &Checkout::cancel);
    refresh();
}

void BasketView::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::grid);
    const auto label = [this](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        return made;
    };
    m_heading = label("basketHeadingLabel");
    m_empty = label("basketEmptyLabel");
    Theme::makeMuted(m_empty);
    column->addWidget(m_heading);
    column->addWidget(m_empty);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("basketScrollArea"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(m_scroll);
    auto* outer = new QVBoxLayout(inside);
    outer->setContentsMargins(0, 0, Theme::grid, 0);
    m_list = new QVBoxLayout;
    m_list->setSpacing(Theme::grid);
    outer->addLayout(m_list);
    outer->addStretch();
    m_scroll->setWidget(inside);
    column->addWidget(m_scroll, 1);
    buildPayment(column);
}

void BasketView::buildPayment(QVBoxLayout* column)
{
    const auto named = [](auto* control, const char* name) {
        control->setObjectName(QLatin1String(name));
        control->setMinimumHeight(5 * Theme::grid);
        return control;
    };
    m_group = named(new QCheckBox(this), "groupCheckBox");
    m_name = named(new QLineEdit(this), "buyerNameLineEdit");
    m_name->setMaxLength(200);
    m_email = named(new QLineEdit(this), "buyerEmailLineEdit");
    m_email->setMaxLength(254);
    m_coupon = named(new QComboBox(this), "couponComboBox");
    column->addWidget(m_group);
    column->addWidget(m_name);
    column->addWidget(m_email);
    column->addWidget(m_coupon);
    auto* sum = new QHBoxLayout;
    m_totalTitle = named(new QLabel(this), "totalTitleLabel");
    m_total = named(new QLabel(this), "totalLabel");
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    sum->addWidget(m_totalTitle);
    sum->addWidget(m_total, 1);
    column->addLayout(sum);
    m_fault = new QLabel(this);
    m_fault->setObjectName(QStringLiteral("saleFaultLabel"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    column->addWidget(m_fault);
    m_cash = named(new QPushButton(this), "cashButton");
    m_card = named(new QPushButton(this), "cardButton");
    m_cash->setShortcut(QKeySequence(Qt::Key_F9));
    m_card->setShortcut(QKeySequence(Qt::Key_F10));
    Theme::makePrimary(m_cash);
    m_other = named(new QToolButton(this), "otherPaymentButton");
    m_other->setPopupMode(QToolButton::InstantPopup);
    m_other->setFocusPolicy(Qt::StrongFocus);
    m_other->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("otherPaymentMenu"));
    m_other->setMenu(m_menu);
    m_clear = named(new QPushButton(this), "clearSaleButton");
    auto* ways = new QHBoxLayout;
    ways->setSpacing(Theme::grid);
    ways->addWidget(m_cash, 1);
    ways->addWidget(m_card, 1);
    for (QPushButton* way : {m_cash, m_card})
        way->setMinimumHeight(7 * Theme::grid);
    auto* others = new QHBoxLayout;
    others->setSpacing(Theme::grid);
    others->addWidget(m_other, 1);
    others->addWidget(m_clear, 1);
    column->addLayout(ways);
    column->addLayout(others);
}

void BasketView::say()
{
    m_wording.label(m_heading, [] { return tr("This sale"); });
    m_wording.label(m_empty, [] { return tr("Choose what is sold on the left."); });
    m_wording.label(m_totalTitle, [] { return tr("To pay"); });
    m_wording.control(m_name, [] { return tr("Buyer's name"); }, [] { return tr("Stands on the tickets; may be left out"); });
    m_wording.control(m_email, [] { return tr("Buyer's e-mail"); }, [] { return tr("Tickets are sent there, and coupons are found by it"); });
    m_wording.button(m_group, [] { return tr("One ticket for the group"); },
                     [] { return tr("All come in by the same code, one after another; the door counts them"); });
    m_wording.control(m_coupon, [] { return tr("Coupon"); }, [] { return tr("The buyer's best coupon is chosen; another one can be"); });
    m_wording.button(m_cash, [] { return tr("Cash"); }, [] { return tr("Takes cash and says the change"); });
    m_wording.button(m_card, [] { return tr("Card"); }, [] { return tr("Asks the card terminal"); });
    m_wording.button(m_other, [] { return tr("Another way"); }, [] { return tr("Transfer, pay later, free of charge"); });
    m_wording.button(m_clear, [] { return tr("Start over"); }, [] { return tr("Gives this sale up; what it held can be sold again"); });
    m_wording.also([this] {
        m_name->setPlaceholderText(tr("Buyer's name (if wanted)"));
        m_email->setPlaceholderText(tr("E-mail (for coupons and tickets)"));
        m_menu->clear();
        m_menu->addAction(tr("Bank transfer"), &m_checkout, &Checkout::payByTransfer);
        m_menu->addAction(tr("Reserve, pay later"), &m_checkout, &Checkout::payLater);
        m_menu->addAction(tr("Free of charge…"), this, &BasketView::giveAwayChosen);
    });
}

void BasketView::setCurrency(const QString& currency)
{
    m_currency = currency;
    refresh();
}

void BasketView::retranslate()
{
    m_wording.sayAgain();
    refresh();
}

BasketView::Line BasketView::makeLine(size_t number)
{
    Line line;
    line.widget = new QWidget(m_scroll->widget());
    auto* row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::grid);
    const auto button = [&](const QString& name, const QString& text) {
        auto* made = new QToolButton(line.widget);
        made->setObjectName(name);
        made->setText(text);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setFixedSize(4 * Theme::grid, 4 * Theme::grid);
        made->setStyleSheet(QStringLiteral("padding: 0"));
        return made;
    };
    line.title = new QLabel(line.widget);
    line.title->setObjectName(QStringLiteral("line%1TitleLabel").arg(number + 1));
    line.title->setTextFormat(Qt::PlainText);
    line.title->setWordWrap(true);
    line.amount = new QLabel(line.widget);
    line.amount->setObjectName(QStringLiteral("line%1AmountLabel").arg(number + 1));
    line.amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.less = button(QStringLiteral("line%1LessButton").arg(number + 1), QStringLiteral("\u2212"));
    line.more = button(QStringLiteral("line%1MoreButton").arg(number + 1), QStringLiteral("+"));
    row->addWidget(line.title, 1);
    row->addWidget(line.amount);
    row->addWidget(line.less);
    row->addWidget(line.more);
    m_list->addWidget(line.widget);
    connect(line.less, &QToolButton::clicked, this, [this, number] { m_checkout.setQuantity(number, m_checkout.basket()[number].quantity - 1); });
    connect(line.more, &QToolButton::clicked, this, [this, number] { m_checkout.setQuantity(number, m_checkout.basket()[number].quantity + 1); });
    return line;
}

void BasketView::refreshLines()
{
    const std::vector<BasketLine>& basket = m_checkout.basket();
    while (m_lines.size() > basket.size()) {
        m_lines.back().widget->deleteLater();
        m_lines.back().widget->hide();
        m_lines.pop_back();
    }
    const bool mayChange = m_checkout.stage() == Checkout::Stage::Choosing;
    for (size_t i = 0; i < basket.size(); ++i) {
        if (i == m_lines.size())
            m_lines.push_back(makeLine(i));
        const BasketLine& line = basket[i];
        const Line& shown = m_lines[i];
        shown.title->setText(QLocale().toString(line.quantity) + QStringLiteral(" × ") + line.offer.offer.title);
        shown.amount->setText(moneyText(line.offer.offer.price * line.quantity, m_currency));
        shown.less->setAccessibleName(tr("One less: %1").arg(line.offer.offer.title));
        shown.less->setToolTip(tr("One less"));
        shown.more->setAccessibleName(tr("One more: %1").arg(line.offer.offer.title));
        shown.more->setToolTip(tr("One more"));
        shown.less->setEnabled(mayChange);
        shown.more->setEnabled(mayChange);
    }
}

void BasketView::refreshCoupons()
{
    const QSignalBlocker quiet(m_coupon);
    m_coupon->clear();
    m_coupon->addItem(tr("No coupon"), QUuid());
    const commands::UsableCoupons::Row* used = m_checkout.usedCoupon();
    for (const commands::UsableCoupons::Row& row : m_checkout.coupons()) {
        const QString what = row.discount > 0 ? QStringLiteral("\u2212") + moneyText(row.discount, m_currency)
                                               : inWords(domain::message(row.reason.toLatin1().constData()).with("coupon", row.couponName));
        m_coupon->addItem(row.discount > 0 ? row.couponName + QStringLiteral("  ·  ") + what : what, row.couponId.uuid());
        if (used && used->couponId == row.couponId)
            m_coupon->setCurrentIndex(m_coupon->count() - 1);
    }
    m_coupon->setVisible(!m_checkout.coupons().empty());
}

void BasketView::refresh()
{
    const bool isEmpty = m_checkout.basket().empty();
    const bool mayPay = !isEmpty && !m_checkout.isBusy();
    const bool isChoosing = m_checkout.stage() == Checkout::Stage::Choosing;
    m_heading->setFont(m_theme.font(TextRole::Heading));
    m_total->setFont(m_theme.font(TextRole::Title));
    m_totalTitle->setFont(m_theme.font(TextRole::Heading));
    m_empty->setVisible(isEmpty);
    refreshLines();
    refreshCoupons();
    if (isEmpty && isChoosing && !m_checkout.fault()) {
        m_name->clear();
        m_email->clear();
    }
    m_group->setVisible(m_checkout.people() > 1);
    m_group->setChecked(m_checkout.isGroup());
    for (QWidget* field : std::initializer_list<QWidget*>{m_group, m_name, m_email, m_coupon})
        field->setEnabled(isChoosing);
    m_total->setText(moneyText(m_checkout.payable(), m_currency));
    m_fault->setVisible(m_checkout.fault().has_value());
    m_fault->setText(m_checkout.fault() ? inWords(m_checkout.fault()->message) : QString());
    for (QWidget* way : std::initializer_list<QWidget*>{m_cash, m_card, m_other})
        way->setEnabled(mayPay);
    for (QAction* action : m_menu->actions())
        action->setEnabled(isChoosing || action == m_menu->actions().first());
    m_clear->setEnabled(!isEmpty && !m_checkout.isBusy());
}

} // namespace encore::ui
