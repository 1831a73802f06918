// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "bundledialog.h"
#include "commandpalette.h"
#include "ui/common/askdialog.h"
#include "ui/common/pindialog.h"
#include "ui/common/syncwords.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace encore::ui
{
namespace
{

constexpr int narrowWidth = 1200; ///< below, the rail shows icons only
constexpr int wideRail = 168;
constexpr int narrowRail = 64;
constexpr int stateIntervalMs = 10'000;
constexpr int settleMs = 500; // pages that come one behind the other are drawn once

/// Alt+1 … Alt+9, then Alt+0; further ones have none.
QKeySequence shortcutOf(int number)
{
    if (number > 9)
        return {};
    return QKeySequence(Qt::ALT | Qt::Key(number == 9 ? int(Qt::Key_0) : int(Qt::Key_1) + number));
}

} // namespace

MainWindow::MainWindow(const Services& services, Theme& theme, LanguageSwitcher& languages, QWidget* parent) :
    QMainWindow(parent), m_services(services), m_theme(theme), m_languages(languages)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(1024, 700);
    auto* centre = new QWidget(this);
    auto* grid = new QGridLayout(centre);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    buildRail();
    buildTopBar();
    buildBottomBar();
    m_stack = new QStackedWidget(centre);
    grid->addWidget(m_rail, 0, 0, 3, 1);
    grid->addWidget(m_topBar, 0, 1);
    grid->addWidget(m_stack, 1, 1);
    grid->addWidget(m_bottomBar, 2, 1);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(1, 1);
    setCentralWidget(centre);

    m_palette = new CommandPalette(services, this);
    connect(m_palette, &CommandPalette::ticketChosen, this, &MainWindow::ticketChosen);
    auto* kiosk = new QShortcut(QKeySequence(Qt::Key_F11), this);
    connect(kiosk, &QShortcut::activated, this, [this] { m_kiosk ? leaveKiosk() : enterKiosk(); });
    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(find, &QShortcut::activated, m_search, &QToolButton::click);
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &MainWindow::refreshState);
    timer->start(stateIntervalMs);
    connect(m_services.sync, &SyncService::statusChanged, this, &MainWindow::sayState);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(m_services.sync, &SyncService::rowsChanged, this, [this] {
        if (!m_settle.isActive()) // counted from the first: where something comes all the time, it is shown all the same
            m_settle.start();
    });
    connect(&m_settle, &QTimer::timeout, this, &MainWindow::showNews);
    connect(&m_theme, &Theme::changed, this, &MainWindow::repaintIcons);
    connect(&m_languages, &LanguageSwitcher::changed, this, &MainWindow::retranslate);
    restoreGeometry(m_services.settings->value(QStringLiteral("ui/geometry")).toByteArray());
    retranslate();
    repaintIcons();
    refreshState();
}

void MainWindow::buildRail()
{
    m_rail = new QWidget(this);
    m_rail->setObjectName(QStringLiteral("rail"));
    m_rail->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(m_rail);
    column->setContentsMargins(Theme::grid, 2 * Theme::grid, Theme::grid, Theme::grid);
    column->setSpacing(Theme::grid / 2);
    column->addStretch();
}

void MainWindow::buildTopBar()
{
    m_topBar = new QWidget(this);
    m_topBar->setObjectName(QStringLiteral("topBar"));
    m_topBar->setAttribute(Qt::WA_StyledBackground);
    m_workspace = new QLabel(m_topBar);
    m_workspace->setObjectName(QStringLiteral("workspaceLabel"));
    const auto button = [this](const char* name) {
        auto* made = new QToolButton(m_topBar);
        made->setObjectName(QString::fromLatin1(name));
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setIconSize(QSize(20, 20));
        made->setMinimumHeight(36);
        return made;
    };
    m_search = button("searchButton");
    m_search->setMinimumWidth(280);
    m_language = button("languageButton");
    m_themeButton = button("themeButton");
    auto* row = new QHBoxLayout(m_topBar);
    row->setContentsMargins(2 * Theme::grid, Theme::grid, 2 * Theme::grid, Theme::grid);
    row->setSpacing(Theme::grid);
    row->addWidget(m_workspace);
    row->addStretch();
    row->addWidget(m_search);
    row->addStretch();
    row->addWidget(m_language);
    row->addWidget(m_themeButton);
    connect(m_search, &QToolButton::clicked, this, [this] {
        if (!m_kiosk)
            m_palette->open();
    });
    connect(m_language, &QToolButton::clicked, this, [this] {
        const bool korean = m_languages.language() == domain::Language::Korean;
        m_services.settings->setValue(QStringLiteral("ui/language"), korean ? QStringLiteral("en") : QStringLiteral("ko"));
        m_languages.apply(korean ? domain::Language::English : domain::Language::Korean);
    });
    connect(m_themeButton, &QToolButton::clicked, this, &MainWindow::cycleTheme);
}

void MainWindow::buildBottomBar()
{
    m_bottomBar = new QWidget(this);
    m_bottomBar->setObjectName(QStringLiteral("bottomBar"));
    m_bottomBar->setAttribute(Qt::WA_StyledBackground);
    m_state = new QLabel(m_bottomBar);
    m_state->setObjectName(QStringLiteral("stateLabel"));
    auto* row = new QHBoxLayout(m_bottomBar);
    row->setContentsMargins(2 * Theme::grid, Theme::grid / 2, 2 * Theme::grid, Theme::grid / 2);
    row->addWidget(m_state);
    row->addStretch();
}

void MainWindow::addPage(Page* page)
{
    const int number = int(m_pages.size());
    m_pages.push_back(page);
    m_stack->addWidget(page);
    auto* button = new QToolButton(m_rail);
    button->setObjectName(page->pageId() + QStringLiteral("RailButton"));
    button->setCheckable(true);
    button->setIconSize(QSize(24, 24));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumHeight(44);
    button->setChecked(number == 0);
    button->setShortcut(shortcutOf(number));
    qobject_cast<QVBoxLayout*>(m_rail->layout())->insertWidget(number, button);
    m_railButtons.push_back(button);
    connect(button, &QToolButton::clicked, this, [this, page] { showPage(page->pageId()); });
    retranslate();
    repaintIcons();
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const Page* page : m_pages)
        ids << page->pageId();
    return ids;
}

void MainWindow::showPage(const QString& pageId)
{
    for (size_t i = 0; i < m_pages.size(); ++i) {
        // Not an exclusive group: there the Tab key would reach one button only.
        const bool chosen = m_pages[i]->pageId() == pageId;
        m_railButtons[i]->setChecked(chosen);
        if (chosen)
            m_stack->setCurrentWidget(m_pages[i]);
    }
}

QString MainWindow::currentPageId() const
{
    const auto* page = qobject_cast<const Page*>(m_stack->currentWidget());
    return page ? page->pageId() : QString();
}

void MainWindow::cycleTheme()
{
    const ThemeKind next = m_theme.kind() == ThemeKind::HighContrast ? ThemeKind::Light
        : m_theme.isDark()                                           ? ThemeKind::HighContrast
                                                                     : ThemeKind::Dark;
    m_services.settings->setValue(QStringLiteral("ui/theme"), int(next));
    m_theme.apply(next);
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Encore"));
    m_search->setText(tr("Search  (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search for people, orders, tickets, screens"));
    m_search->setToolTip(tr("Search for people, orders, tickets, screens (Ctrl+K)"));
    m_language->setText(m_languages.language() == domain::Language::Korean ? QStringLiteral("English") : QStringLiteral("한국어"));
    m_language->setAccessibleName(tr("Change the language"));
    m_language->setToolTip(tr("Change the language"));
    m_themeButton->setText(tr("Appearance"));
    m_themeButton->setAccessibleName(tr("Change the appearance"));
    m_themeButton->setToolTip(tr("Light, dark, high contrast"));
    std::vector<PaletteEntry> actions;
    for (size_t i = 0; i < m_pages.size(); ++i) {
        const QString shortcut = m_railButtons[i]->shortcut().toString(QKeySequence::NativeText);
        m_railButtons[i]->setText(m_pages[i]->title());
        m_railButtons[i]->setShortcut(shortcutOf(int(i))); // setText took it away
        m_railButtons[i]->setAccessibleName(m_pages[i]->title());
        m_railButtons[i]->setToolTip(shortcut.isEmpty() ? m_pages[i]->title() : QString(m_pages[i]->title() + QStringLiteral(" (") + shortcut + u')'));
        actions.push_back({m_pages[i]->title(), tr("Screen"), [this, id = m_pages[i]->pageId()] { showPage(id); }});
    }
    actions.push_back({tr("Start kiosk mode"), tr("Action"), [this] { enterKiosk(); }});
    actions.push_back({tr("Change the appearance"), tr("Action"), [this] { cycleTheme(); }});
    actions.push_back({tr("Import a bundle…"), tr("Action"), [this] { importBundle(); }});
    actions.push_back({tr("Export as a bundle…"), tr("Action"), [this] { exportBundle(); }});
    m_palette->setActions(std::move(actions));
    refreshState();
}

void MainWindow::repaintIcons()
{
    m_search->setIcon(m_theme.icon(QStringLiteral("search")));
    m_language->setIcon(m_theme.icon(QStringLiteral("language")));
    m_themeButton->setIcon(m_theme.icon(QStringLiteral("theme")));
    for (size_t i = 0; i < m_pages.size(); ++i)
        m_railButtons[i]->setIcon(m_theme.icon(m_pages[i]->iconName()));
    m_workspace->setFont(m_theme.font(TextRole::Heading));
    m_state->setFont(m_theme.font(TextRole::Caption));
}

void MainWindow::refreshState()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        m_info = rows && !rows->empty() ? std::optional(rows->front()) : std::nullopt;
        if (!rows)
            m_state->setText(inWords(rows.error().message));
        sayState();
    });
}

/// Of what is known: sync speaks up several times for each thing that is done, and counting tickets each time would keep a search waiting.
void MainWindow::sayState()
{
    if (!m_info)
        return;
    m_workspace->setText(m_info->name);
    QStringList parts{tr("%1 tickets ready offline").arg(QLocale().toString(m_info->tickets)), syncSentence(m_services.sync->status())};
    for (const QString& more : {meetingSentence(m_services.sync->meeting()), syncDecisions(m_services.sync->status())}) {
        if (!more.isEmpty())
            parts << more;
    }
    if (m_info->readOnly)
        parts << tr("only to look at: another Encore writes this workspace");
    m_state->setText(parts.join(QStringLiteral("  ·  ")));
    m_state->setAccessibleName(m_state->text());
}

/// What others did, on the page that is being looked at; never over what somebody is typing.
void MainWindow::showNews()
{
    refreshState();
    auto* page = qobject_cast<Page*>(m_stack->currentWidget());
    if (page && !page->hasUnsaved())
        page->reload();
}

void MainWindow::enterKiosk()
{
    if (m_services.pin->isSet())
        setKiosk(true);
    else
        askPin(&MainWindow::becomeKiosk); // without a PIN nobody could leave; the dialog lets one be set
}

void MainWindow::leaveKiosk()
{
    askPin(&MainWindow::endKiosk);
}

void MainWindow::askPin(void (MainWindow::*then)())
{
    auto* dialog = new PinDialog(*m_services.pin, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, then);
    dialog->open();
}

void MainWindow::withPin(void (MainWindow::*then)())
{
    if (m_services.pin->isSet())
        askPin(then);
    else
        (this->*then)();
}

void MainWindow::importBundle()
{
    withPin(&MainWindow::chooseImport);
}

void MainWindow::importDemo()
{
    withPin(&MainWindow::startDemo);
}

void MainWindow::exportBundle()
{
    withPin(&MainWindow::chooseExport);
}

void MainWindow::chooseImport()
{
    auto* chooser = new QFileDialog(this, tr("Import a bundle"));
    chooser->setObjectName(QStringLiteral("importFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Bundles (*.json)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& path) { openBundleDialog()->importFile(path); });
    chooser->open();
}

void MainWindow::chooseExport()
{
    auto* chooser = new QFileDialog(this, tr("Export as a bundle"));
    chooser->setObjectName(QStringLiteral("exportFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->setNameFilters({tr("Bundles (*.json)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& path) { openBundleDialog()->exportFile(path); });
    chooser->open();
}

void MainWindow::startDemo()
{
    openBundleDialog()->importDemo();
}

BundleDialog* MainWindow::openBundleDialog()
{
    auto* dialog = new BundleDialog(*m_services.bundles, m_theme, this);
    connect(dialog, &BundleDialog::imported, this, [this] {
        refreshState();
        Q_EMIT workspaceChanged();
    });
    dialog->open();
    return dialog;
}

void MainWindow::setKiosk(bool on)
{
    m_kiosk = on;
    for (QWidget* bar : {m_rail, m_topBar, m_bottomBar})
        bar->setVisible(!on);
    if (on) {
        showPage(QStringLiteral("door")); // the one screen for whoever has no PIN
        showFullScreen();
    } else {
        showNormal();
    }
}

void MainWindow::closeForGood()
{
    m_mayClose = true;
    close();
}

void MainWindow::askUnsaved()
{
    auto* dialog = new AskDialog(QStringLiteral("unsavedWork"), m_theme, this);
    dialog->setWords([] { return tr("Close without saving?"); }, [] { return tr("What you typed on this screen and did not save is lost."); },
                     [] { return tr("Close"); });
    connect(dialog, &QDialog::accepted, this, &MainWindow::closeForGood);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_kiosk && !m_mayClose) {
        event->ignore();
        askPin(&MainWindow::closeForGood);
        return;
    }
    const auto unsaved = std::find_if(m_pages.begin(), m_pages.end(), [](const Page* page) { return page->hasUnsaved(); });
    if (unsaved != m_pages.end() && !m_mayClose) {
        event->ignore();
        showPage((*unsaved)->pageId());
        askUnsaved();
        return;
    }
    if (!m_kiosk)
        m_services.settings->setValue(QStringLiteral("ui/geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < narrowWidth;
    m_rail->setFixedWidth(narrow ? narrowRail : wideRail);
    for (QToolButton* button : m_railButtons)
        button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace encore::ui
