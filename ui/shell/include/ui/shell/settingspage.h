// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/languageswitcher.h"
#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

/// What belongs to this desk: language, look, its name, the PIN, kiosk. Takes effect at once; the door's own settings are at the door.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    SettingsPage(const Services& services, Theme& theme, LanguageSwitcher& languages, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override { return QStringLiteral("settings"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("settings"); }

Q_SIGNALS:
    void kioskWanted();
    void importWanted();
    void exportWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectControls();
    void retranslate();
    void changePin();
    void tell(const domain::Status& status);

    Services m_services;
    Theme& m_theme;
    LanguageSwitcher& m_languages;
    QLabel* m_heading = nullptr;
    QFormLayout* m_form = nullptr;
    QComboBox* m_language = nullptr;
    QComboBox* m_look = nullptr;
    QLineEdit* m_deskName = nullptr;
    QCheckBox* m_hideNames = nullptr;
    QLineEdit* m_currentPin = nullptr;
    QLineEdit* m_newPin = nullptr;
    QPushButton* m_setPin = nullptr;
    QPushButton* m_kiosk = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_export = nullptr;
    QLabel* m_answer = nullptr;
};

} // namespace encore::ui
