// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orderspage.h"

#include "commands/door/doorqueries.h"
#include "massrefunddialog.h"
#include "ordermodels.h"
#include "orderview.h"
#include "ui/common/datatable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace encore::ui
{

OrdersPage::OrdersPage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_model(new OrderModel(this))
{
    setObjectName(QStringLiteral("ordersPage"));
    constexpr int typingMs = 150;
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    build();
    say();
    m_model->setSource([this](const commands::Orders::Row*, int offset, int limit, const OrderModel::Answer& answer) {
        commands::Orders query;
        query.text = m_search->text().trimmed();
        query.state = domain::enumFromText<domain::OrderState>(m_state->currentData().toString());
        query.offset = offset;
        query.limit = limit;
        m_services.queries->ask<commands::Orders>(query, this, [this, answer](const auto& rows) {
            answer(rows ? *rows : std::vector<commands::Orders::Row>());
            refresh();
        });
    });
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &OrdersPage::restart);
    connect(m_massRefund, &QPushButton::clicked, this, [this] {
        auto* dialog = new MassRefundDialog(m_services, m_theme, m_currency, this);
        connect(dialog, &MassRefundDialog::planAccepted, this, &OrdersPage::restart);
        connect(dialog, &QDialog::finished, this, &OrdersPage::reload);
        dialog->open();
    });
    connect(m_state, &QComboBox::activated, this, &OrdersPage::restart);
    connect(m_order, &OrderView::orderChanged, this, &OrdersPage::restart);
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            m_order->show(m_model->row(current.row()).orderId, m_zone);
    });
    refresh();
}

void OrdersPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("ordersHeadingLabel"));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("ordersSearchLineEdit"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(280);
    m_state = new QComboBox(this);
    m_state->setObjectName(QStringLiteral("ordersStateComboBox"));
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_search);
    head->addWidget(m_state);
    m_massRefund = new QPushButton(this);
    m_massRefund->setObjectName(QStringLiteral("massRefundButton"));
    head->addWidget(m_massRefund);
    column->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * Theme::grid);
    m_table = new DataTable(*m_model, QStringLiteral("orders"), *m_services.settings, m_theme, this, DataTable::Rows::Paged);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->keepWhole({OrderModel::Label});
    m_order = new OrderView(m_services, m_theme, this);
    m_order->setFixedWidth(46 * Theme::grid);
    row->addWidget(m_table, 1);
    row->addWidget(m_order);
    column->addLayout(row, 1);
}

void OrdersPage::say()
{
    m_wording.label(m_heading, [] { return tr("Orders"); });
    m_wording.control(m_search, [] { return tr("Find orders"); }, [] { return tr("Words of the order's number, the buyer, the e-mail, the guest list"); });
    m_wording.button(m_massRefund, [] { return tr("A show falls through…"); }, [] { return tr("Refunds everybody who has a ticket of a performance, by a plan"); });
    m_wording.control(m_state, [] { return tr("State"); }, [] { return tr("Shows only orders in this state"); });
    m_wording.also([this] { m_table->setCaption(tr("Orders. Choose one with the arrow keys; it stands beside the table")); });
    m_wording.also([this] {
        m_search->setPlaceholderText(tr("Order, buyer, guest list"));
        const QVariant chosen = m_state->currentData();
        m_state->clear();
        m_state->addItem(tr("All states"), QString());
        for (const auto& name : domain::enumNames<domain::OrderState>())
            m_state->addItem(orderStateText(name.value), QLatin1String(name.name));
        m_state->setCurrentIndex(std::max(0, m_state->findData(chosen)));
    });
}

void OrdersPage::retranslated()
{
    m_model->retranslate();
    m_order->retranslate();
    refresh();
}

void OrdersPage::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty())
            m_zone = rows->front().timeZone;
        if (rows && !rows->empty())
            m_currency = rows->front().currency;
        m_model->setZone(m_zone);
    });
    restart();
    m_order->reload();
}

void OrdersPage::restart()
{
    m_model->restart();
}

void OrdersPage::showOrder(const QString& label)
{
    m_wanted = label;
    m_state->setCurrentIndex(0);
    m_search->setText(label);
    restart();
}

void OrdersPage::refresh()
{
    const bool isEmpty = m_model->rowCount() == 0;
    const bool isFiltered = !m_search->text().trimmed().isEmpty() || m_state->currentIndex() > 0;
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_table->setEmptyText(isFiltered ? tr("No order fits. Shorten the words, or show all states.")
                                : tr("Nothing has been sold yet. What the box office sells stands here."));
    if (isEmpty)
        m_order->hide();
    if (!m_wanted.isEmpty() && !isEmpty && m_model->row(0).label == m_wanted) {
        m_table->view()->selectRow(0);
        m_wanted.clear();
    }
}

} // namespace encore::ui
