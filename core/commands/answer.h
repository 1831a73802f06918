// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace encore::commands
{

/// What a query answers: its rows, unless reading failed on the way.
template<class Row>
[[nodiscard]] domain::Result<std::vector<Row>> answer(std::vector<Row> rows, const store::Reader& reader)
{
    if (const domain::Status status = reader.status(); !status)
        return status.error();
    return rows;
}

[[nodiscard]] inline domain::Result<int> checkedLimit(int limit, int most)
{
    if (limit < 1 || limit > most)
        return domain::error(domain::ErrorCode::Invalid, domain::message("query.limit").with("most", most));
    return limit;
}

} // namespace encore::commands
