// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All commands and queries by name: what the API, the command line and the log go by. The lists stand in commandtable.cpp and querytable.cpp.

#include "commands/command.h"
#include "commands/query.h"

#include <functional>
#include <optional>
#include <vector>

namespace encore::commands
{

/// What a command changes of a thing that others may be changing as well.
struct Edit {
    QByteArray entity; ///< the thing's id
    std::vector<QString> fields; ///< as they stand in the arguments; none: all of it
    const char* table; ///< in which the thing lies
};

/// A command's arguments, read and understood, waiting to be carried out.
struct PreparedCommand {
    QByteArray arguments; ///< canonical JSON: what is logged and hashed
    std::optional<Edit> edit;
    std::function<domain::Result<QByteArray>(const Context&, store::UnitOfWork&)> execute; ///< → JSON of what it made
};

struct CommandEntry {
    const char* name;
    const char* summary;
    int schemaVersion;
    Right right;
    bool isObservation; ///< it has happened, when its device says it did; of all others the authority says when
    JsonValue (*argumentsSchema)(JsonDocument::AllocatorType&);
    JsonValue (*madeSchema)(JsonDocument::AllocatorType&);
    domain::Result<PreparedCommand> (*prepare)(const JsonValue& arguments, const DecodeContext& context);
};

struct QueryEntry {
    const char* name;
    const char* summary;
    JsonValue (*argumentsSchema)(JsonDocument::AllocatorType&);
    JsonValue (*rowSchema)(JsonDocument::AllocatorType&);
    /// One JSON text a row.
    domain::Result<std::vector<QByteArray>> (*ask)(const JsonValue& arguments, const DecodeContext& decoding, const QueryContext& context);
};

[[nodiscard]] const std::vector<CommandEntry>& allCommands();
[[nodiscard]] const std::vector<QueryEntry>& allQueries();
[[nodiscard]] const CommandEntry* findCommand(const QByteArray& name); ///< null: no such command
[[nodiscard]] const QueryEntry* findQuery(const QByteArray& name);

[[nodiscard]] QString rightText(Right right);

} // namespace encore::commands
