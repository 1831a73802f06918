// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

#include <QMainWindow>
#include <QTimer>

#include <vector>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace encore::ui
{

class BundleDialog;
class CommandPalette;

/// The frame around the screens (UX.md): rail, top bar, bottom bar, kiosk. The rail shows the pages that were handed over and nothing else.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const Services& services, Theme& theme, LanguageSwitcher& languages, QWidget* parent = nullptr);

    void addPage(Page* page); ///< takes it over
    void showPage(const QString& pageId);
    [[nodiscard]] QStringList pageIds() const; ///< in the rail's order
    [[nodiscard]] QString currentPageId() const;

    /// Full screen with the page alone; leaving needs the PIN. Refused while no PIN is set: setting one is asked for first.
    void enterKiosk();
    void leaveKiosk(); ///< asks for the PIN
    [[nodiscard]] bool isKiosk() const { return m_kiosk; }

    // Each asks for the PIN where one is set, then for the file, and shows how far it is.
    void importBundle();
    void importDemo();
    void exportBundle();

Q_SIGNALS:
    void ticketChosen(const QString& label);
    void workspaceChanged(); ///< a bundle came in

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildRail();
    void buildTopBar();
    void buildBottomBar();
    void retranslate();
    void repaintIcons();
    void refreshState();
    void sayState();
    void showNews();
    void cycleTheme();
    void setKiosk(bool on);
    void askPin(void (MainWindow::*then)());
    void withPin(void (MainWindow::*then)()); ///< at once where none is set
    void chooseImport();
    void chooseExport();
    void startDemo();
    [[nodiscard]] BundleDialog* openBundleDialog();
    void closeForGood();
    void askUnsaved();
    void becomeKiosk() { setKiosk(true); }
    void endKiosk() { setKiosk(false); }

    Services m_services;
    Theme& m_theme;
    LanguageSwitcher& m_languages;
    std::vector<Page*> m_pages;
    std::vector<QToolButton*> m_railButtons;
    QWidget* m_rail = nullptr;
    QWidget* m_topBar = nullptr;
    QWidget* m_bottomBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_workspace = nullptr;
    QLabel* m_state = nullptr;
    QToolButton* m_search = nullptr;
    QToolButton* m_language = nullptr;
    QToolButton* m_themeButton = nullptr;
    CommandPalette* m_palette = nullptr;
    QTimer m_settle;
    std::optional<commands::WorkspaceInfo::Row> m_info;
    bool m_kiosk = false;
    bool m_mayClose = false;
};

} // namespace encore::ui
