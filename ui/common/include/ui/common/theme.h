// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "door/verdict.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

class QFrame;
class QLabel;
class QPushButton;

namespace encore::ui
{

enum class ThemeKind { System, Light, Dark, HighContrast };
enum class TextRole { Display, Title, Heading, Body, Caption, Mono };

/// Colours of one of the five answers of the door. They stand for a state and for nothing else, and never alone: icon and word go with them.
struct StateColours {
    QColor background;
    QColor text;
    QColor border;
};

/// What everything looks like: one accent colour, one type scale, one grid. Screens ask here and name no colour themselves.
/// Text on its ground has a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3).
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    void apply(ThemeKind kind);
    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    [[nodiscard]] bool isDark() const { return m_dark; }

    [[nodiscard]] QColor accent() const;
    [[nodiscard]] QColor onAccent() const; ///< what is written on it
    [[nodiscard]] QColor surface() const; ///< behind everything
    [[nodiscard]] QColor raised() const; ///< cards, fields, tables
    [[nodiscard]] QColor text() const;
    [[nodiscard]] QColor mutedText() const;
    [[nodiscard]] QColor border() const;
    [[nodiscard]] StateColours signal(door::Signal signal) const;

    static void makePrimary(QPushButton* button); ///< what one came to this screen to press; one a screen
    static void makeCard(QFrame* frame); ///< stands out from the surface; what belongs together
    static void makeMuted(QLabel* label); ///< what is said beside the point
    static constexpr int grid = 8; ///< pixels; distances are multiples of it, or its half
    [[nodiscard]] QFont font(TextRole role) const;
    /// resources/icons/NAME.svg in the colour of the text; null where there is none of this name.
    [[nodiscard]] QIcon icon(const QString& name) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString styleSheet() const;

    ThemeKind m_kind = ThemeKind::System;
    bool m_dark = false;
    bool m_systemDark = false; ///< as the desktop had it when the program started
};

} // namespace encore::ui
