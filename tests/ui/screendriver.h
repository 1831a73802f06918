// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Real keys and clicks on the screens of a test, wherever the control stands: in the page or in a dialog in front of it.

#include "support/liveservices.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace encore::tests
{

/// A control by its name in a window that is shown; null, with a word about it, where there is none.
template<class Widget>
[[nodiscard]] Widget* find(const char* name)
{
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* self = qobject_cast<Widget*>(window); self && !self->isHidden() && self->objectName() == QLatin1String(name))
            return self;
        if (auto* found = window->findChild<Widget*>(QLatin1String(name)); found && !found->window()->isHidden())
            return found;
    }
    qWarning("no widget named %s", name);
    return nullptr;
}

inline void click(const char* name)
{
    auto* button = find<QAbstractButton>(name);
    QVERIFY(button);
    QVERIFY2(button->isVisible() && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
    settle();
}

/// Replaces what stands in a field, key by key.
inline void type(const char* name, const QString& text)
{
    auto* field = find<QLineEdit>(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    if (isAscii)
        QTest::keyClicks(field, text);
    else
        field->insert(text); // as an input method hands it over
    settle();
}

[[nodiscard]] inline QString shown(const char* name)
{
    auto* label = find<QLabel>(name);
    return label ? label->text() : QString();
}

} // namespace encore::tests
