// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wording.h"

#include <QAbstractButton>
#include <QLabel>

namespace encore::ui
{

void Wording::say(std::function<void()> words)
{
    words();
    m_words.push_back(std::move(words));
}

void Wording::label(QLabel* label, const Words& text)
{
    say([label, text] { label->setText(text()); });
}

void Wording::button(QAbstractButton* button, const Words& text, const Words& hint)
{
    say([button, text, hint] {
        const QKeySequence shortcut = button->shortcut(); // setText takes it away
        button->setText(text());
        button->setShortcut(shortcut);
        button->setAccessibleName(text());
        button->setToolTip(shortcut.isEmpty() ? hint() : hint() + QStringLiteral(" (") + shortcut.toString(QKeySequence::NativeText) + u')');
    });
}

void Wording::field(QLabel* title, QWidget* control, const Words& text, const Words& hint)
{
    title->setBuddy(control);
    say([title, control, text, hint] {
        title->setText(text());
        control->setAccessibleName(text());
        control->setToolTip(hint());
    });
}

void Wording::control(QWidget* control, const Words& name, const Words& hint)
{
    say([control, name, hint] {
        control->setAccessibleName(name());
        control->setToolTip(hint());
    });
}

void Wording::also(std::function<void()> words)
{
    say(std::move(words));
}

void Wording::sayAgain() const
{
    for (const auto& words : m_words)
        words();
}

} // namespace encore::ui
