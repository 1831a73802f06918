// SPDX-License-Identifier: GPL-3.0-or-later
#include "offerdialog.h"

#include "commands/venues/performances.h"
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

OfferDialog::OfferDialog(const Services& services, Theme& theme, const QString& currency, const QString& zone, QWidget* parent) :
    QDialog(parent), m_services(services), m_theme(theme), m_zone(zone)
{
    setObjectName(QStringLiteral("offerDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(480);
    if (const auto known = domain::Currency::fromCode(currency))
        m_currency = *known;
    build();
    say();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &OfferDialog::refresh);
    connect(m_performance, &QComboBox::currentIndexChanged, this, &OfferDialog::refresh);
    for (QLineEdit* field : {m_newTitle, m_start, m_title, m_price, m_limit})
        connect(field, &QLineEdit::textChanged, this, &OfferDialog::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &OfferDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &OfferDialog::submit);
    services.queries->ask<commands::DoorPerformances>({}, this, [this](const auto& rows) {
        if (rows)
            m_performances = *rows;
        fillPerformances();
        refresh();
    });
}

void OfferDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    const auto add = [this, column](auto*& control, const char* name) {
        control = new std::remove_pointer_t<std::remove_reference_t<decltype(control)>>(this);
        control->setObjectName(QLatin1String(name));
        column->addWidget(control);
    };
    add(m_heading, "offerHeadingLabel");
    m_heading->setFont(m_theme.font(TextRole::Heading));
    add(m_kindTitle, "offerKindTitleLabel");
    add(m_kind, "offerKindComboBox");
    add(m_performanceTitle, "offerPerformanceTitleLabel");
    add(m_performance, "offerPerformanceComboBox");
    add(m_newTitleTitle, "newPerformanceTitleLabel");
    add(m_newTitle, "newPerformanceLineEdit");
    add(m_startTitle, "performanceStartTitleLabel");
    add(m_start, "performanceStartLineEdit");
    add(m_titleTitle, "offerTitleTitleLabel");
    add(m_title, "offerTitleLineEdit");
    add(m_priceTitle, "offerPriceTitleLabel");
    add(m_price, "offerPriceLineEdit");
    add(m_limitTitle, "offerLimitTitleLabel");
    add(m_limit, "offerLimitLineEdit");
    add(m_fault, "offerFaultLabel");
    for (const domain::OfferKind kind : {domain::OfferKind::Ticket, domain::OfferKind::Merchandise, domain::OfferKind::Fee})
        m_kind->addItem(QString(), int(kind));
    m_newTitle->setMaxLength(200);
    m_title->setMaxLength(200);
    m_fault->setWordWrap(true);
    m_fault->setProperty("fault", true);
    m_fault->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout;
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("offerCancelButton"));
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(QStringLiteral("offerConfirmButton"));
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

void OfferDialog::say()
{
    m_wording.label(m_heading, [] { return tr("Put on sale"); });
    m_wording.field(m_kindTitle, m_kind, [] { return tr("What it is"); }, [] { return tr("A ticket, a thing, or a fee"); });
    m_wording.field(m_performanceTitle, m_performance, [] { return tr("Performance"); }, [] { return tr("What the ticket admits to"); });
    m_wording.field(m_newTitleTitle, m_newTitle, [] { return tr("Title of the performance"); }, [] { return tr("What people call it"); });
    m_wording.field(m_startTitle, m_start, [] { return tr("Begins at"); }, [] { return tr("Year-month-day hour:minute, for example 2026-12-24 19:00"); });
    m_wording.field(m_titleTitle, m_title, [] { return tr("Called"); }, [] { return tr("What the buyer reads, for example Standing"); });
    m_wording.field(m_priceTitle, m_price, [] { return tr("Price, tax included"); }, [] { return tr("An amount, for example 60,000"); });
    m_wording.field(m_limitTitle, m_limit, [] { return tr("How many there are"); }, [] { return tr("Empty: as many as are wanted"); });
    m_wording.button(m_cancel, [] { return tr("Cancel"); }, [] { return tr("Closes this (Esc)"); });
    m_wording.button(m_confirm, [] { return tr("Put on sale"); }, [] { return tr("It stands at the desk from then on (Enter)"); });
    m_wording.also([this] {
        setWindowTitle(m_heading->text());
        const QString kinds[] = {tr("Ticket"), tr("A thing"), tr("Fee")};
        for (int i = 0; i < m_kind->count(); ++i)
            m_kind->setItemText(i, kinds[i]);
        fillPerformances();
        refresh();
    });
}

void OfferDialog::fillPerformances()
{
    const QSignalBlocker quiet(m_performance);
    const int chosen = m_performance->currentIndex();
    m_performance->clear();
    for (const commands::DoorPerformances::Row& row : m_performances)
        m_performance->addItem(row.title + (row.startsAt ? QStringLiteral("  ·  ") + momentText(*row.startsAt, row.timeZone) : QString()), row.id.uuid());
    m_performance->addItem(tr("A new one…"), QUuid());
    m_performance->setCurrentIndex(std::clamp(chosen, 0, m_performance->count() - 1));
}

bool OfferDialog::isTicket() const
{
    return m_kind->currentData().toInt() == int(domain::OfferKind::Ticket);
}

bool OfferDialog::isNewPerformance() const
{
    return isTicket() && m_performance->currentData().toUuid().isNull();
}

void OfferDialog::refresh()
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_performanceTitle, m_performance})
        part->setVisible(isTicket());
    for (QWidget* part : std::initializer_list<QWidget*>{m_newTitleTitle, m_newTitle, m_startTitle, m_start})
        part->setVisible(isNewPerformance());
    const auto price = domain::parseMoney(m_price->text().trimmed(), m_currency);
    bool isNumber = m_limit->text().trimmed().isEmpty();
    if (!isNumber)
        isNumber = m_limit->text().trimmed().toInt(&isNumber) >= 0 && isNumber;
    QString fault = m_faultText;
    if (fault.isEmpty() && !m_price->text().trimmed().isEmpty() && !price)
        fault = inWords(price.error().message);
    else if (fault.isEmpty() && !isNumber)
        fault = tr("How many there are is a whole number, or empty.");
    else if (fault.isEmpty() && isNewPerformance() && !m_start->text().trimmed().isEmpty() && !momentFrom(m_start->text(), m_zone))
        fault = tr("“%1” is no date and time. Write for example 2026-12-24 19:00.").arg(m_start->text());
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    const bool performanceIsKnown = !isNewPerformance() || (!m_newTitle->text().trimmed().isEmpty() && momentFrom(m_start->text(), m_zone));
    m_confirm->setEnabled(price && isNumber && performanceIsKnown && !m_title->text().trimmed().isEmpty());
    m_faultText.clear();
}

void OfferDialog::fail(const domain::Error& error)
{
    m_faultText = inWords(error.message);
    refresh();
}

void OfferDialog::submit()
{
    if (!isTicket())
        return create(std::nullopt);
    if (!isNewPerformance())
        return create(domain::PerformanceId(m_performance->currentData().toUuid()));
    commands::SchedulePerformance schedule;
    schedule.title = m_newTitle->text().trimmed();
    schedule.startsAt = momentFrom(m_start->text(), m_zone);
    m_services.commands->run(makeRequest(schedule, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        if (!outcome)
            return fail(outcome.error());
        const auto json = commands::parseJson(outcome->json);
        const auto made = json ? commands::decode<commands::PerformanceMade>(*json, {}) : domain::Result<commands::PerformanceMade>(json.error());
        if (made)
            create(made->performanceId);
        else
            fail(made.error());
    });
}

void OfferDialog::create(const std::optional<domain::PerformanceId>& performance)
{
    const auto price = domain::parseMoney(m_price->text().trimmed(), m_currency);
    if (!price)
        return;
    commands::CreateOffer offer;
    offer.kind = domain::OfferKind(m_kind->currentData().toInt());
    offer.title = m_title->text().trimmed();
    offer.price = price->minor;
    offer.performance = performance;
    if (!m_limit->text().trimmed().isEmpty())
        offer.limit = m_limit->text().trimmed().toInt();
    m_services.commands->run(makeRequest(offer, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        if (!outcome)
            return fail(outcome.error());
        Q_EMIT done();
        accept();
    });
}

void OfferDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
}

} // namespace encore::ui
