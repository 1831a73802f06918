// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewardstab.h"

#include "rewarddialog.h"
#include "ui/common/askdialog.h"
#include "ui/common/datatable.h"
#include "ui/common/importdialog.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

#include <numeric>

namespace encore::ui
{
namespace
{
constexpr char rewardRow[] = "application/x-encore-reward";
} // namespace

void RewardModel::setCampaign(const domain::Currency& currency, const QString& zone)
{
    m_currency = currency;
    m_zone = zone;
}

QVariant RewardModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const domain::Reward& reward = row(index.row());
    if (role == Qt::TextAlignmentRole && (index.column() == Price || index.column() == Taken || index.column() == Limit))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Title:
        return reward.title;
    case Price:
        return moneyText(reward.price, m_currency);
    case Taken:
        return QLocale().toString(reward.taken);
    case Limit:
        return reward.limit ? QLocale().toString(*reward.limit) : tr("no limit");
    case Window:
        return reward.until ? tr("until %1").arg(momentText(*reward.until, m_zone)) : QString();
    case State: {
        QStringList parts;
        if (reward.closed)
            parts << tr("closed");
        if (reward.addOn)
            parts << tr("add-on");
        if (reward.needsAddress)
            parts << tr("is sent");
        if (reward.everChosen)
            parts << tr("price is fixed");
        return parts.join(QStringLiteral(" · "));
    }
    }
    return {};
}

QVariant RewardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Reward"), tr("Price"), tr("Chosen"), tr("Limit"), tr("Window"), tr("State")};
    return titles[section];
}

Qt::ItemFlags RewardModel::flags(const QModelIndex& index) const
{
    // Between rows only: a reward is not put into another.
    return RowModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled);
}

QStringList RewardModel::mimeTypes() const
{
    return {QLatin1String(rewardRow)};
}

QMimeData* RewardModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    data->setData(QLatin1String(rewardRow), indexes.isEmpty() ? QByteArray() : keyOf(row(indexes.first().row())).toLatin1());
    return data;
}

bool RewardModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int before, int, const QModelIndex& parent)
{
    const QString key = QString::fromLatin1(data->data(QLatin1String(rewardRow)));
    const int from = find(key, 0);
    if (action != Qt::MoveAction || parent.isValid() || from < 0)
        return false;
    const int place = before < 0 ? rowCount() : before;
    const int to = place > from ? place - 1 : place;
    if (to != from)
        Q_EMIT dragged(from, to);
    return false; // the rows come anew when it is done
}

RewardsTab::RewardsTab(const Services& services, Theme& theme, QWidget* parent) : CampaignTab(services, theme, parent), m_model(new RewardModel(this))
{
    setObjectName(QStringLiteral("rewardsTab"));
    build();
    say();
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RewardsTab::refresh);
    connect(m_table->view(), &QTableView::activated, this, [this] {
        if (const domain::Reward* reward = chosen())
            ask(*reward, false);
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        domain::Reward reward;
        reward.position = m_model->rowCount() + 1;
        ask(reward, true);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] { ask(*chosen(), false); });
    connect(m_duplicate, &QPushButton::clicked, this, [this] {
        domain::Reward copy = *chosen();
        copy.title = tr("%1 (copy)").arg(copy.title);
        copy.everChosen = false;
        copy.position = m_model->rowCount() + 1;
        ask(copy, true);
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_close, &QPushButton::clicked, this, &RewardsTab::toggleClosed);
    connect(m_delete, &QPushButton::clicked, this, &RewardsTab::askDelete);
    connect(m_import, &QPushButton::clicked, this, &RewardsTab::openImport);
}

void RewardsTab::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    const auto button = [&](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        row->addWidget(made);
        return made;
    };
    m_add = button("addRewardButton");
    Theme::makePrimary(m_add);
    m_edit = button("editRewardButton");
    m_duplicate = button("duplicateRewardButton");
    m_up = button("rewardUpButton");
    m_down = button("rewardDownButton");
    m_close = button("closeRewardButton");
    m_delete = button("deleteRewardButton");
    row->addStretch();
    m_import = button("importRewardsButton");
    column->addLayout(row);
    m_table = new DataTable(*m_model, QStringLiteral("rewards"), *m_services.settings, m_theme, this);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->view()->setSortingEnabled(false); // their order is the page's own
    m_table->view()->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->view()->setDragDropOverwriteMode(false);
    connect(m_model, &RewardModel::dragged, this, &RewardsTab::moveTo);
    column->addWidget(m_table, 1);
}

void RewardsTab::say()
{
    m_wording.button(m_add, [] { return tr("Add a reward…"); }, [] { return tr("Something new that backers may choose"); });
    m_wording.button(m_edit, [] { return tr("Edit…"); }, [] { return tr("Changes the chosen reward"); });
    m_wording.button(m_duplicate, [] { return tr("Duplicate…"); }, [] { return tr("A new reward that begins like the chosen one"); });
    m_wording.button(m_up, [] { return tr("Up"); }, [] { return tr("Further up on the page"); });
    m_wording.button(m_down, [] { return tr("Down"); }, [] { return tr("Further down on the page"); });
    m_wording.button(m_close, [this] { return chosen() && chosen()->closed ? tr("Offer again") : tr("Close"); },
                     [] { return tr("Takes it off the page; what was chosen stands"); });
    m_wording.button(m_delete, [] { return tr("Remove…"); }, [] { return tr("Only one that nobody chose; others can be closed"); });
    m_wording.button(m_import, [] { return tr("Import…"); }, [] { return tr("Rewards from a table, with a look at what would change first"); });
    m_wording.also([this] {
        m_table->setCaption(tr("Rewards, in the order of the page"));
        m_table->setEmptyText(tr("There are no rewards yet. Add what backers get: a ticket, a record, a thank-you."));
        m_model->retranslate();
    });
}

const domain::Reward* RewardsTab::chosen() const
{
    const auto* view = m_table ? m_table->view() : nullptr;
    if (!view || !view->selectionModel() || !view->currentIndex().isValid())
        return nullptr;
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(view->model());
    const QModelIndex source = proxy ? proxy->mapToSource(view->currentIndex()) : view->currentIndex();
    return source.row() < m_model->rowCount() ? &m_model->row(source.row()) : nullptr;
}

void RewardsTab::show(bool)
{
    m_model->setCampaign(m_case->project().currency, m_case->zone);
    m_services.queries->ask<commands::Rewards>({m_case->project().id}, this, [this, id = m_case->project().id](const auto& rows) {
        if (!rows || !(m_case->project().id == id))
            return;
        m_model->setRows(*rows);
        refresh();
    });
}

void RewardsTab::refresh()
{
    const domain::Reward* reward = chosen();
    for (QPushButton* button : {m_edit, m_duplicate, m_up, m_down, m_close})
        button->setEnabled(reward != nullptr);
    m_delete->setEnabled(reward && !reward->everChosen);
    m_up->setEnabled(reward && reward->id != m_model->row(0).id);
    m_down->setEnabled(reward && reward->id != m_model->row(m_model->rowCount() - 1).id);
    m_close->setText(reward && reward->closed ? tr("Offer again") : tr("Close"));
    m_close->setAccessibleName(m_close->text());
}

void RewardsTab::ask(const domain::Reward& reward, bool isNew)
{
    domain::Reward begun = reward;
    if (isNew)
        begun.id = {};
    m_services.queries->ask<commands::Offers>({}, this, [this, begun](const auto& offers) {
        openDialog(begun, offers ? *offers : std::vector<commands::Offers::Row>());
    });
}

void RewardsTab::openDialog(const domain::Reward& begun, const std::vector<commands::Offers::Row>& offers)
{
    auto* dialog = new RewardDialog(begun, offers, m_case->project().currency, m_case->zone, m_theme, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, begun] {
        if (begun.id.isNull()) {
            commands::AddReward add;
            static_cast<commands::RewardFields&>(add) = dialog->fields();
            add.projectId = m_case->project().id;
            run(add);
            return;
        }
        commands::EditReward edit;
        static_cast<commands::RewardFields&>(edit) = dialog->fields();
        edit.rewardId = begun.id;
        edit.clear = dialog->emptied();
        run(edit, {}, begun.version);
    });
    dialog->open();
}

void RewardsTab::move(int by)
{
    const domain::Reward* reward = chosen();
    for (int row = 0; reward && row < m_model->rowCount(); ++row) {
        if (m_model->row(row).id == reward->id)
            return moveTo(row, row + by);
    }
}

void RewardsTab::moveTo(int from, int to)
{
    if (to < 0 || to >= m_model->rowCount())
        return;
    std::vector<int> order(size_t(m_model->rowCount()));
    std::iota(order.begin(), order.end(), 0);
    order.erase(order.begin() + from);
    order.insert(order.begin() + to, from);
    // Positions are dense from here on, whatever they were.
    for (int place = 0; place < int(order.size()); ++place) {
        const domain::Reward& reward = m_model->row(order[size_t(place)]);
        if (reward.position == place + 1)
            continue;
        commands::EditReward edit;
        edit.rewardId = reward.id;
        edit.position = place + 1;
        run(edit);
    }
}

void RewardsTab::toggleClosed()
{
    if (const domain::Reward* reward = chosen())
        run(commands::CloseReward{reward->id, !reward->closed});
}

void RewardsTab::openImport()
{
    auto* dialog = new ImportDialog(m_services, m_theme, {commands::ImportKind::Rewards, m_case->project().id, {}}, [] { return tr("Import rewards"); },
                                    [] { return tr("A row whose number or title is known changes that reward, any other adds one. Empty cells change nothing."); }, this);
    connect(dialog, &ImportDialog::done, this, [this] { Q_EMIT changed(); });
    dialog->open();
}

void RewardsTab::askDelete()
{
    const domain::Reward* reward = chosen();
    if (!reward)
        return;
    auto* dialog = new AskDialog(QStringLiteral("deleteReward"), m_theme, this);
    dialog->setWords([] { return tr("Remove this reward?"); }, [title = reward->title] { return tr("“%1” goes from the page. Nobody chose it.").arg(title); },
                     [] { return tr("Remove"); });
    connect(dialog, &QDialog::accepted, this, [this, id = reward->id] { run(commands::DeleteReward{id}); });
    dialog->open();
}

} // namespace encore::ui
