// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QHash>
#include <QSet>

namespace encore::domain
{

Result<Instant> parseInstant(const QString& text)
{
    const auto failure = [&](const char* id) { return error(ErrorCode::Invalid, message(id).with("text", text.left(64))); };
    static const QRegularExpression pattern(QStringLiteral(
        "\\A([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}:[0-9]{2})?\\z"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return failure("time.not_iso");
    if (match.captured(8).isEmpty())
        return failure("time.no_offset");
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const int millisecond = match.captured(7).leftJustified(3, u'0').left(3).toInt();
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt(), millisecond);
    if (!date.isValid() || !time.isValid() || date.year() < 1970)
        return failure("time.no_such");
    int offset = 0;
    if (const QString zone = match.captured(8); zone != u"Z") {
        const int hours = QStringView(zone).mid(1, 2).toInt();
        const int minutes = QStringView(zone).mid(4, 2).toInt();
        if (hours > 18 || minutes > 59)
            return failure("time.no_such");
        offset = (hours * 60 + minutes) * 60 * (zone.startsWith(u'-') ? -1 : 1);
    }
    const qint64 ms = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - qint64(offset) * 1000;
    constexpr qint64 endOfYear9999 = 253402300799999;
    if (ms < 0 || ms > endOfYear9999) // the offset may lead out of the years that can be written again
        return failure("time.no_such");
    return Instant{ms};
}

QString formatInstant(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + u'Z';
}

Result<EventZone> EventZone::fromName(const QString& ianaName)
{
    // QTimeZone also takes POSIX rules, and so nearly any word, for a zone; only names of the database are meant here.
    static const QSet<QByteArray> known = [] {
        const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
        return QSet<QByteArray>(ids.begin(), ids.end());
    }();
    // Making one takes as long as a statement of the store, and every project and performance that is read has one.
    static thread_local QHash<QString, QTimeZone> made;
    constexpr qsizetype mostKept = 600; // more than there are
    if (const auto earlier = made.constFind(ianaName); earlier != made.constEnd())
        return EventZone(*earlier);
    const QTimeZone zone(ianaName.toLatin1());
    if (!known.contains(ianaName.toLatin1()) || !zone.isValid() || ianaName.startsWith(u"UTC+") || ianaName.startsWith(u"UTC-"))
        return error(ErrorCode::Invalid, message("time.unknown_zone").with("text", ianaName.left(64)));
    if (made.size() < mostKept)
        made.insert(ianaName, zone);
    return EventZone(zone);
}

EventZone EventZone::utc()
{
    return EventZone(QTimeZone::utc());
}

QString EventZone::name() const
{
    return QString::fromLatin1(m_zone.id());
}

QDateTime EventZone::local(Instant instant) const
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, m_zone);
}

Instant EventZone::fromLocal(QDate date, QTime time) const
{
    // Not QDateTime(date, time, zone): what it does in a gap changed between Qt versions. The offsets half a day to either side
    // name the two candidates; the earlier one that reads back as asked is the answer, else (a gap) the offset before it counts.
    const qint64 asUtc = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const qint64 halfDay = 12LL * 3600 * 1000;
    const auto candidate = [&](qint64 around) {
        return asUtc - qint64(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(around, Qt::UTC))) * 1000;
    };
    const qint64 before = candidate(asUtc - m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(asUtc, Qt::UTC)) * 1000LL - halfDay);
    const qint64 after = candidate(asUtc - m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(asUtc, Qt::UTC)) * 1000LL + halfDay);
    const QDateTime asked(date, time, Qt::UTC);
    for (const qint64 ms : {std::min(before, after), std::max(before, after)}) {
        const QDateTime back = local({ms});
        if (back.date() == asked.date() && back.time() == asked.time())
            return {ms};
    }
    return {before};
}

Instant EventZone::startOfDay(QDate date) const
{
    const Instant midnight = fromLocal(date, QTime(0, 0));
    if (local(midnight).date() == date)
        return midnight;
    const QTimeZone::OffsetData next
        = m_zone.nextTransition(QDateTime::fromMSecsSinceEpoch(midnight.ms - 6LL * 3600 * 1000, Qt::UTC));
    return next.atUtc.isValid() ? Instant{next.atUtc.toMSecsSinceEpoch()} : midnight;
}

QDate EventZone::dateOf(Instant instant) const
{
    return local(instant).date();
}

Instant SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

Result<Instant> parseWallClock(const QString& text, const EventZone& zone)
{
    const QString trimmed = text.simplified();
    if (const Result<Instant> instant = parseInstant(trimmed))
        return instant;
    const QDate day = QDate::fromString(trimmed.section(u' ', 0, 0), Qt::ISODate);
    const QString timeText = trimmed.section(u' ', 1);
    const QTime time = timeText.isEmpty() ? QTime(0, 0) : QTime::fromString(timeText, QStringLiteral("H:mm"));
    if (!day.isValid() || !time.isValid())
        return error(ErrorCode::Invalid, message("time.not_a_moment").with("text", text.left(32)));
    return zone.fromLocal(day, time);
}

QString wallClockText(Instant instant, const EventZone& zone)
{
    const QLatin1StringView format(instant.ms % 60'000 == 0 ? "yyyy-MM-dd HH:mm" : instant.ms % 1'000 == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.zzz");
    return zone.local(instant).toString(QString(format)) + QStringLiteral(" (") + zone.name() + u')';
}

} // namespace encore::domain
