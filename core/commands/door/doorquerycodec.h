// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the door's questions and rows look as JSON, for `encorectl query` and the API.

#include "commands/codec/describe.h"
#include "commands/door/doorqueries.h"
#include "commands/door/findings.h"

namespace encore::domain
{
template<>
std::span<const EnumName<commands::DoorReadiness::State>> enumNames();
}

namespace encore::commands
{

/// Words for people, in both languages, so that whoever reads the JSON can choose.
template<>
struct Codec<domain::Message> {
    static JsonValue encode(const domain::Message& value, JsonDocument::AllocatorType& allocator)
    {
        JsonValue object(rapidjson::kObjectType);
        object.AddMember("id", jsonString(QString::fromLatin1(value.id), allocator), allocator);
        object.AddMember("en", jsonString(domain::words(value, domain::Language::English), allocator), allocator);
        object.AddMember("ko", jsonString(domain::words(value, domain::Language::Korean), allocator), allocator);
        return object;
    }
    static JsonValue schema(JsonDocument::AllocatorType& allocator) { return detail::typeSchema("object", allocator); }
    static domain::Result<domain::Message> decode(const JsonValue&, const DecodeContext&, const JsonPath& path)
    {
        return detail::wrongType(path, "object"); // rows are written, never read
    }
};

#define ENCORE_NO_ARGUMENTS(Query)                                                                                               \
    template<>                                                                                                                   \
    struct Descriptor<Query> {                                                                                                   \
        static auto fields() { return std::tuple<>(); }                                                                          \
    };

ENCORE_NO_ARGUMENTS(DoorGates)
ENCORE_NO_ARGUMENTS(DoorPerformances)
ENCORE_NO_ARGUMENTS(DoorQuestions)
ENCORE_NO_ARGUMENTS(DoorReadiness)
ENCORE_NO_ARGUMENTS(WorkspaceInfo)
#undef ENCORE_NO_ARGUMENTS

template<>
struct Descriptor<DoorGates::Row> {
    static auto fields()
    {
        using T = DoorGates::Row;
        return std::tuple(field("id", &T::id, ""), field("label", &T::label, ""), field("name", &T::name, ""),
                          field("zone_name", &T::zoneName, ""), field("performance_titles", &T::performanceTitles, "empty: all"),
                          field("performance_ids", &T::performanceIds, "empty: all"), field("capacity", &T::capacity, "people"),
                          field("include_unpaid", &T::includeUnpaid, ""));
    }
};

template<>
struct Descriptor<DoorPerformances::Row> {
    static auto fields()
    {
        using T = DoorPerformances::Row;
        return std::tuple(field("id", &T::id, ""), field("label", &T::label, ""), field("title", &T::title, ""),
                          field("starts_at", &T::startsAt, ""), field("time_zone", &T::timeZone, "IANA name"));
    }
};

template<>
struct Descriptor<DoorStatus> {
    static auto fields() { return std::tuple(field("gate_id", &DoorStatus::gateId, "absent: every gate")); }
};

template<>
struct Descriptor<DoorStatus::Row> {
    static auto fields()
    {
        using T = DoorStatus::Row;
        return std::tuple(field("gate_id", &T::gateId, ""), field("gate", &T::gateLabel, ""), field("gate_name", &T::gateName, ""),
                          field("entries", &T::entries, ""), field("exits", &T::exits, ""),
                          field("inside_by_gate", &T::insideByGate, "came in here and are still inside"),
                          field("gate_capacity", &T::gateCapacity, ""), field("zone", &T::zoneLabel, ""),
                          field("zone_name", &T::zoneName, ""), field("zone_inside", &T::zoneInside, ""),
                          field("zone_capacity", &T::zoneCapacity, ""), field("refused", &T::refused, ""),
                          field("unlisted", &T::unlisted, "admitted without being listed"));
    }
};

template<>
struct Descriptor<RecentScans> {
    static auto fields()
    {
        using T = RecentScans;
        return std::tuple(field("gate_id", &T::gateId, "absent: every gate"), field("ticket_id", &T::ticketId, "absent: every ticket"),
                          field("refused_only", &T::refusedOnly, "").absentMeansDefault(),
                          field("limit", &T::limit, "1 to 1,000").absentMeansDefault());
    }
};

template<>
struct Descriptor<RecentScans::Row> {
    static auto fields()
    {
        using T = RecentScans::Row;
        return std::tuple(field("scan_id", &T::scanId, ""), field("at", &T::at, ""), field("gate", &T::gateLabel, ""),
                          field("gate_name", &T::gateName, ""), field("direction", &T::direction, ""), field("device", &T::device, ""),
                          field("verdict", &T::verdict, "admitted | refused"), field("reason", &T::reason, "of a refusal"),
                          field("ticket_id", &T::ticketLabel, ""), field("holder", &T::holder, ""),
                          field("product_name", &T::productName, ""), field("seat", &T::seat, ""), field("listed", &T::listed, ""),
                          field("undone", &T::undone, ""), field("undo_reason", &T::undoReason, ""));
    }
};

template<>
struct Descriptor<Arrivals> {
    static auto fields()
    {
        return std::tuple(field("gate_id", &Arrivals::gateId, "absent: every gate"), field("since", &Arrivals::since, ""));
    }
};

template<>
struct Descriptor<Arrivals::Row> {
    static auto fields()
    {
        return std::tuple(field("minute", &Arrivals::Row::minute, "its beginning"), field("entries", &Arrivals::Row::entries, ""));
    }
};

template<>
struct Descriptor<FindTickets> {
    static auto fields()
    {
        return std::tuple(field("text", &FindTickets::text, "beginnings of words"),
                          field("limit", &FindTickets::limit, "1 to 500").absentMeansDefault());
    }
};

template<>
struct Descriptor<FindTickets::Row> {
    static auto fields()
    {
        using T = FindTickets::Row;
        return std::tuple(field("id", &T::ticketId, ""), field("ticket_id", &T::ticketLabel, ""), field("order_id", &T::orderLabel, ""),
                          field("order_status", &T::orderStatus, ""), field("holder", &T::holder, ""), field("buyer", &T::buyer, ""),
                          field("email", &T::email, ""), field("product_name", &T::productName, ""),
                          field("performance_title", &T::performanceTitle, ""), field("seat", &T::seat, ""),
                          field("status", &T::status, "valid | cancelled"), field("blocked", &T::blocked, ""),
                          field("inside", &T::inside, ""), field("last_entry_at", &T::lastEntryAt, ""));
    }
};

template<>
struct Descriptor<DoorQuestions::Option> {
    static auto fields()
    {
        return std::tuple(field("id", &DoorQuestions::Option::label, ""), field("text", &DoorQuestions::Option::text, ""));
    }
};

template<>
struct Descriptor<DoorQuestions::Row> {
    static auto fields()
    {
        using T = DoorQuestions::Row;
        return std::tuple(field("id", &T::id, ""), field("label", &T::label, ""), field("text", &T::text, ""), field("kind", &T::kind, ""),
                          field("required", &T::required, ""), field("options", &T::options, ""));
    }
};

template<>
struct Descriptor<DoorReadiness::Row> {
    static auto fields()
    {
        using T = DoorReadiness::Row;
        return std::tuple(field("check", &T::check, ""), field("state", &T::state, ""), field("text", &T::text, ""));
    }
};

template<>
struct Descriptor<DoorList> {
    static auto fields() { return std::tuple(field("performance_id", &DoorList::performanceId, "absent: every performance")); }
};

template<>
struct Descriptor<DoorList::Row> {
    static auto fields()
    {
        using T = DoorList::Row;
        return std::tuple(field("id", &T::ticketId, ""), field("ticket_id", &T::ticketLabel, ""), field("holder", &T::holder, ""),
                          field("order_id", &T::orderLabel, ""), field("product_name", &T::productName, ""), field("seat", &T::seat, ""),
                          field("unpaid", &T::unpaid, ""), field("inside", &T::inside, ""));
    }
};

template<>
struct Descriptor<WorkspaceInfo::Row> {
    static auto fields()
    {
        using T = WorkspaceInfo::Row;
        return std::tuple(field("name", &T::name, ""), field("currency", &T::currency, "ISO 4217"), field("time_zone", &T::timeZone, ""),
                          field("tickets", &T::tickets, "ready offline"), field("performances", &T::performances, ""),
                          field("gates", &T::gates, ""), field("read_only", &T::readOnly, "another process writes this workspace"));
    }
};

template<>
struct Descriptor<Findings> {
    static auto fields() { return std::tuple(field("limit", &Findings::limit, "at most so many").absentMeansDefault()); }
};
template<>
struct Descriptor<Findings::Row> {
    static auto fields()
    {
        using R = Findings::Row;
        return std::tuple(field("finding_id", &R::findingId, ""), field("kind", &R::kind, "double_entry"), field("ticket", &R::ticket, ""),
                          field("holder", &R::holder, ""), field("first_at", &R::firstAt, ""), field("gate", &R::gate, ""), field("device", &R::device, ""),
                          field("second_at", &R::secondAt, ""), field("other_gate", &R::otherGate, ""), field("other_device", &R::otherDevice, ""));
    }
};

} // namespace encore::commands
