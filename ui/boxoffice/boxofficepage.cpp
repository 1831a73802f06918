// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boxoffice/boxofficepage.h"

#include "basketview.h"
#include "checkout.h"
#include "commands/door/doorqueries.h"
#include "drawerdialog.h"
#include "offerboard.h"
#include "offerdialog.h"
#include "ui/common/askdialog.h"
#include "ui/common/cashview.h"
#include "ui/common/importdialog.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"
#include "ui/common/paperdialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace encore::ui
{

BoxOfficePage::BoxOfficePage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_checkout(new Checkout(services, this))
{
    setObjectName(QStringLiteral("boxOfficePage"));
    build();
    say();
    connect(m_checkout, &Checkout::changed, this, &BoxOfficePage::refresh);
    connect(m_checkout, &Checkout::sold, this, &BoxOfficePage::reload);
    connect(m_offers, &OfferBoard::chosen, m_checkout, &Checkout::add);
    connect(m_offers, &OfferBoard::offerWanted, this, &BoxOfficePage::askOffer);
    connect(m_offers, &OfferBoard::guestsWanted, this, &BoxOfficePage::askGuests);
    connect(m_basket, &BasketView::giveAwayChosen, this, &BoxOfficePage::askGiveAway);
    connect(m_basket, &BasketView::cashChosen, this, [this] {
        if (!m_isOpen) {
            askDrawer();
            return;
        }
        m_takesCash = true;
        refresh();
        m_cash->ask(m_checkout->payable(), m_currency);
    });
    connect(m_cash, &CashView::backWanted, this, [this] {
        m_takesCash = false;
        refresh();
    });
    connect(m_cash, &CashView::taken, this, [this](qint64 given) {
        m_takesCash = false;
        m_checkout->payCash(given);
    });
    connect(m_drawer, &QPushButton::clicked, this, &BoxOfficePage::askDrawer);
    connect(m_stopAsking, &QPushButton::clicked, m_checkout, &Checkout::cancel);
    connect(m_next, &QPushButton::clicked, m_checkout, &Checkout::startAnew);
    connect(m_papers, &QPushButton::clicked, this, [this] {
        auto* dialog = new PaperDialog(m_services, m_theme, m_checkout->order().orderId, m_zone, this);
        dialog->open();
    });
    connect(m_showOrder, &QPushButton::clicked, this, [this] { Q_EMIT orderWanted(m_checkout->order().label); });
    auto* escape = new QAction(this);
    escape->setShortcut(QKeySequence(Qt::Key_Escape));
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QAction::triggered, this, [this] {
        m_takesCash = false;
        refresh();
    });
    addAction(escape);
    refresh();
}

BoxOfficePage::~BoxOfficePage() = default;

void BoxOfficePage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("boxOfficeHeadingLabel"));
    m_drawerState = new QLabel(this);
    m_drawerState->setObjectName(QStringLiteral("drawerStateLabel"));
    Theme::makeMuted(m_drawerState);
    m_drawer = new QPushButton(this);
    m_drawer->setObjectName(QStringLiteral("drawerButton"));
    m_drawer->setMinimumHeight(5 * Theme::grid);
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_drawerState);
    head->addWidget(m_drawer);
    column->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(3 * Theme::grid);
    column->addLayout(row, 1);
    m_offers = new OfferBoard(m_theme, this);
    row->addWidget(m_offers, 1);
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("saleCard"));
    Theme::makeCard(card);
    card->setFixedWidth(52 * Theme::grid);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    m_side = new QStackedWidget(card);
    m_side->setObjectName(QStringLiteral("saleStackedWidget"));
    m_basket = new BasketView(*m_checkout, m_theme, m_side);
    m_cash = new CashView(m_theme, m_side);
    m_side->addWidget(m_basket);
    m_side->addWidget(m_cash);
    buildAsking();
    buildDone();
    inside->addWidget(m_side);
    row->addWidget(card);
}

void BoxOfficePage::buildAsking()
{
    m_asking = new QWidget(m_side);
    auto* column = new QVBoxLayout(m_asking);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::grid);
    m_askingText = new QLabel(m_asking);
    m_askingText->setObjectName(QStringLiteral("askingLabel"));
    m_askingText->setWordWrap(true);
    m_stopAsking = new QPushButton(m_asking);
    m_stopAsking->setObjectName(QStringLiteral("stopAskingButton"));
    m_stopAsking->setMinimumHeight(6 * Theme::grid);
    column->addStretch();
    column->addWidget(m_askingText);
    column->addStretch();
    column->addWidget(m_stopAsking);
    m_side->addWidget(m_asking);
}

void BoxOfficePage::buildDone()
{
    m_done = new QWidget(m_side);
    auto* column = new QVBoxLayout(m_done);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::grid);
    const auto label = [this, column](const char* name) {
        auto* made = new QLabel(m_done);
        made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        column->addWidget(made);
        return made;
    };
    const auto button = [this](const char* name) {
        auto* made = new QPushButton(m_done);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(6 * Theme::grid);
        return made;
    };
    m_doneHeading = label("doneHeadingLabel");
    m_doneLabel = label("doneOrderLabel");
    m_doneLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_doneChangeTitle = label("doneChangeTitleLabel");
    m_doneChange = label("doneChangeLabel");
    column->addStretch();
    m_next = button("nextSaleButton");
    m_next->setMinimumHeight(7 * Theme::grid);
    Theme::makePrimary(m_next);
    m_papers = button("showTicketsButton");
    m_showOrder = button("showOrderButton");
    column->addWidget(m_next);
    column->addWidget(m_papers);
    column->addWidget(m_showOrder);
    m_side->addWidget(m_done);
}

void BoxOfficePage::say()
{
    m_wording.label(m_heading, [] { return tr("Box office"); });
    m_wording.label(m_askingText, [] { return tr("The terminal is being asked. The buyer puts the card in or holds it to the reader."); });
    m_wording.button(m_stopAsking, [] { return tr("Give this sale up"); }, [] { return tr("What the card still pays goes back by itself"); });
    m_wording.button(m_next, [] { return tr("Next sale"); }, [] { return tr("Begins anew (Enter)"); });
    m_wording.button(m_papers, [] { return tr("Tickets…"); }, [] { return tr("Shows, prints or saves the tickets and the receipt"); });
    m_wording.button(m_showOrder, [] { return tr("Show the order"); }, [] { return tr("Lines, payments, tickets, refunds"); });
    m_wording.button(m_drawer, [this] { return m_isOpen ? tr("Close the day…") : tr("Open the day…"); },
                     [this] { return m_isOpen ? tr("Counts the cash drawer") : tr("Opens the cash drawer with its change"); });
}

void BoxOfficePage::retranslated()
{
    m_offers->retranslate();
    m_basket->retranslate();
    m_cash->retranslate();
    refreshDrawer();
    refresh();
}

void BoxOfficePage::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty()) {
            m_currency = rows->front().currency;
            m_zone = rows->front().timeZone;
        }
        m_basket->setCurrency(m_currency);
    });
    m_services.queries->ask<commands::Offers>({}, this, [this](const auto& rows) {
        if (rows)
            m_offers->setOffers(*rows, m_currency);
        else
            m_offers->setFault(inWords(rows.error().message));
    });
    refreshDrawer();
}

void BoxOfficePage::refreshDrawer()
{
    m_services.queries->ask<commands::DrawerDays>({}, this, [this](const auto& rows) {
        m_isOpen = false;
        m_drawerSince.clear();
        for (const commands::DrawerDays::Row& day : rows ? *rows : std::vector<commands::DrawerDays::Row>()) {
            if (!day.closedAt && day.drawer == QStringLiteral("main")) {
                m_isOpen = true;
                m_drawerSince = momentText(day.openedAt, m_zone);
            }
        }
        m_drawerState->setText(m_isOpen ? tr("Drawer open since %1").arg(m_drawerSince) : tr("The drawer is closed: no cash can be taken"));
        m_wording.sayAgain();
    });
}

void BoxOfficePage::refresh()
{
    using Stage = Checkout::Stage;
    const Stage stage = m_checkout->stage();
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_doneHeading->setFont(m_theme.font(TextRole::Title));
    m_doneLabel->setFont(m_theme.font(TextRole::Mono));
    m_doneChange->setFont(m_theme.font(TextRole::Display));
    m_askingText->setFont(m_theme.font(TextRole::Heading));
    if (stage == Stage::Done) {
        const commands::OrderMade& order = m_checkout->order();
        m_doneHeading->setText(m_checkout->isReserved() ? tr("Reserved") : tr("Sold"));
        m_doneLabel->setText(order.label);
        m_doneChangeTitle->setVisible(order.change > 0 || m_checkout->isReserved());
        m_doneChange->setVisible(order.change > 0 || m_checkout->isReserved());
        m_doneChangeTitle->setText(m_checkout->isReserved() ? tr("Still to be paid") : tr("Change to hand back"));
        m_doneChange->setText(moneyText(m_checkout->isReserved() ? order.open : order.change, m_currency));
    }
    QWidget* shown = stage == Stage::Done ? m_done : stage == Stage::Asking ? m_asking : m_takesCash ? static_cast<QWidget*>(m_cash) : m_basket;
    if (m_side->currentWidget() == shown)
        return;
    m_side->setCurrentWidget(shown);
    if (shown == m_done)
        m_next->setFocus();
}

void BoxOfficePage::askDrawer()
{
    auto* dialog = new DrawerDialog(m_services, m_theme, !m_isOpen, m_currency, this);
    connect(dialog, &DrawerDialog::done, this, &BoxOfficePage::refreshDrawer);
    dialog->open();
}

void BoxOfficePage::askGiveAway()
{
    auto* dialog = new AskDialog(QStringLiteral("giveAway"), m_theme, this);
    dialog->setWords([] { return tr("Free of charge"); }, [] { return tr("The tickets are issued at once, and nothing is paid. The reason stands in the order."); },
                     [] { return tr("Give it away"); });
    dialog->addField([] { return tr("Reason"); }, [] { return tr("For example press, crew, prize"); }, true);
    dialog->addField([] { return tr("Guest list"); }, [] { return tr("Whose guests they are; may be left out"); }, false);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_checkout->giveAway(dialog->field(0), dialog->field(1)); });
    dialog->open();
}

void BoxOfficePage::askGuests(const commands::Offers::Row& offer)
{
    auto* dialog = new ImportDialog(m_services, m_theme, {commands::ImportKind::Guests, {}, offer.offer.id}, [] { return tr("Import guests"); },
                                    [title = offer.offer.title] { return tr("Everybody in the table gets free tickets of “%1”.").arg(title); }, this);
    connect(dialog, &ImportDialog::done, this, &BoxOfficePage::reload);
    dialog->open();
}

void BoxOfficePage::askOffer()
{
    auto* dialog = new OfferDialog(m_services, m_theme, m_currency, m_zone, this);
    connect(dialog, &OfferDialog::done, this, &BoxOfficePage::reload);
    dialog->open();
}

} // namespace encore::ui
