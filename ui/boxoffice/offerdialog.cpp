// SPDX-License-Identifier: GPL-3.0-or-later
#include "offerdialog.h"

#include "commands/venues/performances.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QComboBox>
#include <QLineEdit>

namespace encore::ui
{

OfferDialog::OfferDialog(const Services& services, Theme& theme, const QString& currency, const QString& zone, QWidget* parent) :
    FormDialog(QStringLiteral("offer"), theme, parent), m_services(services), m_zone(zone)
{
    if (const auto known = domain::Currency::fromCode(currency))
        m_currency = *known;
    build();
    services.queries->ask<commands::DoorPerformances>({}, this, [this](const auto& rows) {
        if (rows)
            m_performances = *rows;
        fillPerformances();
        refresh();
    });
}

void OfferDialog::build()
{
    setHeading([] { return tr("Put on sale"); });
    m_kind = addChoice("Kind", [] { return tr("What it is"); }, [] { return tr("A ticket, a thing, or a fee"); });
    m_performance = addChoice("Performance", [] { return tr("Performance"); }, [] { return tr("What the ticket admits to"); });
    m_newTitle = addLine("NewTitle", [] { return tr("Title of the performance"); }, [] { return tr("What people call it"); });
    m_start = addLine("Start", [] { return tr("Begins at"); }, [] { return tr("Year-month-day hour:minute, for example 2026-12-24 19:00"); });
    m_title = addLine("Title", [] { return tr("Called"); }, [] { return tr("What the buyer reads, for example Standing"); });
    m_price = addLine("Price", [] { return tr("Price, tax included"); }, [] { return tr("An amount, for example 60,000"); }, Width::Half);
    m_limit = addLine("Limit", [] { return tr("How many there are"); }, [] { return tr("Empty: as many as are wanted"); }, Width::Half);
    finish([] { return tr("Put on sale"); }, [] { return tr("It stands at the desk from then on (Enter)"); });
    const QSignalBlocker quiet(m_kind);
    for (const domain::OfferKind kind : {domain::OfferKind::Ticket, domain::OfferKind::Merchandise, domain::OfferKind::Fee})
        m_kind->addItem(QString(), int(kind));
    m_wording.also([this] {
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
    setShown(m_performance, isTicket());
    for (QLineEdit* part : {m_newTitle, m_start})
        setShown(part, isNewPerformance());
    const auto price = domain::parseMoney(m_price->text().trimmed(), m_currency);
    const bool isNumber = m_limit->text().trimmed().isEmpty() || wholeNumber(m_limit);
    QString fault = m_faultText;
    if (fault.isEmpty() && !m_price->text().trimmed().isEmpty() && !price)
        fault = inWords(price.error().message);
    else if (fault.isEmpty() && !isNumber)
        fault = tr("How many there are is a whole number, or empty.");
    else if (fault.isEmpty() && isNewPerformance() && !m_start->text().trimmed().isEmpty() && !momentFrom(m_start->text(), m_zone))
        fault = tr("“%1” is no date and time. Write for example 2026-12-24 19:00.").arg(m_start->text());
    const bool performanceIsKnown = !isNewPerformance() || (!m_newTitle->text().trimmed().isEmpty() && momentFrom(m_start->text(), m_zone));
    setFault(fault, price && isNumber && performanceIsKnown && !m_title->text().trimmed().isEmpty());
    m_faultText.clear();
}

void OfferDialog::fail(const domain::Error& error)
{
    m_faultText = inWords(error.message);
    refresh();
}

void OfferDialog::confirm()
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
    offer.limit = wholeNumber(m_limit);
    m_services.commands->run(makeRequest(offer, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        if (!outcome)
            return fail(outcome.error());
        Q_EMIT done();
        accept();
    });
}

} // namespace encore::ui
