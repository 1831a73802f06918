// SPDX-License-Identifier: GPL-3.0-or-later
#include "massrefunddialog.h"

#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace encore::ui
{

QVariant MassRefundModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::MassRefundResults::Row& person = row(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Amount)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const std::pair<const char*, QString> results[]
        = {{"waiting", tr("waits")}, {"on_its_way", tr("on its way")}, {"done", tr("refunded")}, {"failed", tr("to be paid by hand: see Home")}};
    switch (index.column()) {
    case Order:
        return person.label;
    case Buyer:
        return person.buyer;
    case Amount:
        return moneyText(person.amount, m_currency);
    case Result:
        for (const auto& [name, text] : results) {
            if (person.result == QLatin1String(name))
                return text;
        }
        return tr("was refunded before");
    }
    return {};
}

QVariant MassRefundModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Order"), tr("Buyer"), tr("Amount"), tr("Result")};
    return titles[section];
}

MassRefundDialog::MassRefundDialog(const Services& services, Theme& theme, const QString& currency, QWidget* parent) :
    QDialog(parent), m_services(services), m_theme(theme), m_currency(currency), m_model(new MassRefundModel(this))
{
    setObjectName(QStringLiteral("massRefundDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumSize(640, 240);
    m_model->setCurrency(currency);
    build();
    say();
    constexpr int resultsIntervalMs = 500;
    m_timer.setInterval(resultsIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &MassRefundDialog::askResults);
    connect(m_performance, &QComboBox::currentIndexChanged, this, [this] {
        m_faultText.clear();
        ask();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &MassRefundDialog::refresh);
    connect(m_confirm, &QPushButton::clicked, this, &MassRefundDialog::submit);
    connect(m_close, &QPushButton::clicked, this, &MassRefundDialog::reject);
    services.queries->ask<commands::DoorPerformances>({}, this, [this](const auto& rows) {
        if (rows)
            m_performances = *rows;
        for (const commands::DoorPerformances::Row& row : m_performances)
            m_performance->addItem(row.title + (row.startsAt ? QStringLiteral("  ·  ") + momentText(*row.startsAt, row.timeZone) : QString()), row.id.uuid());
        refresh();
    });
}

void MassRefundDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    const auto label = [this, column](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        column->addWidget(made);
        return made;
    };
    m_heading = label("massRefundHeadingLabel");
    m_heading->setFont(m_theme.font(TextRole::Heading));
    m_performanceTitle = label("massRefundPerformanceTitleLabel");
    m_performance = new QComboBox(this);
    m_performance->setObjectName(QStringLiteral("massRefundPerformanceComboBox"));
    column->addWidget(m_performance);
    m_text = label("massRefundTextLabel");
    m_reasonTitle = label("massRefundReasonTitleLabel");
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("massRefundReasonLineEdit"));
    m_reason->setMaxLength(200);
    column->addWidget(m_reason);
    m_table = new DataTable(*m_model, QStringLiteral("massRefund"), *m_services.settings, m_theme, this);
    m_table->setMinimumHeight(32 * Theme::grid);
    m_table->hide();
    column->addWidget(m_table, 1);
    m_fault = label("massRefundFaultLabel");
    m_fault->setProperty("fault", true);
    auto* row = new QHBoxLayout;
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("massRefundCloseButton"));
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(QStringLiteral("massRefundConfirmButton"));
    Theme::makePrimary(m_confirm);
    row->addStretch();
    for (QPushButton* button : {m_close, m_confirm}) {
        button->setMinimumHeight(5 * Theme::grid);
        row->addWidget(button);
    }
    column->addLayout(row);
}

void MassRefundDialog::say()
{
    m_wording.label(m_heading, [] { return tr("Refund a whole performance"); });
    m_wording.field(m_performanceTitle, m_performance, [] { return tr("Performance"); }, [] { return tr("Which one does not take place"); });
    m_wording.field(m_reasonTitle, m_reason, [] { return tr("What the buyers are told"); }, [] { return tr("For example: postponed, the singer is ill"); });
    m_wording.button(m_close, [] { return tr("Close"); }, [] { return tr("Closes this; what was begun goes on (Esc)"); });
    m_wording.button(m_confirm, [] { return tr("Refund everybody"); }, [] { return tr("Does exactly what stands above"); });
    m_wording.also([this] {
        setWindowTitle(m_heading->text());
        m_table->setCaption(tr("The result for each person"));
        m_model->retranslate();
        refresh();
    });
}

void MassRefundDialog::ask()
{
    const domain::PerformanceId id(m_performance->currentData().toUuid());
    m_plan.reset();
    refresh();
    m_services.queries->ask<commands::PlanMassRefund>({id}, this, [this, id](const auto& rows) {
        if (m_isAccepted || m_performance->currentData().toUuid() != id.uuid())
            return;
        m_plan = rows && !rows->empty() ? std::optional(rows->front()) : std::nullopt;
        if (!rows)
            m_faultText = inWords(rows.error().message);
        refresh();
        adjustSize(); // what it comes to needs more lines than nothing
    });
}

void MassRefundDialog::refresh()
{
    m_text->setText(!m_plan ? tr("There is no performance yet.")
                        : m_plan->orders == 0 ? tr("Nobody has anything to get back.")
                                              : tr("Orders: %1 · tickets: %2 · %3 goes back, the way it was paid. These tickets no longer admit. Cash is paid out by hand.")
                                                    .arg(QLocale().toString(m_plan->orders), QLocale().toString(m_plan->tickets), moneyText(m_plan->amount, m_currency)));
    m_fault->setText(m_faultText);
    m_fault->setVisible(!m_faultText.isEmpty());
    m_confirm->setVisible(!m_isAccepted);
    m_confirm->setEnabled(m_plan && m_plan->orders > 0 && !m_reason->text().trimmed().isEmpty());
    m_performance->setEnabled(!m_isAccepted);
    m_reason->setEnabled(!m_isAccepted);
    m_table->setVisible(m_isAccepted);
}

void MassRefundDialog::submit()
{
    commands::MassRefund command;
    command.performanceId = m_plan->performanceId;
    command.planHash = m_plan->planHash;
    command.reason = m_reason->text().trimmed();
    m_services.commands->run(makeRequest(command, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        m_faultText = outcome ? QString() : inWords(outcome.error().message);
        m_isAccepted = outcome.ok();
        if (!outcome) {
            ask(); // something changed since: the new plan has to be looked at
            return;
        }
        refresh();
        setMinimumHeight(72 * Theme::grid); // room for the results
        askResults();
        m_timer.start();
        Q_EMIT planAccepted();
    });
}

void MassRefundDialog::askResults()
{
    constexpr int mostShown = 1'000;
    m_services.queries->ask<commands::MassRefundResults>({m_plan->planHash, mostShown, 0}, this, [this](const auto& rows) {
        if (rows)
            m_model->setRows(*rows);
    });
}

void MassRefundDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
}

} // namespace encore::ui
