// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendingdialogs.h"

#include "ui/common/languageswitcher.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace encore::ui
{

AddressDialog::AddressDialog(const domain::DeliveryAddress& address, Theme& theme, QWidget* parent) : FormDialog(QStringLiteral("address"), theme, parent)
{
    setHeading([] { return tr("Where it goes"); });
    m_receiver = addLine("Receiver", [] { return tr("Who receives it"); }, [] { return tr("The name on the parcel"); }, Width::Half);
    m_phone = addLine("Phone", [] { return tr("Phone"); }, [] { return tr("For the carrier; may be left out"); }, Width::Half);
    m_postalCode = addLine("PostalCode", [] { return tr("Postal code"); }, [] { return tr("As the country writes it"); }, Width::Half);
    m_country = addLine("Country", [] { return tr("Country"); }, [] { return tr("Its two letters, for example KR"); }, Width::Half);
    m_city = addLine("City", [] { return tr("City"); }, [] { return tr("Town or city"); }, Width::Half);
    m_region = addLine("Region", [] { return tr("State or province"); }, [] { return tr("Where the country has them"); }, Width::Half);
    m_street = addLine("Street", [] { return tr("Street and number"); }, [] { return tr("For example 세종대로 110"); });
    m_details = addLine("Details", [] { return tr("Flat, floor, company"); }, [] { return tr("May be left out"); });
    m_note = addLine("Note", [] { return tr("For whoever delivers it"); }, [] { return tr("For example: leave it at the door"); });
    finish([] { return tr("Save"); }, [] { return tr("Keeps the address with this pledge (Enter)"); });
    m_country->setMaxLength(2);
    const std::pair<QLineEdit*, const QString*> parts[] = {{m_receiver, &address.name},       {m_phone, &address.phone},   {m_postalCode, &address.postalCode},
                                                           {m_country, &address.country},     {m_city, &address.city},     {m_region, &address.region},
                                                           {m_street, &address.street},       {m_details, &address.details}, {m_note, &address.note}};
    for (const auto& [line, text] : parts) {
        const QSignalBlocker quiet(line);
        line->setText(*text);
    }
    refresh();
}

domain::DeliveryAddress AddressDialog::address() const
{
    const auto text = [](const QLineEdit* line) { return line->text().trimmed(); };
    return {text(m_receiver), text(m_phone), text(m_street), text(m_details), text(m_city), text(m_region), text(m_postalCode), text(m_country).toUpper(), text(m_note)};
}

void AddressDialog::refresh()
{
    const domain::DeliveryAddress typed = address();
    const domain::Status checked = checkAddress(typed);
    const bool isUntouched = typed.name.isEmpty() && typed.street.isEmpty() && typed.city.isEmpty();
    setFault(checked || isUntouched ? QString() : inWords(checked.error().message), checked.ok());
}

DispatchDialog::DispatchDialog(const commands::PackingRow& row, const QString& lastCarrier, Theme& theme, QWidget* parent) :
    FormDialog(QStringLiteral("dispatch"), theme, parent), m_row(row)
{
    setHeading([name = row.backer] { return tr("Sent to %1").arg(name); });
    if (row.address) {
        const QString lines = addressLines(*row.address).join(QStringLiteral(", "));
        addText("Address", [lines] { return lines; });
    }
    auto* area = new QWidget(this);
    auto* grid = new QGridLayout(area);
    grid->setContentsMargins(0, Theme::grid, 0, Theme::grid);
    grid->setColumnStretch(0, 1);
    for (const domain::PledgedItem& item : row.items) {
        if (item.open() <= 0)
            continue;
        const int number = int(m_quantities.size()) + 1;
        auto* title = new QLabel(item.name, area);
        title->setObjectName(QStringLiteral("dispatchItem%1Label").arg(number));
        title->setTextFormat(Qt::PlainText);
        auto* quantity = new QSpinBox(area);
        quantity->setObjectName(QStringLiteral("dispatchItem%1SpinBox").arg(number));
        quantity->setRange(0, int(std::min<qint64>(item.open(), std::numeric_limits<int>::max())));
        // What needs an address stays here until there is one.
        quantity->setValue(item.needsAddress && !row.address ? 0 : quantity->maximum());
        quantity->setEnabled(!item.needsAddress || row.address);
        grid->addWidget(title, number, 0);
        grid->addWidget(quantity, number, 1);
        m_wording.field(title, quantity, [name = item.name] { return name; },
                        [open = item.open()] { return tr("How many left now; %L1 are open").arg(open); });
        connect(quantity, &QSpinBox::valueChanged, this, [this] { refresh(); });
        m_quantities.emplace_back(item, quantity);
    }
    addPart(area);
    m_carrier = addLine("Carrier", [] { return tr("Carrier"); }, [] { return tr("For example 우체국택배; may be left out"); }, Width::Half);
    m_tracking = addLine("Tracking", [] { return tr("Tracking number"); }, [] { return tr("The backer is told it; may be left out"); }, Width::Half);
    m_note = addLine("Note", [] { return tr("A word to the backer"); }, [] { return tr("May be left out"); });
    finish([] { return tr("Mark as sent"); }, [] { return tr("Writes it down and tells the backer (Enter)"); });
    m_carrier->setText(lastCarrier);
    m_carrier->setMaxLength(100);
    m_tracking->setMaxLength(100);
    refresh();
}

commands::DispatchItems DispatchDialog::command() const
{
    commands::DispatchItems command;
    command.pledgeId = m_row.pledgeId;
    command.items.emplace();
    for (const auto& [item, quantity] : m_quantities) {
        if (quantity->value() > 0)
            command.items->push_back({item.line, item.item, quantity->value()});
    }
    command.carrier = m_carrier->text().trimmed();
    command.tracking = m_tracking->text().trimmed();
    command.note = m_note->text().trimmed();
    return command;
}

void DispatchDialog::refresh()
{
    if (!m_note || !confirmButton())
        return; // still being built
    const bool isAny = std::any_of(m_quantities.begin(), m_quantities.end(), [](const auto& part) { return part.second->value() > 0; });
    const bool waits = std::any_of(m_quantities.begin(), m_quantities.end(), [this](const auto& part) { return part.first.needsAddress && !m_row.address; });
    setFault(waits ? tr("What goes by post waits for an address.") : QString(), isAny);
}

} // namespace encore::ui
