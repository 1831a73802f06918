// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/wording.h"

#include <QWidget>

namespace encore::ui
{

/// One screen of the main window.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QString title() const = 0; ///< in the chosen language
    [[nodiscard]] virtual QString iconName() const = 0; ///< for Theme::icon
    [[nodiscard]] virtual QString pageId() const = 0; ///< stable, for settings and pictures
    virtual void reload() { } ///< what it shows may have changed
    [[nodiscard]] virtual bool hasUnsaved() const { return false; } ///< something was typed that closing the window would lose

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

    Wording m_wording; ///< said again in another language, before retranslated()
    virtual void retranslated() { }
};

} // namespace encore::ui
