// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Single questions to the server, beside the two lanes of the engine.

#include "commands/codec/describe.h"
#include "sync/planner.h"

namespace encore::sync
{

struct ProblemRead {
    QString code;
    QString detail;
};
struct Nothing {
};

} // namespace encore::sync

namespace encore::commands
{

template<>
struct Descriptor<sync::ProblemRead> {
    static auto fields() { return std::tuple(field("code", &sync::ProblemRead::code, ""), field("detail", &sync::ProblemRead::detail, "")); }
};
template<>
struct Descriptor<sync::Nothing> {
    static auto fields() { return std::tuple<>(); }
};

} // namespace encore::commands

namespace encore::sync
{

/// Why the server said no, in the reader's language where it can be said without what the server filled in.
[[nodiscard]] domain::Message reasonOf(const ProblemRead& problem);

/// What a body says; members that are not asked for do not matter.
template<class T>
[[nodiscard]] domain::Result<T> bodyOf(const Response& response)
{
    const auto json = response.kind == Response::Kind::Answered ? commands::parseJson(response.body.isEmpty() ? QByteArray("{}") : response.body)
                                                                : domain::Result<commands::JsonDocument>(domain::error(domain::ErrorCode::Invalid, {}));
    if (json && response.status >= 400) {
        if (const auto problem = commands::decode<ProblemRead>(*json, {}); problem && !problem->code.isEmpty())
            return domain::error(domain::ErrorCode::Refused, reasonOf(*problem));
    }
    if (const auto failure = failureOf(response))
        return domain::error(domain::ErrorCode::Unavailable, failure->reason);
    const auto read = json && response.status < 400 ? commands::decode<T>(*json, {}) : domain::Result<T>(domain::error(domain::ErrorCode::Invalid, {}));
    return read ? read : domain::Result<T>(domain::error(domain::ErrorCode::Unavailable, domain::message("sync.not_ours")));
}

template<class Sent, class T>
void post(Transport& transport, const char* path, const Sent& sent, const QByteArray& token, std::function<void(const domain::Result<T>&)> answer)
{
    Request request;
    request.method = "POST";
    request.path = path;
    request.body = commands::encodeText(sent);
    request.token = token;
    transport.send(request, [answer = std::move(answer)](const Response& response) { answer(bodyOf<T>(response)); });
}

} // namespace encore::sync
