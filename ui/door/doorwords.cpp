// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorwords.h"

namespace encore::ui
{

QString DoorWords::signal(door::Signal signal)
{
    switch (signal) {
    case door::Signal::Go:
        return tr("GO");
    case door::Signal::Ask:
        return tr("ASK");
    case door::Signal::HelpDesk:
        return tr("HELP DESK");
    case door::Signal::Stop:
        return tr("STOP");
    case door::Signal::Already:
        return tr("ALREADY");
    }
    Q_UNREACHABLE();
}

QString DoorWords::headline(const DoorCase& guest)
{
    if (guest.signal() != door::Signal::Go)
        return signal(guest.signal());
    if (guest.input.lookOnly)
        return tr("VALID");
    return guest.input.direction == domain::Direction::Exit ? tr("OUT") : signal(door::Signal::Go);
}

QString DoorWords::reason(const QString& name)
{
    const std::pair<const char*, QString> words[] = {
        {"unknown", tr("Unknown code")},
        {"ambiguous", tr("Several tickets have this code")},
        {"cancelled", tr("Cancelled")},
        {"blocked", tr("Blocked")},
        {"revoked", tr("Revoked: there is a newer ticket")},
        {"not_approved", tr("Order not approved yet")},
        {"outside_validity", tr("Not valid at this time")},
        {"wrong_gate", tr("Wrong gate")},
        {"wrong_performance", tr("Another performance")},
        {"unpaid", tr("Not paid")},
        {"rules", tr("Rules of this gate")},
        {"questions", tr("A question is open")},
        {"full", tr("Full")},
        {"already_admitted", tr("Already admitted")},
        {"error", tr("Fault")},
    };
    for (const auto& [id, text] : words) {
        if (name == QLatin1String(id))
            return text;
    }
    return name;
}

QString DoorWords::time(domain::Instant at, const domain::EventZone& zone)
{
    return QLocale().toString(zone.local(at).time(), QStringLiteral("HH:mm"));
}

QString DoorWords::timeWithSeconds(domain::Instant at, const domain::EventZone& zone)
{
    return QLocale().toString(zone.local(at).time(), QStringLiteral("HH:mm:ss"));
}

QString DoorWords::dateAndTime(domain::Instant at, const domain::EventZone& zone)
{
    return QLocale().toString(zone.local(at).date(), QLocale::ShortFormat) + QStringLiteral(" ") + time(at, zone);
}

QString DoorWords::joined(const QStringList& parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(QStringLiteral(" · "));
}

} // namespace encore::ui
