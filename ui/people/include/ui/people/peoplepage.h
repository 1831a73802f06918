// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/syncservice.h"
#include "ui/common/theme.h"

class QLabel;
class QPushButton;
class QTabWidget;

namespace encore::ui
{

class DataTable;
class DeviceModel;
class UserModel;

/// Who may sign in and do what, and which devices are let in.
class PeoplePage final : public Page
{
    Q_OBJECT

public:
    PeoplePage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("People"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("people"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("people"); }
    void reload() override;

protected:
    void retranslated() override;

private:
    void build();
    void say();
    void refresh();
    void askUser(bool isNew);
    void askPassword();
    void toggle();
    void askRevoke();
    void told(const domain::Status& status);
    [[nodiscard]] static int chosen(const DataTable* table, int rows); ///< row of the model; −1: none

    Services m_services;
    Theme& m_theme;
    QLabel* m_heading = nullptr;
    QLabel* m_answer = nullptr;
    QTabWidget* m_tabs = nullptr;
    UserModel* m_users = nullptr;
    DeviceModel* m_devices = nullptr;
    DataTable* m_userTable = nullptr;
    DataTable* m_deviceTable = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_password = nullptr;
    QPushButton* m_toggle = nullptr;
    QPushButton* m_code = nullptr;
    QPushButton* m_revoke = nullptr;
};

} // namespace encore::ui
