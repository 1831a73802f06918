// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

class QLabel;
class QTabWidget;

namespace encore::ui
{

class AccountModel;
class DataTable;
class DrawerModel;
class MoneyTab;

/// What came in, what the books hold, and how the drawers were counted: each as a table that can be saved.
class ReportsPage final : public Page
{
    Q_OBJECT

public:
    ReportsPage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Reports"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("reports"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("reports"); }
    void reload() override;
    void showTab(int number); ///< from 0

protected:
    void retranslated() override;

private:
    Services m_services;
    Theme& m_theme;
    AccountModel* m_accounts = nullptr;
    DrawerModel* m_drawers = nullptr;
    MoneyTab* m_money = nullptr;
    DataTable* m_accountTable = nullptr;
    DataTable* m_drawerTable = nullptr;
    QTabWidget* m_tabs = nullptr;
    QLabel* m_heading = nullptr;
};

} // namespace encore::ui
