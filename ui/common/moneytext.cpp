// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/moneytext.h"

#include "ui/common/languageswitcher.h"

#include <QDateTime>
#include <QLocale>

namespace encore::ui
{
namespace
{

domain::EventZone zoneOf(const QString& name)
{
    const auto zone = domain::EventZone::fromName(name);
    return zone ? *zone : domain::EventZone::utc();
}

} // namespace

QString moneyText(qint64 minor, const domain::Currency& currency)
{
    const QString plain = domain::plainText({minor < 0 ? -minor : minor, currency});
    const QStringList parts = plain.split(u'.');
    QString digits = QLocale().toString(parts.first().toLongLong());
    if (parts.size() > 1)
        digits += QLocale().decimalPoint() + parts.last();
    const QString sign = minor < 0 ? QStringLiteral("\u2212") : QString();
    if (!(currency == domain::Currency::krw()))
        return sign + currency.code() + u' ' + digits;
    return currentLanguage() == domain::Language::Korean ? sign + digits + QStringLiteral("원") : sign + QStringLiteral("₩") + digits;
}

QString moneyText(qint64 minor, const QString& currencyCode)
{
    const auto currency = domain::Currency::fromCode(currencyCode);
    return moneyText(minor, currency ? *currency : domain::Currency::krw());
}

QString momentText(domain::Instant instant, const domain::EventZone& zone)
{
    return QLocale().toString(zone.local(instant), currentLanguage() == domain::Language::Korean ? QStringLiteral("yyyy. M. d. (ddd) HH:mm")
                                                                                                   : QStringLiteral("ddd d MMM yyyy, HH:mm"));
}

QString momentText(domain::Instant instant, const QString& zoneName)
{
    return momentText(instant, zoneOf(zoneName));
}

std::optional<domain::Instant> momentFrom(const QString& text, const QString& zoneName)
{
    const auto moment = domain::parseWallClock(text, zoneOf(zoneName));
    return moment ? std::optional(*moment) : std::nullopt;
}

QString shortMomentText(domain::Instant instant, const QString& zoneName)
{
    return editableMoment(instant, zoneName);
}

QString editableMoment(domain::Instant instant, const QString& zoneName)
{
    return zoneOf(zoneName).local(instant).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace encore::ui
