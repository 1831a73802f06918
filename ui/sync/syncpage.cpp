// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"

#include "changeview.h"
#include "commands/door/doorqueries.h"
#include "joindialog.h"
#include "meetingdialog.h"
#include "syncmodels.h"
#include "ui/common/askdialog.h"
#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/syncwords.h"

#include <QAbstractProxyModel>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QSysInfo>
#include <QTabWidget>
#include <QTableView>

namespace encore::ui
{

SyncPage::SyncPage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_changes(new ChangeModel(this)), m_findings(new FindingModel(this))
{
    setObjectName(QStringLiteral("syncPage"));
    build();
    say();
    connect(m_meet, &QPushButton::clicked, this, &SyncPage::askMeeting);
    connect(m_try, &QPushButton::clicked, this, [this] { m_services.sync->tryNow(); });
    connect(m_prove, &QPushButton::clicked, this, [this] { m_services.sync->prove(); });
    connect(m_save, &QPushButton::clicked, this, &SyncPage::chooseSave);
    connect(m_load, &QPushButton::clicked, this, &SyncPage::chooseLoad);
    connect(m_open, &QPushButton::clicked, this, &SyncPage::chooseWorkspace);
    connect(m_enter, &QPushButton::clicked, this, [this] { m_services.sync->status().needsPassphrase ? askPassphrase() : askJoin(); });
    connect(m_services.sync, &SyncService::statusChanged, this, [this] {
        refresh();
        if (isVisible())
            reload();
    });
    connect(m_changeTable->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SyncPage::showChosen);
    connect(m_change, &ChangeView::decided, this, &SyncPage::reload);
    refresh();
}

void SyncPage::buildHead(QVBoxLayout& column)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("syncHeadingLabel"));
    head->addWidget(m_heading);
    head->addStretch();
    const auto button = [&](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        head->addWidget(made);
        return made;
    };
    m_open = button("openWorkspaceButton");
    m_load = button("loadSalvageButton");
    m_save = button("saveSalvageButton");
    m_prove = button("proveButton");
    m_try = button("tryNowButton");
    column.addLayout(head);
}

void SyncPage::buildState(QVBoxLayout& column)
{
    m_card = new QFrame(this);
    m_card->setObjectName(QStringLiteral("syncCard"));
    Theme::makeCard(m_card);
    auto* row = new QHBoxLayout(m_card);
    row->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(Theme::grid / 2);
    const auto label = [&](const char* name) {
        auto* made = new QLabel(m_card);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        texts->addWidget(made);
        return made;
    };
    m_state = label("syncStateLabel");
    m_house = label("syncHouseLabel");
    Theme::makeMuted(m_house);
    m_meeting = label("syncMeetingLabel");
    m_trouble = label("syncTroubleLabel");
    m_trouble->setProperty("fault", true);
    row->addLayout(texts, 1);
    const auto way = [&](const char* name) {
        auto* made = new QPushButton(m_card);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        row->addWidget(made, 0, Qt::AlignVCenter);
        return made;
    };
    m_meet = way("meetButton");
    m_enter = way("enterHouseButton");
    Theme::makePrimary(m_enter);
    column.addWidget(m_card);
}

void SyncPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    buildHead(*column);
    buildState(*column);
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("syncAnswerLabel"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_answer->hide();
    column->addWidget(m_answer);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("syncTabWidget"));
    m_tabs->setDocumentMode(true);
    auto* both = new QSplitter(Qt::Horizontal, m_tabs);
    both->setObjectName(QStringLiteral("syncSplitter"));
    both->setChildrenCollapsible(false);
    both->setHandleWidth(2 * Theme::grid);
    m_changeTable = new DataTable(*m_changes, QStringLiteral("deskChanges"), *m_services.settings, m_theme, both);
    m_changeTable->keepWhole({ChangeModel::When});
    m_changeTable->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_change = new ChangeView(m_services, m_theme, both);
    both->addWidget(m_changeTable);
    both->addWidget(m_change);
    both->setStretchFactor(0, 2);
    both->setStretchFactor(1, 3);
    both->setSizes({400, 600});
    m_findingTable = new DataTable(*m_findings, QStringLiteral("findings"), *m_services.settings, m_theme, m_tabs);
    for (QWidget* tab : std::initializer_list<QWidget*>{both, m_findingTable})
        tab->setContentsMargins(0, Theme::grid, 0, 0);
    m_tabs->addTab(both, QString());
    m_tabs->addTab(m_findingTable, QString());
    column->addWidget(m_tabs, 1);
    column->addStretch();
}

void SyncPage::say()
{
    m_wording.label(m_heading, [] { return tr("Sync"); });
    m_wording.button(m_open, [] { return tr("Another workspace…"); }, [] { return tr("Opens another file in place of this one") ; });
    m_wording.button(m_load, [] { return tr("Take in a saved file…"); }, [] { return tr("Puts what another desk saved into this one's queue"); });
    m_wording.button(m_meet, [] { return tr("Meet on this network…"); },
                     [] { return tr("Desks near each other tell whom they let in, also without internet and server"); });
    m_wording.button(m_prove, [] { return tr("Compare"); }, [] { return tr("Compares everything here with the server, and proves that it is the same"); });
    m_wording.button(m_try, [] { return tr("Try now"); }, [] { return tr("Asks the server at once instead of waiting"); });
    m_wording.control(m_tabs, [] { return tr("Changes and findings"); }, [] { return tr("What was done here, and what came out when desks heard of each other"); });
    m_wording.also([this] {
        m_changeTable->setCaption(tr("Changes of this desk"));
        m_findingTable->setCaption(tr("Findings"));
        m_findingTable->setEmptyText(tr("No ticket was let in twice."));
    });
}

void SyncPage::retranslated()
{
    m_changes->retranslate();
    m_findings->retranslate();
    refresh();
}

void SyncPage::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (!rows || rows->empty())
            return;
        m_changes->setZone(rows->front().timeZone);
        m_findings->setZone(rows->front().timeZone);
        m_change->setWorkspace(rows->front().currency, rows->front().timeZone);
    });
    m_services.queries->ask<commands::Findings>({}, this, [this](const auto& rows) {
        if (rows)
            m_findings->setRows(*rows);
        refresh();
    });
    m_services.queries->ask<commands::Outbox>({}, this, [this](const auto& rows) {
        if (rows)
            m_changes->setRows(*rows);
        // What needs somebody is shown first, without a click.
        if (!m_changeTable->view()->currentIndex().isValid() && m_changes->rowCount() > 0)
            m_changeTable->view()->selectRow(0);
        showChosen();
        refresh();
    });
}

void SyncPage::showChosen()
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(m_changeTable->view()->model());
    const QModelIndex index = proxy->mapToSource(m_changeTable->view()->currentIndex());
    if (index.isValid() && index.row() < m_changes->rowCount())
        m_change->show(m_changes->row(index.row()));
    else
        m_change->showNothing();
}

void SyncPage::refresh()
{
    const SyncStatus& status = m_services.sync->status();
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_state->setFont(m_theme.font(TextRole::Heading));
    const QString decisions = syncDecisions(status);
    QString sentence = syncSentence(status);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    m_state->setText(decisions.isEmpty() ? sentence : QString(sentence + QStringLiteral("  ·  ") + decisions));
    m_house->setText(status.isDesk ? tr("%1  ·  you are %2 (%3)").arg(status.server, status.actor, roleWords(status.role))
                                   : tr("This workspace stands alone: everything works, and nothing leaves this computer. With a server, several desks "
                                        "sell, scan and edit together, also while one of them is without a network."));
    const MeetingStatus& meeting = m_services.sync->meeting();
    QString met = meetingSentence(meeting);
    if (!met.isEmpty())
        met[0] = met[0].toUpper();
    if (!meeting.desks.isEmpty())
        met += QStringLiteral(": ") + meeting.desks.join(QStringLiteral(", "));
    m_meeting->setText(met);
    m_meeting->setVisible(!met.isEmpty());
    m_trouble->setText(inWords(status.trouble));
    m_trouble->setVisible(!status.trouble.isEmpty());
    if (!status.differing.isEmpty() && status.trouble.isEmpty()) {
        m_trouble->setText(tr("Not the same as at the server: %1. It is fetched again.").arg(status.differing.join(QStringLiteral(", "))));
        m_trouble->show();
    }
    m_enter->setVisible(!status.isDesk || status.needsPassphrase || status.needsSignIn);
    m_enter->setText(!status.isDesk ? tr("Connect to a server…") : status.needsPassphrase ? tr("Unlock…") : tr("Sign in again…"));
    m_enter->setAccessibleName(m_enter->text());
    m_enter->setToolTip(!status.isDesk          ? tr("Makes a desk of a house, in a file of its own")
                            : status.needsPassphrase ? tr("Opens the sealed key of this desk")
                                                     : tr("The server lets this desk in anew; what waits is kept"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_try, m_meet, m_prove, m_save, m_load, m_tabs})
        part->setVisible(status.isDesk);
    m_try->setEnabled(!status.needsPassphrase && !status.needsSignIn);
    m_prove->setEnabled(status.isRunning);
    const bool isSealed = status.sealed > 0;
    m_changeTable->setEmptyText(isSealed ? tr("What was done here is sealed: only the house can open it. Save the sealed file and hand it over.")
                                         : tr("Nothing waits: everything that was done here is at the server."));
    m_save->setText(isSealed ? tr("Save the sealed file…") : tr("Save what waits…"));
    m_save->setAccessibleName(m_save->text());
    m_save->setToolTip(isSealed ? tr("Writes the sealed commands into a file, which a supervisor takes in on the Sync screen of another desk")
                                : tr("Writes what was done here and is nowhere else into a file"));
    m_save->setEnabled(isSealed || m_changes->rowCount() > 0);
    const auto counted = [](const QString& text, int rows) { return rows == 0 ? text : QString(text + QStringLiteral(" (") + QLocale().toString(rows) + u')'); };
    m_tabs->setTabText(0, counted(tr("Changes"), m_changes->rowCount()));
    m_tabs->setTabText(1, counted(tr("Findings"), m_findings->rowCount()));
}

void SyncPage::told(const domain::Status& status)
{
    m_answer->setText(status ? QString() : inWords(status.error().message));
    m_answer->setProperty("fault", !status.ok());
    m_answer->setVisible(!status.ok());
    reload();
}

void SyncPage::askJoin()
{
    const bool isNew = !m_services.sync->status().isDesk;
    const QString called = m_services.settings->value(QStringLiteral("desk/name")).toString();
    auto* dialog = new JoinDialog(*m_services.sync, isNew ? JoinDialog::Kind::New : JoinDialog::Kind::Again,
                                  called.isEmpty() ? QSysInfo::machineHostName() : called, m_theme, this);
    connect(dialog, &JoinDialog::joined, this, [this](const QString& path) {
        if (path.isEmpty())
            reload();
        else
            Q_EMIT workspaceWanted(path);
    });
    dialog->open();
}

void SyncPage::askPassphrase()
{
    auto* dialog = new AskDialog(QStringLiteral("unlockDesk"), m_theme, this);
    dialog->setWords([] { return tr("Unlock this desk"); }, [] { return tr("The key of this desk is sealed with the passphrase that was chosen when it came in."); },
                     [] { return tr("Unlock"); });
    dialog->addField([] { return tr("Passphrase"); }, [] { return tr("Is not kept"); }, true);
    dialog->hideTyping(0);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_services.sync->unlock(dialog->field(0), this, [this](const domain::Status& status) { told(status); }); });
    dialog->open();
}

void SyncPage::askMeeting()
{
    (new MeetingDialog(*m_services.sync, m_theme, this))->open();
}

void SyncPage::chooseSave()
{
    auto* chooser = new QFileDialog(this, tr("Save what waits"));
    chooser->setObjectName(QStringLiteral("saveSalvageFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString& path) { m_services.sync->saveSalvage(path, this, [this](const domain::Status& status) { told(status); }); });
    chooser->open();
}

void SyncPage::chooseLoad()
{
    auto* chooser = new QFileDialog(this, tr("Take in a saved file"));
    chooser->setObjectName(QStringLiteral("loadSalvageFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString& path) { m_services.sync->loadSalvage(path, this, [this](const domain::Status& status) { told(status); }); });
    chooser->open();
}

void SyncPage::chooseWorkspace()
{
    auto* chooser = new QFileDialog(this, tr("Open another workspace"));
    chooser->setObjectName(QStringLiteral("openWorkspaceFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Workspaces (*.encore)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &SyncPage::workspaceWanted);
    chooser->open();
}

} // namespace encore::ui
