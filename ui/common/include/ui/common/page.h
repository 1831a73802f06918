// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

} // namespace encore::ui
