// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reading: a Query is a named, typed, read-only question. Screens, the command line and exports ask the same ones.

#include "commands/codec/describe.h"
#include "domain/result.h"
#include "domain/time.h"

#include <vector>

namespace encore::store
{
class Reader;
}

namespace encore::commands
{

struct QueryContext {
    store::Reader& reader;
    domain::Instant now;
    bool readOnly = false; ///< another process writes this workspace
};

/// What each query struct offers beside its fields (its arguments):
///   static constexpr const char* name; static constexpr const char* summary;
///   struct Row { … };                       (fields and rows are described where the registry knows the query by name)
///   domain::Result<std::vector<Row>> ask(const QueryContext&) const;
template<class T>
concept Query = requires(const T& query, const QueryContext& context) {
           { T::name } -> std::convertible_to<const char*>;
           { query.ask(context) } -> std::same_as<domain::Result<std::vector<typename T::Row>>>;
       };

} // namespace encore::commands
