// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QTimeZone>

#include <compare>

namespace encore::domain
{

/// A moment: UTC milliseconds since 1970. Times are never stored any other way; the zone belongs to the event.
struct Instant {
    qint64 ms = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;
    [[nodiscard]] Instant plusMs(qint64 milliseconds) const { return {ms + milliseconds}; }
};

/// Reads ISO 8601 with an offset: YYYY-MM-DDTHH:MM[:SS[.f…]](Z|±HH:MM), years 1970 to 9999, fractions cut to milliseconds.
/// A time without an offset is an error, because nobody could say which moment it names.
[[nodiscard]] Result<Instant> parseInstant(const QString& text);

/// YYYY-MM-DDTHH:MM:SS.mmmZ
[[nodiscard]] QString formatInstant(Instant instant);

/// The IANA zone of an event or a workspace, for example Asia/Seoul.
class EventZone
{
public:
    [[nodiscard]] static Result<EventZone> fromName(const QString& ianaName);
    [[nodiscard]] static EventZone utc();

    [[nodiscard]] QString name() const;
    [[nodiscard]] QDateTime local(Instant instant) const;
    /// The moment of this wall clock time. In a gap (clocks go forward) the time is read with the offset before the gap; where the
    /// hour comes twice (clocks go back), the first one.
    [[nodiscard]] Instant fromLocal(QDate date, QTime time) const;
    /// Midnight, or the first moment of the day where the clocks jump over midnight.
    [[nodiscard]] Instant startOfDay(QDate date) const;
    [[nodiscard]] QDate dateOf(Instant instant) const;

    friend bool operator==(const EventZone&, const EventZone&) = default;

private:
    explicit EventZone(const QTimeZone& zone) : m_zone(zone) { }
    QTimeZone m_zone;
};

/// What a person typed as a moment: YYYY-MM-DD H:MM on the wall clock of @p zone (the time may be left out: midnight), or ISO 8601 with an offset.
[[nodiscard]] Result<Instant> parseWallClock(const QString& text, const EventZone& zone);

/// For people: the wall clock of @p zone, seconds only where there are some, and the zone's name.
[[nodiscard]] QString wallClockText(Instant instant, const EventZone& zone);

/// Where "now" comes from. Handed to whoever needs it, so that tests can say what time it is.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

} // namespace encore::domain
