// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendingtab.h"

#include "sendingdialogs.h"
#include "ui/common/datatable.h"
#include "ui/common/importdialog.h"
#include "ui/common/languageswitcher.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableView>

namespace encore::ui
{

QVariant PackingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const commands::PackingRow& packing = row(index.row());
    switch (index.column()) {
    case Backer:
        return packing.backer;
    case Open: {
        QStringList parts;
        for (const domain::PledgedItem& item : packing.items) {
            if (item.open() > 0)
                parts << item.name + QStringLiteral(" × ") + QString::number(item.open());
        }
        return parts.isEmpty() ? tr("nothing: everything was sent") : parts.join(QStringLiteral(", "));
    }
    case Address:
        if (packing.address)
            return addressLines(*packing.address).join(QStringLiteral(", "));
        return packing.needsAddress ? tr("missing") : tr("not needed");
    case Sent: {
        QStringList parts;
        for (const domain::Dispatch& dispatch : packing.dispatches)
            parts << (dispatch.carrier.isEmpty() && dispatch.tracking.isEmpty() ? tr("sent") : QString(dispatch.carrier + u' ' + dispatch.tracking).trimmed());
        return parts.join(QStringLiteral(", "));
    }
    case State:
        return inWords(domain::messageFor("pledge.state.", packing.state));
    case Label:
        return packing.label;
    }
    return {};
}

QVariant PackingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Backer"), tr("To send"), tr("Address"), tr("Sent with"), tr("State"), tr("Number")};
    return titles[section];
}

SendingTab::SendingTab(const Services& services, Theme& theme, QWidget* parent) : CampaignTab(services, theme, parent), m_model(new PackingModel(this))
{
    setObjectName(QStringLiteral("sendingTab"));
    build();
    m_model->setSource([this](const commands::PackingRow* last, int, int limit, const PackingModel::Answer& answer) {
        commands::PackingList query;
        query.projectId = m_case->project().id;
        query.includesSent = m_withSent->isChecked();
        query.limit = limit;
        if (last)
            query.after = last->pledgeId;
        m_services.queries->ask<commands::PackingList>(query, this, [this, answer](const auto& rows) {
            answer(rows ? *rows : std::vector<commands::PackingRow>());
            refresh();
        });
    });
    connect(m_withSent, &QCheckBox::toggled, m_model, [this] { m_model->restart(); });
    connect(m_address, &QPushButton::clicked, this, &SendingTab::askAddress);
    connect(m_dispatch, &QPushButton::clicked, this, &SendingTab::askDispatch);
    connect(m_print, &QPushButton::clicked, this, &SendingTab::choosePackingList);
    connect(m_import, &QPushButton::clicked, this, &SendingTab::openImport);
    connect(m_table->view(), &QTableView::activated, this, [this] {
        if (m_dispatch->isEnabled())
            askDispatch();
    });
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SendingTab::refresh);
    say();
}

void SendingTab::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    column->setSpacing(Theme::grid);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("sendingSummaryLabel"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    const auto button = [&](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        row->addWidget(made);
        return made;
    };
    m_dispatch = button("dispatchButton");
    Theme::makePrimary(m_dispatch);
    m_address = button("addressButton");
    m_print = button("packingListButton");
    m_import = button("importNumbersButton");
    row->addStretch();
    m_withSent = new QCheckBox(this);
    m_withSent->setObjectName(QStringLiteral("withSentCheckBox"));
    row->addWidget(m_withSent);
    column->addLayout(row);
    m_table = new DataTable(*m_model, QStringLiteral("packing"), *m_services.settings, m_theme, this, DataTable::Rows::Paged);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_table, 1);
}

void SendingTab::say()
{
    m_wording.button(m_dispatch, [] { return tr("Mark as sent…"); }, [] { return tr("What of the chosen pledge has left the house"); });
    m_wording.button(m_address, [] { return tr("Address…"); }, [] { return tr("Where the chosen pledge's things go"); });
    m_wording.button(m_print, [] { return tr("Packing list…"); }, [] { return tr("A slip for every parcel that can leave now, as PDF"); });
    m_wording.button(m_import, [] { return tr("Import numbers…"); }, [] { return tr("Tracking numbers from a carrier's table"); });
    m_wording.button(m_withSent, [] { return tr("Also what was sent"); }, [] { return tr("Shows pledges of which everything has left"); });
    m_wording.also([this] {
        m_table->setCaption(tr("What is to be sent"));
        m_model->retranslate();
        refresh();
    });
}

void SendingTab::show(bool isAnother)
{
    if (isAnother) {
        m_answerText.clear();
        m_totals.clear();
        const QSignalBlocker quiet(m_withSent);
        m_withSent->setChecked(false);
    }
    m_services.queries->ask<commands::PackingTotals>({m_case->project().id}, this, [this, id = m_case->project().id](const auto& rows) {
        if (rows && m_case->project().id == id)
            m_totals = *rows;
        refresh();
    });
    m_model->restart();
}

const commands::PackingRow* SendingTab::chosen() const
{
    const QModelIndex current = m_table ? m_table->view()->currentIndex() : QModelIndex();
    return current.isValid() && current.row() < m_model->rowCount() ? &m_model->row(current.row()) : nullptr;
}

void SendingTab::refresh()
{
    const commands::PackingRow* row = chosen();
    const bool isOpen = row && std::any_of(row->items.begin(), row->items.end(), [](const auto& item) { return item.open() > 0; });
    m_dispatch->setEnabled(isOpen);
    m_address->setEnabled(isOpen && row->needsAddress);
    QStringList parts;
    for (const commands::PackingTotals::Row& total : m_totals)
        parts << tr("%1: sent %L2 of %L3").arg(total.item).arg(total.sent).arg(total.quantity);
    const bool isAny = !m_totals.empty();
    m_print->setEnabled(isAny);
    m_import->setEnabled(isAny);
    if (!m_answerText.isEmpty())
        parts << m_answerText;
    m_summary->setText(parts.join(QStringLiteral("   ·   ")));
    m_summary->setVisible(!parts.isEmpty());
    const bool isFunded = m_case && (m_case->status.raisedAtClosing && m_case->project().state != domain::ProjectState::Failed);
    m_table->setEmptyText(isAny        ? tr("Everything has been sent.")
                              : isFunded ? tr("There is nothing to send: no reward has a thing in it.")
                                         : tr("Things are sent once the campaign is funded."));
}

void SendingTab::askAddress()
{
    const commands::PackingRow row = *chosen();
    domain::DeliveryAddress address = row.address.value_or(domain::DeliveryAddress());
    if (!row.address)
        address.name = row.backer;
    auto* dialog = new AddressDialog(address, m_theme, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = row.pledgeId] {
        commands::SetDeliveryAddress command;
        command.pledgeId = id;
        command.address = dialog->address();
        run(command);
    });
    dialog->open();
}

void SendingTab::askDispatch()
{
    const QString carrierKey = QStringLiteral("sending/carrier");
    auto* dialog = new DispatchDialog(*chosen(), m_services.settings->value(carrierKey).toString(), m_theme, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, carrierKey] {
        m_services.settings->setValue(carrierKey, dialog->command().carrier);
        run(dialog->command());
    });
    dialog->open();
}

void SendingTab::choosePackingList()
{
    auto* chooser = new QFileDialog(this, tr("Save the packing list"));
    chooser->setObjectName(QStringLiteral("packingFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("pdf"));
    chooser->setNameFilter(tr("PDF files (*.pdf)"));
    connect(chooser, &QFileDialog::fileSelected, this, &SendingTab::writePackingList);
    chooser->open();
}

void SendingTab::writePackingList(const QString& path)
{
    m_answerText = tr("Writing the slips…");
    refresh();
    m_services.files->writePackingList(m_case->project().id, path, currentLanguage(), this, [this, path](const domain::Result<FileService::Packed>& packed) {
        m_answerText = !packed ? inWords(packed.error().message) : tr("Slips: %L1, saved in %2.").arg(packed->parcels).arg(path);
        if (packed && packed->withoutAddress > 0)
            m_answerText += u' ' + tr("Pledges without an address: %L1.").arg(packed->withoutAddress);
        refresh();
    });
}

void SendingTab::openImport()
{
    auto* dialog = new ImportDialog(m_services, m_theme, {commands::ImportKind::Dispatches, m_case->project().id, {}}, [] { return tr("Import tracking numbers"); },
                                    [] { return tr("One row a parcel: the pledge's number, the carrier and its number. Whatever is open of the pledge counts as sent."); }, this);
    connect(dialog, &ImportDialog::done, this, [this] { Q_EMIT changed(); });
    dialog->open();
}

} // namespace encore::ui
