// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http.h"

#include "commands/codec/json.h"

namespace encore::api
{

using domain::ErrorCode;

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return 400;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::Cancelled:
        return 409;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::IdempotencyMismatch:
    case ErrorCode::NewerSchema:
        return 422;
    case ErrorCode::Unavailable:
    case ErrorCode::ReadOnly:
    case ErrorCode::MissingKey:
        return 503;
    case ErrorCode::Damaged:
        return 500;
    }
    Q_UNREACHABLE();
}

HttpAnswer problem(const domain::Error& error, domain::Language language, int status)
{
    HttpAnswer answer;
    answer.status = status != 0 ? status : statusOf(error.code);
    answer.type = "application/problem+json";
    commands::JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    object.AddMember("type", "about:blank", allocator);
    object.AddMember("title", commands::jsonString(QString::fromLatin1(domain::name(error.code)), allocator), allocator);
    object.AddMember("status", answer.status, allocator);
    object.AddMember("code", commands::jsonString(QString::fromLatin1(error.message.id), allocator), allocator);
    object.AddMember("detail", commands::jsonString(domain::words(error.message, language), allocator), allocator);
    answer.body = commands::jsonText(object);
    return answer;
}

domain::Language languageOf(const HttpRequest& request)
{
    return request.header("accept-language").trimmed().startsWith("ko") ? domain::Language::Korean : domain::Language::English;
}

} // namespace encore::api
