// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/languageswitcher.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace encore::ui
{

LanguageSwitcher::LanguageSwitcher(QObject* parent) : QObject(parent) { }

LanguageSwitcher::~LanguageSwitcher()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void LanguageSwitcher::apply(domain::Language language)
{
    m_language = language;
    const bool korean = language == domain::Language::Korean;
    QLocale::setDefault(korean ? QLocale(QLocale::Korean, QLocale::SouthKorea) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    const QString code = korean ? QStringLiteral("ko") : QStringLiteral("en");
    if (m_qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/encore_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_own);
    Q_EMIT changed();
}

domain::Language currentLanguage()
{
    return QLocale().language() == QLocale::Korean ? domain::Language::Korean : domain::Language::English;
}

QString inWords(const domain::Message& message)
{
    return domain::words(message, currentLanguage());
}

} // namespace encore::ui
