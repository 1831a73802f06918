// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/meeting.h"

#include "commands/codec/describe.h"
#include "commands/door/hearsay.h"
#include "wire.h"

#include <limits>

namespace encore::sync
{

namespace
{

struct WireScan {
    domain::CommandId command;
    bool undone = false;
    domain::ScanId scan;
    domain::TicketId ticket;
    domain::GateId gate;
    domain::Direction direction = domain::Direction::Entry;
    domain::Instant at;
    QString device;
    qint64 deviceSequence = 0;
};

struct WireAsk {
    QByteArray number;
    domain::DeviceId desk;
    QString name;
    QByteArray meeting;
    qint64 cursor = 0;
    bool listens = false;
    int waitMs = 0;
    std::vector<WireScan> scans;
};

struct WireAnswer {
    QByteArray number;
    QByteArray meeting;
    qint64 cursor = 0;
    std::vector<QString> desks;
    std::vector<WireScan> scans;
};

constexpr qsizetype longestName = 64;

} // namespace

} // namespace encore::sync

namespace encore::commands
{

template<>
struct Descriptor<sync::WireScan> {
    static auto fields()
    {
        using S = sync::WireScan;
        return std::tuple(field("command", &S::command, ""), field("undone", &S::undone, ""), field("scan", &S::scan, ""), field("ticket", &S::ticket, ""),
                          field("gate", &S::gate, ""), field("direction", &S::direction, ""), field("at", &S::at, ""),
                          field("device", &S::device, "").atMost(sync::longestName), field("device_sequence", &S::deviceSequence, ""));
    }
};
template<>
struct Descriptor<sync::WireAsk> {
    static auto fields()
    {
        using A = sync::WireAsk;
        return std::tuple(field("number", &A::number, ""), field("desk", &A::desk, ""), field("name", &A::name, "").atMost(sync::longestName),
                          field("meeting", &A::meeting, ""), field("cursor", &A::cursor, ""), field("listens", &A::listens, ""),
                          field("wait_ms", &A::waitMs, ""), field("scans", &A::scans, "").atMost(sync::mostScansAtOnce));
    }
};
template<>
struct Descriptor<sync::WireAnswer> {
    static auto fields()
    {
        using A = sync::WireAnswer;
        return std::tuple(field("number", &A::number, ""), field("meeting", &A::meeting, ""), field("cursor", &A::cursor, ""), field("desks", &A::desks, ""),
                          field("scans", &A::scans, "").atMost(sync::mostScansAtOnce));
    }
};

} // namespace encore::commands

namespace encore::sync
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;
using store::HeardScan;

namespace
{

std::vector<WireScan> toWire(const HeardScans& scans)
{
    std::vector<WireScan> wire;
    wire.reserve(scans.size());
    for (const HeardScan& heard : scans) {
        const domain::Scan& scan = heard.scan;
        wire.push_back({heard.command, heard.isUndo, scan.id, scan.ticketId, scan.gateId, scan.direction, scan.at, scan.device, scan.deviceSequence});
    }
    return wire;
}

/// Absent: no desk of ours says such a thing.
std::optional<HeardScans> fromWire(const std::vector<WireScan>& wire)
{
    HeardScans scans;
    scans.reserve(wire.size());
    for (const WireScan& each : wire) {
        const bool isWhole = !each.command.isNull() && !each.scan.isNull() && !each.ticket.isNull() && !each.gate.isNull();
        if (!isWhole || (!each.undone && each.scan != domain::idMadeBy<domain::ScanId>(each.command, 0)))
            return std::nullopt;
        scans.push_back({each.command, each.undone, {each.scan, each.ticket, each.gate, each.direction, each.at, each.device, each.deviceSequence}});
    }
    return scans;
}

template<class Wire>
Result<Wire> parseWire(const QByteArray& text)
{
    const auto json = commands::parseJson(text);
    return json ? commands::decode<Wire>(*json, {}) : Result<Wire>(json.error());
}

domain::Error damaged()
{
    return error(ErrorCode::Invalid, message("sync.damaged").with("what", QStringLiteral("meeting")));
}

} // namespace

QByteArray encodeAsk(const MeetingAsk& ask)
{
    return commands::encodeText(WireAsk{ask.number, ask.desk, ask.name.left(longestName), ask.meeting, ask.cursor, ask.listens, ask.waitMs, toWire(ask.scans)});
}

QByteArray encodeAnswer(const MeetingAnswer& answer)
{
    return commands::encodeText(WireAnswer{answer.number, answer.meeting, answer.cursor, answer.desks, toWire(answer.scans)});
}

Result<MeetingAsk> parseAsk(const QByteArray& text)
{
    const auto wire = parseWire<WireAsk>(text);
    if (!wire)
        return wire.error();
    const auto scans = fromWire(wire->scans);
    if (!scans || wire->desk.isNull() || wire->cursor < 0)
        return damaged();
    return MeetingAsk{wire->number, wire->desk, wire->name, wire->meeting, wire->cursor, wire->listens, wire->waitMs, *scans};
}

Result<MeetingAnswer> parseAnswer(const QByteArray& text)
{
    const auto wire = parseWire<WireAnswer>(text);
    if (!wire)
        return wire.error();
    const auto scans = fromWire(wire->scans);
    if (!scans || wire->meeting.isEmpty() || wire->cursor < 0)
        return damaged();
    return MeetingAnswer{wire->number, wire->meeting, wire->cursor, wire->desks, *scans};
}

MeetingFile::MeetingFile(DeskWriter& desk, const domain::Clock& clock) :
    m_desk(desk), m_clock(clock), m_behind(std::make_shared<qint64>(std::numeric_limits<qint64>::min())), m_alive(std::make_shared<bool>(true))
{
}

MeetingFile::~MeetingFile()
{
    *m_alive = false;
}

template<class T>
void MeetingFile::step(std::function<Result<T>(store::UnitOfWork&, qint64&)> what, std::function<void(const Result<T>&)> then)
{
    const auto brought = std::make_shared<Result<T>>(T());
    m_desk.write(
        [what = std::move(what), brought, behind = m_behind](commands::Executor&, store::UnitOfWork& work) -> Status {
            *brought = what(work, *behind);
            return *brought ? domain::done() : Status(brought->error());
        },
        [brought, alive = m_alive, then = std::move(then)](const Status& done) {
            if (*alive)
                then(done ? *brought : Result<T>(done.error()));
        });
}

void MeetingFile::readAll(std::function<void(const HeardScans&)> then)
{
    step<HeardScans>(
        [](store::UnitOfWork& work, qint64& behind) -> Result<HeardScans> {
            behind = std::numeric_limits<qint64>::min();
            HeardScans all = commands::ownScans(work.reader(), behind);
            const HeardScans others = store::HearsayReader(work.reader()).everything();
            all.insert(all.end(), others.begin(), others.end());
            return all;
        },
        [then = std::move(then)](const Result<HeardScans>& read) { then(read ? *read : HeardScans()); });
}

void MeetingFile::readNew(std::function<void(const HeardScans&)> then)
{
    step<HeardScans>([](store::UnitOfWork& work, qint64& behind) -> Result<HeardScans> { return commands::ownScans(work.reader(), behind); },
                     [then = std::move(then)](const Result<HeardScans>& read) { then(read ? *read : HeardScans()); });
}

void MeetingFile::take(const HeardScans& scans, std::function<void(const Result<int>&)> then)
{
    step<int>([scans, now = m_clock.now()](store::UnitOfWork& work, qint64&) { return commands::takeHearsay(scans, now, work); }, std::move(then));
}

} // namespace encore::sync
