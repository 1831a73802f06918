// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewarddialog.h"

#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace encore::ui
{

namespace
{

std::vector<commands::Offers::Row> ticketsAmong(std::vector<commands::Offers::Row> offers)
{
    std::erase_if(offers, [](const commands::Offers::Row& row) { return row.offer.kind != domain::OfferKind::Ticket || !row.offer.performance || !row.offer.product; });
    return offers;
}

} // namespace

RewardDialog::RewardDialog(const domain::Reward& reward, std::vector<commands::Offers::Row> offers, const domain::Currency& currency, const QString& zone,
                           Theme& theme, QWidget* parent) :
    FormDialog(QStringLiteral("reward"), theme, parent), m_reward(reward), m_offers(ticketsAmong(std::move(offers))), m_currency(currency), m_zone(zone)
{
    build();
    fill();
    m_isBuilt = true;
    refresh();
}

void RewardDialog::build()
{
    setHeading([this] { return m_reward.id.isNull() ? tr("A new reward") : tr("Edit the reward"); });
    m_title = addLine("Title", [] { return tr("Title"); }, [] { return tr("What backers read first"); });
    m_text = addLongText("Text", [] { return tr("What is in it"); }, [] { return tr("Markdown; shown as text"); });
    m_price = addLine("Price", [] { return tr("Price"); }, [] { return tr("An amount, for example 30,000; fixed once somebody chose it"); }, Width::Half);
    m_limit = addLine("Limit", [] { return tr("How many there are"); }, [] { return tr("Empty: as many as are wanted"); }, Width::Half);
    m_perBacker = addLine("PerBacker", [] { return tr("For each backer at most"); }, [] { return tr("Empty: as many as they like"); }, Width::Half);
    m_until = addLine("Until", [] { return tr("Can be chosen until (early bird)"); }, [] { return tr("Year-month-day hour:minute; empty: until the end"); }, Width::Half);
    buildContents();
    m_needsAddress = addCheck("Address", [] { return tr("Has to be sent"); }, [] { return tr("Backers are asked for an address"); });
    m_addOn = addCheck("AddOn", [] { return tr("Only together with another reward"); }, [] { return tr("An add-on"); });
    finish([] { return tr("Save"); }, [] { return tr("Writes the reward (Enter)"); });
    m_wording.also([this] {
        m_ticket->setItemText(0, tr("none"));
        refresh();
    });
}

void RewardDialog::buildContents()
{
    m_ticket = addChoice("Ticket", [] { return tr("Ticket in it"); }, [] { return tr("Issued when the campaign is funded; put it on sale at the box office first"); }, Width::Half);
    m_tickets = addLine("Tickets", [] { return tr("How many tickets"); }, [] { return tr("In one reward, at least 1"); }, Width::Half);
    m_thing = addLine("Thing", [] { return tr("Thing in it"); }, [] { return tr("As it stands on the packing list, for example LP; empty: none"); }, Width::Half);
    m_things = addLine("Things", [] { return tr("How many of it"); }, [] { return tr("In one reward, at least 1"); }, Width::Half);
    m_digital = addLine("Digital", [] { return tr("Digital in it"); }, [] { return tr("What is sent without a parcel, for example the recording; empty: nothing"); });
    m_ticket->addItem(QString());
    for (const commands::Offers::Row& row : m_offers)
        m_ticket->addItem(row.offer.title + QStringLiteral("  ·  ") + row.performance);
}

bool RewardDialog::contentsAreSimple() const
{
    using Kind = domain::RewardItemKind;
    for (const Kind kind : {Kind::Ticket, Kind::Merchandise, Kind::Digital}) {
        if (std::count_if(m_reward.items.begin(), m_reward.items.end(), [kind](const auto& item) { return item.kind == kind; }) > 1)
            return false;
    }
    const domain::RewardItem* ticket = itemOf(Kind::Ticket);
    return !ticket || std::any_of(m_offers.begin(), m_offers.end(), [ticket](const auto& row) {
        return row.offer.performance == ticket->performance && row.offer.product == ticket->product && row.offer.variation == ticket->variation;
    });
}

const domain::RewardItem* RewardDialog::itemOf(domain::RewardItemKind kind) const
{
    const auto found = std::find_if(m_reward.items.begin(), m_reward.items.end(), [kind](const auto& item) { return item.kind == kind; });
    return found == m_reward.items.end() ? nullptr : &*found;
}

void RewardDialog::fillContents()
{
    using Kind = domain::RewardItemKind;
    if (const domain::RewardItem* ticket = itemOf(Kind::Ticket)) {
        m_tickets->setText(QString::number(ticket->quantity));
        for (size_t i = 0; i < m_offers.size(); ++i) {
            const domain::Offer& offer = m_offers[i].offer;
            if (offer.performance == ticket->performance && offer.product == ticket->product && offer.variation == ticket->variation)
                m_ticket->setCurrentIndex(int(i) + 1);
        }
    }
    if (const domain::RewardItem* thing = itemOf(Kind::Merchandise)) {
        m_thing->setText(thing->name);
        m_things->setText(QString::number(thing->quantity));
    }
    if (const domain::RewardItem* digital = itemOf(Kind::Digital))
        m_digital->setText(digital->name);
}

std::vector<domain::RewardItem> RewardDialog::items() const
{
    using Kind = domain::RewardItemKind;
    if (!contentsAreSimple())
        return m_reward.items;
    std::vector<domain::RewardItem> items;
    if (m_ticket->currentIndex() > 0) {
        const domain::Offer& offer = m_offers[size_t(m_ticket->currentIndex()) - 1].offer;
        const domain::RewardItem* before = itemOf(Kind::Ticket);
        const bool isSame = before && offer.performance == before->performance && offer.product == before->product && offer.variation == before->variation;
        items.push_back({Kind::Ticket, isSame ? before->name : offer.title, wholeNumber(m_tickets).value_or(1), offer.performance, offer.product, offer.variation});
    }
    if (const QString name = m_thing->text().trimmed(); !name.isEmpty())
        items.push_back({Kind::Merchandise, name, wholeNumber(m_things).value_or(1), {}, {}, {}});
    if (const QString name = m_digital->text().trimmed(); !name.isEmpty())
        items.push_back({Kind::Digital, name, itemOf(Kind::Digital) ? itemOf(Kind::Digital)->quantity : 1, {}, {}, {}});
    const bool isSame = std::is_permutation(items.begin(), items.end(), m_reward.items.begin(), m_reward.items.end());
    return isSame ? m_reward.items : items; // the form has an order of its own
}

void RewardDialog::fill()
{
    m_title->setText(m_reward.title);
    m_text->setPlainText(m_reward.description);
    if (m_reward.price > 0 || !m_reward.id.isNull())
        m_price->setText(domain::plainText({m_reward.price, m_currency}));
    m_limit->setText(m_reward.limit ? QString::number(*m_reward.limit) : QString());
    m_perBacker->setText(m_reward.perBacker ? QString::number(*m_reward.perBacker) : QString());
    m_until->setText(m_reward.until ? editableMoment(*m_reward.until, m_zone) : QString());
    m_needsAddress->setChecked(m_reward.needsAddress);
    m_addOn->setChecked(m_reward.addOn);
    fillContents();
    const bool isFixed = m_reward.everChosen && !m_reward.id.isNull();
    for (QWidget* part : std::initializer_list<QWidget*>{m_price, m_needsAddress, m_addOn})
        part->setEnabled(!isFixed);
    for (QWidget* part : std::initializer_list<QWidget*>{m_ticket, m_tickets, m_thing, m_things, m_digital})
        part->setEnabled(!isFixed && contentsAreSimple());
}

QString RewardDialog::fault() const
{
    const auto price = domain::parseMoney(m_price->text().trimmed(), m_currency);
    if (!m_price->text().trimmed().isEmpty() && !price)
        return inWords(price.error().message);
    for (const QLineEdit* field : {m_limit, m_perBacker, m_tickets, m_things}) {
        if (!field->text().trimmed().isEmpty() && !wholeNumber(field))
            return tr("“%1” is no whole number.").arg(field->text());
    }
    if (!m_until->text().trimmed().isEmpty() && !momentFrom(m_until->text(), m_zone))
        return inWords(domain::message("project.moment").with("text", m_until->text()));
    return {};
}

void RewardDialog::refresh()
{
    if (!m_isBuilt)
        return;
    setShown(m_tickets, m_ticket->currentIndex() > 0);
    setShown(m_things, !m_thing->text().trimmed().isEmpty());
    const QString words = fault();
    setFault(words, words.isEmpty() && !m_title->text().trimmed().isEmpty() && !m_price->text().trimmed().isEmpty());
}

commands::RewardFields RewardDialog::fields() const
{
    commands::RewardFields fields;
    const bool isNew = m_reward.id.isNull();
    const auto given = [isNew](auto& target, const auto& now, const auto& before) {
        if (isNew || now != before)
            target = now;
    };
    given(fields.title, m_title->text().trimmed(), m_reward.title);
    given(fields.description, m_text->toPlainText(), m_reward.description);
    if (const auto price = domain::parseMoney(m_price->text().trimmed(), m_currency))
        given(fields.price, price->minor, m_reward.price);
    if (const auto limit = wholeNumber(m_limit); limit != m_reward.limit || isNew)
        fields.limit = limit;
    if (const auto perBacker = wholeNumber(m_perBacker); perBacker != m_reward.perBacker || isNew)
        fields.perBacker = perBacker;
    const bool untilIsSame = m_reward.until && m_until->text().trimmed() == editableMoment(*m_reward.until, m_zone);
    if (!untilIsSame || isNew)
        fields.until = untilIsSame ? m_reward.until : momentFrom(m_until->text(), m_zone);
    given(fields.needsAddress, m_needsAddress->isChecked(), m_reward.needsAddress);
    given(fields.addOn, m_addOn->isChecked(), m_reward.addOn);
    given(fields.items, items(), m_reward.items);
    if (isNew) {
        fields.position = m_reward.position;
    }
    return fields;
}

std::vector<QString> RewardDialog::emptied() const
{
    std::vector<QString> names;
    const auto add = [&](const QLineEdit* field, bool was, const char* name) {
        if (was && field->text().trimmed().isEmpty())
            names.push_back(QLatin1String(name));
    };
    add(m_limit, m_reward.limit.has_value(), "limit");
    add(m_perBacker, m_reward.perBacker.has_value(), "per_backer");
    add(m_until, m_reward.until.has_value(), "closes_at");
    return names;
}

} // namespace encore::ui
