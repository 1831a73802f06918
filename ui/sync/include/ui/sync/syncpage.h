// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

class QFrame;
class QLabel;
class QPushButton;
class QTabWidget;

namespace encore::ui
{

class ChangeView;
class DataTable;
class FindingModel;
class ChangeModel;

/// How this desk and its server get on: what waits, what was refused, what needs a decision, whether both are the same; and the way
/// into a house.
class SyncPage final : public Page
{
    Q_OBJECT

public:
    SyncPage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Sync"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("sync"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("sync"); }
    void reload() override;

Q_SIGNALS:
    void workspaceWanted(const QString& path); ///< another one is to be opened

protected:
    void retranslated() override;

private:
    void build();
    void buildHead(class QVBoxLayout& column);
    void buildState(class QVBoxLayout& column);
    void say();
    void refresh();
    void showChosen();
    void askJoin();
    void askPassphrase();
    void askMeeting();
    void chooseSave();
    void chooseLoad();
    void chooseWorkspace();
    void told(const domain::Status& status);

    Services m_services;
    Theme& m_theme;
    QLabel* m_heading = nullptr;
    QPushButton* m_meet = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_prove = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_load = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_enter = nullptr; ///< into a house, or into it again
    QFrame* m_card = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_house = nullptr;
    QLabel* m_meeting = nullptr;
    QLabel* m_trouble = nullptr;
    QLabel* m_answer = nullptr;
    QTabWidget* m_tabs = nullptr;
    ChangeModel* m_changes = nullptr;
    DataTable* m_changeTable = nullptr;
    ChangeView* m_change = nullptr;
    FindingModel* m_findings = nullptr;
    DataTable* m_findingTable = nullptr;
};

} // namespace encore::ui
