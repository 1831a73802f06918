// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignview.h"

#include "campaigncards.h"
#include "closingtab.h"
#include "commands/projects/projectstate.h"
#include "listtabs.h"
#include "overviewtab.h"
#include "rewardstab.h"
#include "sendingtab.h"
#include "storytab.h"
#include "ui/common/askdialog.h"
#include "ui/common/languageswitcher.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace encore::ui
{

CampaignView::CampaignView(const Services& services, Theme& theme, QWidget* parent) : QWidget(parent), m_services(services), m_theme(theme)
{
    setObjectName(QStringLiteral("campaignView"));
    build();
    say();
    connect(m_back, &QPushButton::clicked, this, &CampaignView::backWanted);
    connect(m_submit, &QPushButton::clicked, this, &CampaignView::submit);
    connect(m_approve, &QPushButton::clicked, this, &CampaignView::approve);
    connect(m_reject, &QPushButton::clicked, this, [this] {
        askReason(QStringLiteral("rejectCampaign"), [] { return tr("Send it back to its author?"); }, [] { return tr("It becomes a draft again; the author reads the reasons."); },
                  [] { return tr("Send back"); }, [this](const QString& reason) { run(commands::RejectProject{m_project, reason}); });
    });
    connect(m_suspend, &QPushButton::clicked, this, [this] {
        askReason(QStringLiteral("suspendCampaign"), [] { return tr("Suspend this campaign?"); }, [] { return tr("Nobody can pledge meanwhile. Its end does not wait."); },
                  [] { return tr("Suspend"); }, [this](const QString& reason) { run(commands::SuspendProject{m_project, reason}); });
    });
    connect(m_resume, &QPushButton::clicked, this, [this] { run(commands::ResumeProject{m_project}); });
    connect(m_callOff, &QPushButton::clicked, this, [this] {
        askReason(QStringLiteral("callOff"), [] { return tr("Call this campaign off?"); }, [] { return tr("Every backer gets all of their money back. This cannot be taken back."); },
                  [] { return tr("Call it off"); }, [this](const QString& reason) { run(commands::CancelProject{m_project, reason}); });
    });
    connect(m_showMissing, &QPushButton::clicked, this, [this] {
        const std::vector<QString>& missing = m_case->details.missing;
        const bool isReward = std::find(missing.begin(), missing.end(), QStringLiteral("rewards")) != missing.end() && missing.size() == 1;
        showTab(isReward ? 2 : 1);
        if (!isReward)
            m_story->showField(missing.front());
    });
    refresh();
}

template<class C>
void CampaignView::run(const C& command)
{
    m_services.commands->run(makeRequest(command, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        tellRefused(outcome ? QString() : inWords(outcome.error().message));
        reload();
        Q_EMIT changed();
    });
}

void CampaignView::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::grid);
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::grid);
    const auto button = [&](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        return made;
    };
    m_back = button("backButton");
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("campaignTitleLabel"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("campaignStateLabel"));
    Theme::makeMuted(m_state);
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    m_submit = button("submitButton");
    Theme::makePrimary(m_submit);
    m_approve = button("approveButton");
    m_reject = button("rejectButton");
    m_suspend = button("suspendButton");
    m_resume = button("resumeButton");
    m_callOff = button("callOffButton");
    for (QPushButton* action : {m_submit, m_approve, m_reject, m_suspend, m_resume, m_callOff})
        head->addWidget(action);
    column->addLayout(head);
    auto* noteRow = new QHBoxLayout;
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("campaignNoteLabel"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("fault", true);
    m_note->setWordWrap(true);
    m_showMissing = button("showMissingButton");
    noteRow->addWidget(m_note, 1);
    noteRow->addWidget(m_showMissing);
    column->addLayout(noteRow);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("campaignTabWidget"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setObjectName(QStringLiteral("campaignTabBar"));
    m_story = new StoryTab(m_services, m_theme, m_tabs);
    m_parts = {new OverviewTab(m_services, m_theme, m_tabs), m_story, new RewardsTab(m_services, m_theme, m_tabs), new UpdatesTab(m_services, m_theme, m_tabs),
               new BackersTab(m_services, m_theme, m_tabs), new ClosingTab(m_services, m_theme, m_tabs),
               new SendingTab(m_services, m_theme, m_tabs), new HistoryTab(m_services, m_theme, m_tabs)};
    for (CampaignTab* part : m_parts) {
        m_tabs->addTab(part, QString());
        connect(part, &CampaignTab::changed, this, [this] {
            tellRefused({});
            reload();
            Q_EMIT changed();
        });
        connect(part, &CampaignTab::refused, this, &CampaignView::tellRefused);
    }
    column->addWidget(m_tabs, 1);
}

void CampaignView::say()
{
    m_wording.button(m_back, [] { return tr("All campaigns"); }, [] { return tr("Back to the list"); });
    m_wording.button(m_submit, [] { return tr("Send to review"); }, [] { return tr("A reviewer looks at it; it goes live at its beginning"); });
    m_wording.button(m_approve, [] { return tr("Approve"); }, [] { return tr("It goes live at its beginning"); });
    m_wording.button(m_reject, [] { return tr("Send back…"); }, [] { return tr("With the reasons, to its author"); });
    m_wording.button(m_suspend, [] { return tr("Suspend…"); }, [] { return tr("Nobody can pledge meanwhile"); });
    m_wording.button(m_resume, [] { return tr("Go on"); }, [] { return tr("Lets backers pledge again"); });
    m_wording.button(m_callOff, [] { return tr("Call off…"); }, [] { return tr("Ends it; everybody gets their money back"); });
    m_wording.button(m_showMissing, [] { return tr("Show me where"); }, [] { return tr("Goes to what is missing first"); });
    m_wording.control(m_tabs, [] { return tr("Parts of the campaign"); }, [] { return QString(); });
    m_wording.also([this] {
        const QString titles[] = {tr("Overview"), tr("Story"), tr("Rewards"), tr("Updates"), tr("Backers"), tr("Closing"), tr("Sending"), tr("History")};
        for (int i = 0; i < m_tabs->count(); ++i)
            m_tabs->setTabText(i, titles[i]);
        m_tabs->tabBar()->setAccessibleName(tr("Parts of the campaign"));
    });
}

void CampaignView::retranslate()
{
    m_wording.sayAgain();
    for (CampaignTab* part : m_parts)
        part->retranslate();
    refresh();
}

void CampaignView::show(domain::ProjectId project, const QString& zone)
{
    if (!(project == m_project)) {
        m_refusal.clear();
        m_case.reset();
        m_tabs->setCurrentIndex(0);
    }
    m_project = project;
    m_zone = zone;
    reload();
}

void CampaignView::reload()
{
    if (m_project.isNull())
        return;
    m_services.queries->ask<commands::Projects>({m_project}, this, [this](const auto& rows) {
        if (rows && !rows->empty())
            m_status = rows->front();
    });
    m_services.queries->ask<commands::ProjectDetails>({m_project}, this, [this](const auto& rows) {
        if (!rows || rows->empty() || !m_status || !(rows->front().project.id == m_status->projectId)) {
            tellRefused(rows ? QString() : inWords(rows.error().message));
            return;
        }
        m_case = CampaignCase{*m_status, rows->front(), rows->front().project.zone.name()};
        refresh();
        for (CampaignTab* part : m_parts)
            part->setCase(*m_case);
    });
}

void CampaignView::tellRefused(const QString& words)
{
    m_refusal = words;
    refresh();
}

void CampaignView::refresh()
{
    if (!m_case)
        return;
    using State = domain::ProjectState;
    const domain::Project& project = m_case->project();
    const State state = project.state;
    m_title->setFont(m_theme.font(TextRole::Title));
    m_title->setText(project.title.isEmpty() ? tr("Without a title") : project.title);
    m_title->setToolTip(project.title);
    m_state->setText(projectStateText(state));
    const bool isDraft = state == State::Draft;
    const std::vector<QString>& missing = m_case->details.missing;
    QStringList names;
    const bool rewardsAreMissing = std::find(missing.begin(), missing.end(), QStringLiteral("rewards")) != missing.end();
    for (const domain::Missing& field : missingForReview(project, rewardsAreMissing ? 0 : 1))
        names << inWords(field.message);
    QString note = m_refusal;
    if (note.isEmpty() && isDraft && !missing.empty())
        note = names.join(u' ');
    if (note.isEmpty() && !project.reason.isEmpty() && (isDraft || state == State::Suspended || state == State::Cancelled))
        note = project.reason;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_showMissing->setVisible(isDraft && !missing.empty());
    m_submit->setVisible(isDraft);
    m_submit->setEnabled(missing.empty());
    m_approve->setVisible(state == State::InReview);
    m_reject->setVisible(state == State::InReview);
    m_suspend->setVisible(state == State::Live);
    m_resume->setVisible(state == State::Suspended);
    m_callOff->setVisible(stateAfter(state, domain::ProjectAction::Cancel).ok());
}

bool CampaignView::isDirty() const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [](const CampaignTab* part) { return part->isDirty(); });
}

void CampaignView::discard()
{
    for (CampaignTab* part : m_parts)
        part->discard();
}

void CampaignView::showTab(int number)
{
    m_tabs->setCurrentIndex(number);
}

void CampaignView::submit()
{
    run(commands::SubmitProject{m_project});
}

void CampaignView::approve()
{
    auto* dialog = new AskDialog(QStringLiteral("approveCampaign"), m_theme, this);
    dialog->setWords([] { return tr("Approve this campaign?"); }, [] { return tr("Goal, end and fees are fixed once it is live. Whoever wrote it may not approve it."); },
                     [] { return tr("Approve"); });
    dialog->addField([] { return tr("Reviewed by"); }, [] { return tr("Your name; not the author's"); }, true);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        commands::ApproveProject command;
        command.projectId = m_project;
        command.reviewer = dialog->field(0);
        run(command);
    });
    dialog->open();
}

void CampaignView::askReason(const QString& name, const Wording::Words& heading, const Wording::Words& text, const Wording::Words& confirm,
                             std::function<void(const QString&)> then)
{
    auto* dialog = new AskDialog(name, m_theme, this);
    dialog->setWords(heading, text, confirm);
    dialog->addField([] { return tr("Reason"); }, [] { return tr("Stands in the campaign's history"); }, true);
    connect(dialog, &QDialog::accepted, this, [dialog, then = std::move(then)] { then(dialog->field(0)); });
    dialog->open();
}

} // namespace encore::ui
