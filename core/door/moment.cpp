// SPDX-License-Identifier: GPL-3.0-or-later
#include "moment.h"

#include <QDateTime>

namespace encore::door
{
namespace
{

domain::Message told(const Telling& telling, domain::Instant instant, QStringView format)
{
    const QDateTime local = telling.zone.local(instant);
    const QString time = local.time().toString(format);
    if (local.date() == telling.zone.dateOf(telling.now))
        return domain::message("door.moment").with("time", time);
    return domain::message("door.moment.other_day").with("time", time).with("date", local.date().toString(Qt::ISODate));
}

} // namespace

domain::Message Telling::toTheSecond(domain::Instant instant) const
{
    return told(*this, instant, u"HH:mm:ss");
}

domain::Message Telling::toTheMinute(domain::Instant instant) const
{
    return told(*this, instant, instant.ms % 60'000 == 0 ? u"HH:mm" : u"HH:mm:ss");
}

} // namespace encore::door
