// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service.h"

namespace encore::api
{

/// The request's JSON body.
template<class T>
[[nodiscard]] domain::Result<T> bodyOf(const Call& call)
{
    const domain::Result<commands::JsonDocument> parsed = commands::parseJson(call.request.body);
    if (!parsed)
        return parsed.error();
    return commands::decode<T>(*parsed, {});
}

[[nodiscard]] inline HttpAnswer textAnswer(const QByteArray& type, const QByteArray& text)
{
    HttpAnswer answer;
    answer.type = type;
    answer.body = text;
    return answer;
}

[[nodiscard]] inline HttpAnswer jsonAnswer(const QByteArray& json, int status = 200)
{
    HttpAnswer answer = textAnswer("application/json", json);
    answer.status = status;
    answer.headers.emplace_back("Cache-Control", "no-store");
    return answer;
}

} // namespace encore::api
