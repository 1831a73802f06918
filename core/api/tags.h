// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What somebody already has, and what a change was made on (RFC 9110 §8.8, §13). A tag is a number of the thing's version, where it has
// one, and a hash of what was told of it.

#include "api/http.h"

#include <optional>

namespace encore::api
{

/// @p told: the answer without what only the clock moves.
[[nodiscard]] QByteArray tagOf(const QByteArray& told, std::optional<qint64> version = std::nullopt);
/// @p answer with its tag; to be kept by whoever asked, and asked for again each time.
[[nodiscard]] HttpAnswer tagged(HttpAnswer answer, const QByteArray& tag);
/// @p answer, or 304 where whoever asks has just that.
[[nodiscard]] HttpAnswer unlessKnown(const HttpRequest& request, HttpAnswer answer);

/// Of If-Match: the versions that a thing may have; absent: any.
struct Expected {
    bool isAny = false; ///< "*": whichever, as long as there is one
    std::vector<qint64> versions;

    [[nodiscard]] bool holds(std::optional<qint64> version) const;
};
[[nodiscard]] std::optional<Expected> expectedBy(const HttpRequest& request);

} // namespace encore::api
