// SPDX-License-Identifier: GPL-3.0-or-later
#include "listtabs.h"

#include "commands/pledges/pledges.h"
#include "commands/projects/projectstate.h"
#include "ui/common/askdialog.h"
#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

namespace encore::ui
{
namespace
{

QString pledgeStateText(domain::PledgeState state)
{
    return inWords(domain::messageFor("pledge.state.", state));
}

} // namespace

void BackerModel::setCampaign(const domain::Currency& currency, const QString& zone)
{
    m_currency = currency;
    m_zone = zone;
    retranslate();
}

QVariant BackerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::Pledges::Row& pledge = row(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Amount)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return pledge.backer;
    case Email:
        return pledge.email;
    case Amount:
        return moneyText(pledge.total, m_currency);
    case State:
        return pledgeStateText(pledge.state);
    case Placed:
        return shortMomentText(pledge.placedAt, m_zone);
    case Source:
        return pledge.source;
    case Label:
        return pledge.label;
    }
    return {};
}

QVariant BackerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Backer"), tr("E-mail"), tr("Pledge"), tr("State"), tr("Pledged at"), tr("Source"), tr("Number")};
    return titles[section];
}

BackersTab::BackersTab(const Services& services, Theme& theme, QWidget* parent) : CampaignTab(services, theme, parent), m_model(new BackerModel(this))
{
    setObjectName(QStringLiteral("backersTab"));
    constexpr int typingMs = 150;
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("backersSearchLineEdit"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(280);
    m_state = new QComboBox(this);
    m_state->setObjectName(QStringLiteral("backersStateComboBox"));
    m_refund = new QPushButton(this);
    m_refund->setObjectName(QStringLiteral("refundPledgeButton"));
    row->addWidget(m_search);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(m_refund);
    column->addLayout(row);
    m_table = new DataTable(*m_model, QStringLiteral("backers"), *services.settings, theme, this, DataTable::Rows::Paged);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_table, 1);
    m_model->setSource([this](const commands::Pledges::Row* last, int, int limit, const BackerModel::Answer& answer) {
        commands::Pledges query;
        query.projectId = m_case->project().id;
        query.text = m_search->text().trimmed();
        query.state = domain::enumFromText<domain::PledgeState>(m_state->currentData().toString());
        if (last)
            query.after = last->pledgeId;
        query.limit = limit;
        m_services.queries->ask<commands::Pledges>(query, this, [this, answer](const auto& rows) {
            answer(rows ? *rows : std::vector<commands::Pledges::Row>());
            refresh();
        });
    });
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, m_model, [this] { m_model->restart(); });
    connect(m_state, &QComboBox::activated, m_model, [this] { m_model->restart(); });
    connect(m_refund, &QPushButton::clicked, this, &BackersTab::askRefund);
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BackersTab::refresh);
    say();
}

void BackersTab::say()
{
    m_wording.control(m_search, [] { return tr("Find backers"); }, [] { return tr("Words of the name or e-mail, or the pledge's number"); });
    m_wording.control(m_state, [] { return tr("State"); }, [] { return tr("Shows only pledges in this state"); });
    m_wording.button(m_refund, [] { return tr("Refund this pledge…"); }, [] { return tr("Gives one backer their money back"); });
    m_wording.also([this] {
        m_search->setPlaceholderText(tr("Name, e-mail, number"));
        m_table->setCaption(tr("Backers"));
        const QVariant chosen = m_state->currentData();
        m_state->clear();
        m_state->addItem(tr("All states"), QString());
        for (const auto& name : domain::enumNames<domain::PledgeState>())
            m_state->addItem(pledgeStateText(name.value), QLatin1String(name.name));
        m_state->setCurrentIndex(std::max(0, m_state->findData(chosen)));
        refresh();
    });
}

void BackersTab::show(bool isAnother)
{
    if (isAnother)
        m_search->clear();
    m_model->setCampaign(m_case->project().currency, m_case->zone);
    m_model->restart();
}

void BackersTab::refresh()
{
    const bool isFiltered = !m_search->text().trimmed().isEmpty() || m_state->currentIndex() > 0;
    m_table->setEmptyText(isFiltered ? tr("No pledge fits. Shorten the words, or show all states.") : tr("Nobody has pledged yet."));
    const QModelIndex current = m_table->view()->currentIndex();
    m_refund->setEnabled(current.isValid() && current.row() < m_model->rowCount() && m_model->row(current.row()).standing > 0);
}

void BackersTab::askRefund()
{
    const commands::Pledges::Row pledge = m_model->row(m_table->view()->currentIndex().row());
    const QString amount = moneyText(pledge.standing, m_case->project().currency);
    auto* dialog = new AskDialog(QStringLiteral("refundPledge"), m_theme, this);
    dialog->setWords([] { return tr("Refund this pledge?"); },
                     [name = pledge.backer, amount] { return tr("%1 goes back to %2 the way it came. What was taken of the rewards can be chosen again.").arg(amount, name); },
                     [] { return tr("Refund"); });
    dialog->addField([] { return tr("Reason"); }, [] { return tr("Stands in the history"); }, true);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = pledge.pledgeId] {
        commands::RefundPledge command;
        command.pledgeId = id;
        command.reason = dialog->field(0);
        run(command);
    });
    dialog->open();
}

namespace
{

/// Of a command's arguments what a person recognises: a title, a reason, a name.
QString tellingPart(const QString& arguments)
{
    const QJsonObject object = QJsonDocument::fromJson(arguments.toUtf8()).object();
    QStringList parts;
    for (const char* name : {"title", "reason", "reviewer"}) {
        if (const QString text = object.value(QLatin1StringView(name)).toString(); !text.isEmpty())
            parts << text;
    }
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

QVariant ProjectHistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const std::pair<const char*, QString> names[] = {
        {"CreateProject", tr("begun")},     {"EditProject", tr("edited")},         {"SubmitProject", tr("sent to review")}, {"ApproveProject", tr("approved")},
        {"RejectProject", tr("sent back")}, {"StartProject", tr("went live")},     {"SuspendProject", tr("suspended")},     {"ResumeProject", tr("went on")},
        {"CloseProject", tr("closed")},     {"CarryOutClosing", tr("plan carried out")}, {"CancelProject", tr("called off")}, {"PostUpdate", tr("backers were told")},
        {"AddReward", tr("reward added")},  {"EditReward", tr("reward edited")},   {"CloseReward", tr("reward closed")},    {"DeleteReward", tr("reward removed")}};
    const commands::ProjectHistory::Row& entry = row(index.row());
    switch (index.column()) {
    case At:
        return shortMomentText(entry.at, m_zone);
    case What:
        for (const auto& [command, words] : names) {
            if (entry.command == QLatin1String(command))
                return words;
        }
        return entry.command;
    case Who:
        return entry.actor;
    case Where:
        return entry.device;
    case Details:
        return tellingPart(entry.details);
    }
    return {};
}

QVariant ProjectHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("When"), tr("What"), tr("Who"), tr("Where"), tr("With")};
    return titles[section];
}

HistoryTab::HistoryTab(const Services& services, Theme& theme, QWidget* parent) : CampaignTab(services, theme, parent), m_model(new ProjectHistoryModel(this))
{
    setObjectName(QStringLiteral("historyTab"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::grid, 0, 0);
    m_table = new DataTable(*m_model, QStringLiteral("projectHistory"), *services.settings, theme, this);
    column->addWidget(m_table);
    m_wording.also([this] {
        m_table->setCaption(tr("What was done to this campaign"));
        m_table->setEmptyText(tr("Nothing has been done yet."));
        m_model->retranslate();
    });
}

void HistoryTab::show(bool)
{
    m_model->setZone(m_case->zone);
    m_services.queries->ask<commands::ProjectHistory>({m_case->project().id}, this, [this, id = m_case->project().id](const auto& rows) {
        if (rows && m_case->project().id == id)
            m_model->setRows(*rows);
    });
}

UpdatesTab::UpdatesTab(const Services& services, Theme& theme, QWidget* parent) : CampaignTab(services, theme, parent)
{
    setObjectName(QStringLiteral("updatesTab"));
    build();
    say();
    connect(m_title, &QLineEdit::textChanged, this, &UpdatesTab::refresh);
    connect(m_text, &QPlainTextEdit::textChanged, this, &UpdatesTab::refresh);
    connect(m_post, &QPushButton::clicked, this, &UpdatesTab::post);
}

void UpdatesTab::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    row->setSpacing(3 * Theme::grid);
    auto* writing = new QVBoxLayout;
    const auto label = [this](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        return made;
    };
    m_titleTitle = label("updateTitleTitleLabel");
    m_title = new QLineEdit(this);
    m_title->setObjectName(QStringLiteral("updateTitleLineEdit"));
    m_title->setMaxLength(200);
    m_textTitle = label("updateTextTitleLabel");
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("updateTextEdit"));
    m_text->setTabChangesFocus(true);
    m_backersOnly = new QCheckBox(this);
    m_backersOnly->setObjectName(QStringLiteral("backersOnlyCheckBox"));
    m_post = new QPushButton(this);
    m_post->setObjectName(QStringLiteral("postUpdateButton"));
    m_post->setMinimumHeight(5 * Theme::grid);
    Theme::makePrimary(m_post);
    for (QWidget* part : std::initializer_list<QWidget*>{m_titleTitle, m_title, m_textTitle})
        writing->addWidget(part);
    writing->addWidget(m_text, 1);
    writing->addWidget(m_backersOnly);
    writing->addWidget(m_post);
    auto* told = new QVBoxLayout;
    m_toldTitle = label("toldTitleLabel");
    m_told = label("toldLabel");
    m_told->setAlignment(Qt::AlignTop);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("toldScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_told);
    told->addWidget(m_toldTitle);
    told->addWidget(scroll, 1);
    row->addLayout(writing, 1);
    row->addLayout(told, 1);
}

void UpdatesTab::say()
{
    m_wording.field(m_titleTitle, m_title, [] { return tr("Title of the update"); }, [] { return tr("What it is about, in a few words"); });
    m_wording.field(m_textTitle, m_text, [] { return tr("What backers should know"); }, [] { return tr("Markdown; shown as text"); });
    m_wording.button(m_backersOnly, [] { return tr("Only for backers"); }, [] { return tr("Otherwise everybody can read it"); });
    m_wording.button(m_post, [] { return tr("Tell the backers"); }, [] { return tr("It stands on the campaign's page from then on"); });
    m_wording.label(m_toldTitle, [] { return tr("Told so far"); });
}

bool UpdatesTab::isDirty() const
{
    return !m_title->text().trimmed().isEmpty() || !m_text->toPlainText().trimmed().isEmpty();
}

void UpdatesTab::discard()
{
    m_title->clear();
    m_text->clear();
}

void UpdatesTab::show(bool isAnother)
{
    if (isAnother)
        discard();
    refresh();
    m_services.queries->ask<commands::ProjectUpdates>({m_case->project().id}, this, [this, id = m_case->project().id](const auto& rows) {
        if (!rows || !(m_case->project().id == id))
            return;
        QStringList texts;
        for (const commands::ProjectUpdates::Row& update : *rows) {
            const QString audience = update.backersOnly ? QStringLiteral("  ·  ") + tr("only for backers") : QString();
            texts << momentText(update.at, m_case->zone) + audience + u'\n' + update.title + QStringLiteral("\n\n") + update.text;
        }
        m_told->setText(texts.isEmpty() ? tr("Nothing yet. Backers like to hear how it goes.") : texts.join(QStringLiteral("\n\n\n")));
    });
}

void UpdatesTab::refresh()
{
    m_toldTitle->setFont(m_theme.font(TextRole::Heading));
    m_post->setEnabled(!m_title->text().trimmed().isEmpty() && !m_text->toPlainText().trimmed().isEmpty());
}

void UpdatesTab::post()
{
    commands::PostUpdate command;
    command.projectId = m_case->project().id;
    command.title = m_title->text().trimmed();
    command.text = m_text->toPlainText();
    command.backersOnly = m_backersOnly->isChecked();
    run(command, [this] { discard(); });
}

} // namespace encore::ui
