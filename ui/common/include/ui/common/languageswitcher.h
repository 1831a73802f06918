// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QObject>
#include <QTranslator>

namespace encore::ui
{

/// Changes the language of everything on the screen while the program runs; widgets hear of it as QEvent::LanguageChange.
class LanguageSwitcher final : public QObject
{
    Q_OBJECT

public:
    explicit LanguageSwitcher(QObject* parent = nullptr);
    ~LanguageSwitcher() override;

    void apply(domain::Language language);
    [[nodiscard]] domain::Language language() const { return m_language; }

Q_SIGNALS:
    void changed();

private:
    domain::Language m_language = domain::Language::English;
    QTranslator m_own;
    QTranslator m_qt;
};

/// The language on the screen now.
[[nodiscard]] domain::Language currentLanguage();
/// A message from core in that language.
[[nodiscard]] QString inWords(const domain::Message& message);

} // namespace encore::ui
