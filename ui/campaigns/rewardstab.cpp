// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewardstab.h"

#include "ui/common/askdialog.h"
#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

namespace encore::ui
{

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

RewardDialog::RewardDialog(const domain::Reward& reward, const domain::Currency& currency, const QString& zone, Theme& theme, QWidget* parent) :
    QDialog(parent), m_reward(reward), m_currency(currency), m_zone(zone)
{
    setObjectName(QStringLiteral("rewardDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(520);
    build(theme);
    say();
    fill();
    for (QLineEdit* field : {m_title, m_price, m_limit, m_perBacker, m_until})
        connect(field, &QLineEdit::textChanged, this, &RewardDialog::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &RewardDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &RewardDialog::accept);
    refresh();
}

void RewardDialog::build(Theme& theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    const auto make = [this](auto*& control, const char* name) {
        control = new std::remove_pointer_t<std::remove_reference_t<decltype(control)>>(this);
        control->setObjectName(QLatin1String(name));
        return control;
    };
    make(m_heading, "rewardHeadingLabel")->setFont(theme.font(TextRole::Heading));
    column->addWidget(m_heading);
    column->addWidget(make(m_titleTitle, "rewardTitleTitleLabel"));
    column->addWidget(make(m_title, "rewardTitleLineEdit"));
    column->addWidget(make(m_textTitle, "rewardTextTitleLabel"));
    column->addWidget(make(m_text, "rewardTextEdit"));
    m_text->setMaximumHeight(12 * Theme::grid);
    m_text->setTabChangesFocus(true);
    auto* grid = new QGridLayout;
    grid->setSpacing(Theme::grid);
    const auto pair = [&](int row, int place, QWidget* title, QWidget* field) {
        grid->addWidget(title, 2 * row, place);
        grid->addWidget(field, 2 * row + 1, place);
    };
    make(m_priceTitle, "rewardPriceTitleLabel");
    make(m_price, "rewardPriceLineEdit");
    make(m_limitTitle, "rewardLimitTitleLabel");
    make(m_limit, "rewardLimitLineEdit");
    make(m_perBackerTitle, "rewardPerBackerTitleLabel");
    make(m_perBacker, "rewardPerBackerLineEdit");
    make(m_untilTitle, "rewardUntilTitleLabel");
    make(m_until, "rewardUntilLineEdit");
    pair(0, 0, m_priceTitle, m_price);
    pair(0, 1, m_limitTitle, m_limit);
    pair(1, 0, m_perBackerTitle, m_perBacker);
    pair(1, 1, m_untilTitle, m_until);
    column->addLayout(grid);
    column->addWidget(make(m_needsAddress, "rewardAddressCheckBox"));
    column->addWidget(make(m_addOn, "rewardAddOnCheckBox"));
    column->addWidget(make(m_fault, "rewardFaultLabel"));
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    m_title->setMaxLength(200);
    auto* row = new QHBoxLayout;
    row->addStretch();
    for (QPushButton* button : {make(m_cancel, "rewardCancelButton"), make(m_confirm, "rewardConfirmButton")}) {
        button->setMinimumHeight(5 * Theme::grid);
        row->addWidget(button);
    }
    m_confirm->setDefault(true);
    Theme::makePrimary(m_confirm);
    column->addLayout(row);
}

void RewardDialog::say()
{
    m_wording.label(m_heading, [this] { return m_reward.id.isNull() ? tr("A new reward") : tr("Edit the reward"); });
    m_wording.field(m_titleTitle, m_title, [] { return tr("Title"); }, [] { return tr("What backers read first"); });
    m_wording.field(m_textTitle, m_text, [] { return tr("What is in it"); }, [] { return tr("Markdown; shown as text"); });
    m_wording.field(m_priceTitle, m_price, [] { return tr("Price"); }, [] { return tr("An amount, for example 30,000; fixed once somebody chose it"); });
    m_wording.field(m_limitTitle, m_limit, [] { return tr("How many there are"); }, [] { return tr("Empty: as many as are wanted"); });
    m_wording.field(m_perBackerTitle, m_perBacker, [] { return tr("For each backer at most"); }, [] { return tr("Empty: as many as they like"); });
    m_wording.field(m_untilTitle, m_until, [] { return tr("Can be chosen until (early bird)"); }, [] { return tr("Year-month-day hour:minute; empty: until the end"); });
    m_wording.button(m_needsAddress, [] { return tr("Has to be sent"); }, [] { return tr("Backers are asked for an address"); });
    m_wording.button(m_addOn, [] { return tr("Only together with another reward"); }, [] { return tr("An add-on"); });
    m_wording.button(m_cancel, [] { return tr("Cancel"); }, [] { return tr("Nothing is changed (Esc)"); });
    m_wording.button(m_confirm, [] { return tr("Save"); }, [] { return tr("Writes the reward (Enter)"); });
    m_wording.also([this] {
        setWindowTitle(m_heading->text());
        if (!m_reward.title.isNull())
            refresh();
    });
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
    const bool isFixed = m_reward.everChosen && !m_reward.id.isNull();
    for (QWidget* part : std::initializer_list<QWidget*>{m_price, m_needsAddress, m_addOn})
        part->setEnabled(!isFixed);
}

std::optional<int> RewardDialog::number(const QLineEdit* field) const
{
    bool isNumber = false;
    const int value = field->text().trimmed().toInt(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

QString RewardDialog::fault() const
{
    const auto price = domain::parseMoney(m_price->text().trimmed(), m_currency);
    if (!m_price->text().trimmed().isEmpty() && !price)
        return inWords(price.error().message);
    for (const QLineEdit* field : {m_limit, m_perBacker}) {
        if (!field->text().trimmed().isEmpty() && !number(field))
            return tr("“%1” is no whole number.").arg(field->text());
    }
    if (!m_until->text().trimmed().isEmpty() && !momentFrom(m_until->text(), m_zone))
        return inWords(domain::message("project.moment").with("text", m_until->text()));
    return {};
}

void RewardDialog::refresh()
{
    const QString words = fault();
    m_fault->setText(words);
    m_fault->setVisible(!words.isEmpty());
    m_confirm->setEnabled(words.isEmpty() && !m_title->text().trimmed().isEmpty() && !m_price->text().trimmed().isEmpty());
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
    if (const auto limit = number(m_limit); limit != m_reward.limit || isNew)
        fields.limit = limit;
    if (const auto perBacker = number(m_perBacker); perBacker != m_reward.perBacker || isNew)
        fields.perBacker = perBacker;
    const bool untilIsSame = m_reward.until && m_until->text().trimmed() == editableMoment(*m_reward.until, m_zone);
    if (!untilIsSame || isNew)
        fields.until = untilIsSame ? m_reward.until : momentFrom(m_until->text(), m_zone);
    given(fields.needsAddress, m_needsAddress->isChecked(), m_reward.needsAddress);
    given(fields.addOn, m_addOn->isChecked(), m_reward.addOn);
    if (isNew) {
        fields.items = m_reward.items;
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

void RewardDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
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
    column->addLayout(row);
    m_table = new DataTable(*m_model, QStringLiteral("rewards"), *m_services.settings, m_theme, this);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->view()->setSortingEnabled(false); // their order is the page's own
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
    auto* dialog = new RewardDialog(begun, m_case->project().currency, m_case->zone, m_theme, this);
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
        const int other = row + by;
        if (!(m_model->row(row).id == reward->id) || other < 0 || other >= m_model->rowCount())
            continue;
        // Positions are dense from here on, whatever they were.
        for (int i = 0; i < m_model->rowCount(); ++i) {
            const int place = i == row ? other : i == other ? row : i;
            if (m_model->row(i).position == place + 1)
                continue;
            commands::EditReward edit;
            edit.rewardId = m_model->row(i).id;
            edit.position = place + 1;
            run(edit);
        }
        return;
    }
}

void RewardsTab::toggleClosed()
{
    if (const domain::Reward* reward = chosen())
        run(commands::CloseReward{reward->id, !reward->closed});
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
