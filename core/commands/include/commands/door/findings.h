// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/query.h"

namespace encore::commands
{

/// What turned out to be wrong with something that had happened already, told to everybody whom it concerns.
struct Findings {
    static constexpr const char* name = "Findings";
    static constexpr const char* summary = "Double entries and the like that came out when desks heard of each other, newest first.";
    struct Row {
        QString findingId;
        QString kind; ///< double_entry
        QString ticket; ///< label
        QString holder;
        domain::Instant firstAt;
        QString gate;
        QString device;
        domain::Instant secondAt;
        QString otherGate;
        QString otherDevice;
    };
    int limit = 50;
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

} // namespace encore::commands
