// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QAbstractButton;
class QLabel;
class QWidget;

namespace encore::ui
{

/// What a screen says, given once when it is built and said again whenever the language changes. The widgets must outlive it.
class Wording
{
public:
    using Words = std::function<QString()>; ///< calls tr()

    void label(QLabel* label, const Words& text);
    /// The hint is tooltip and, with the text, what a screen reader says.
    void button(QAbstractButton* button, const Words& text, const Words& hint);
    /// A field: its title stands in @p title, above or beside it.
    void field(QLabel* title, QWidget* control, const Words& text, const Words& hint);
    void control(QWidget* control, const Words& name, const Words& hint); ///< without a title of its own
    void also(std::function<void()> say); ///< whatever else reads differently
    void sayAgain() const;

private:
    void say(std::function<void()> words);

    std::vector<std::function<void()>> m_words;
};

} // namespace encore::ui
