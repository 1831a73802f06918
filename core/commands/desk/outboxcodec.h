// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/codec/describe.h"
#include "commands/desk/outbox.h"

namespace encore::commands
{

template<>
struct Descriptor<Outbox> {
    static auto fields() { return std::tuple(field("limit", &Outbox::limit, "at most so many").absentMeansDefault()); }
};
template<>
struct Descriptor<Outbox::Row> {
    static auto fields()
    {
        using R = Outbox::Row;
        return std::tuple(field("number", &R::number, "by this desk's counting"), field("command_id", &R::commandId, ""), field("command", &R::command, ""),
                          field("subject", &R::subject, "what it is about"), field("occurred_at", &R::occurredAt, ""), field("actor", &R::actor, ""),
                          field("state", &R::state, "queued, in_flight, acknowledged, rejected, conflict"), field("reason_id", &R::reasonId, ""),
                          field("reason", &R::reason, "why, in English"), field("is_in_doubt", &R::isInDoubt, "cannot be done here any more; the house will judge"));
    }
};
template<>
struct Descriptor<OutboxFields> {
    static auto fields() { return std::tuple(field("command_id", &OutboxFields::commandId, "which change")); }
};
template<>
struct Descriptor<OutboxFields::Row> {
    static auto fields()
    {
        using R = OutboxFields::Row;
        return std::tuple(field("field", &R::field, ""), field("kind", &R::kind, ""), field("base", &R::base, "what the change was made on"),
                          field("mine", &R::mine, "what it says"), field("theirs", &R::theirs, "what stands there now"),
                          field("changed_elsewhere", &R::changedElsewhere, ""));
    }
};

} // namespace encore::commands
