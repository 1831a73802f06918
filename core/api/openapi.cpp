// SPDX-License-Identifier: GPL-3.0-or-later
#include "apirows.h"
#include "service.h"

namespace encore::api
{

using commands::JsonDocument;
using commands::jsonString;
using commands::JsonValue;

namespace
{

JsonValue reference(const QByteArray& to, JsonDocument::AllocatorType& allocator)
{
    JsonValue value(rapidjson::kObjectType);
    value.AddMember("$ref", jsonString(QString::fromLatin1(to), allocator), allocator);
    return value;
}

JsonValue content(const char* type, JsonValue schema, JsonDocument::AllocatorType& allocator)
{
    JsonValue media(rapidjson::kObjectType);
    media.AddMember("schema", schema, allocator);
    JsonValue byType(rapidjson::kObjectType);
    byType.AddMember(rapidjson::StringRef(type), media, allocator);
    return byType;
}

JsonValue parametersOf(const QByteArray& path, JsonDocument::AllocatorType& allocator)
{
    JsonValue parameters(rapidjson::kArrayType);
    for (const QByteArray& part : path.split('/')) {
        if (!part.startsWith('{'))
            continue;
        JsonValue parameter(rapidjson::kObjectType);
        parameter.AddMember("name", jsonString(QString::fromLatin1(part.mid(1, part.size() - 2)), allocator), allocator);
        parameter.AddMember("in", "path", allocator);
        parameter.AddMember("required", true, allocator);
        parameter.AddMember("schema", commands::schemaOf<QString>(allocator), allocator);
        parameters.PushBack(parameter, allocator);
    }
    return parameters;
}

/// A command's arguments without the one that stands in the path.
JsonValue bodyOf(const Route& route, JsonDocument::AllocatorType& allocator)
{
    if (!route.command)
        return route.body(allocator);
    JsonValue schema = commands::findCommand(route.command)->argumentsSchema(allocator);
    if (!route.pathMember)
        return schema;
    schema["properties"].RemoveMember(route.pathMember);
    if (schema.HasMember("required")) {
        JsonValue& required = schema["required"];
        for (auto name = required.Begin(); name != required.End();)
            name = *name == JsonValue(rapidjson::StringRef(route.pathMember)) ? required.Erase(name) : name + 1;
    }
    return schema;
}

enum class In { Header, Query };

JsonValue parameterOf(In where, const QByteArray& name, bool isRequired, const char* description, JsonDocument::AllocatorType& allocator)
{
    JsonValue parameter(rapidjson::kObjectType);
    parameter.AddMember("name", jsonString(QString::fromLatin1(name), allocator), allocator);
    parameter.AddMember("in", rapidjson::StringRef(where == In::Header ? "header" : "query"), allocator);
    parameter.AddMember("required", isRequired, allocator);
    if (*description)
        parameter.AddMember("description", rapidjson::StringRef(description), allocator);
    parameter.AddMember("schema", commands::schemaOf<QString>(allocator), allocator);
    return parameter;
}

void addHeaders(const Route& route, JsonValue& parameters, JsonDocument::AllocatorType& allocator)
{
    const auto add = [&](const char* name, bool isRequired, const char* description) {
        parameters.PushBack(parameterOf(In::Header, name, isRequired, description, allocator), allocator);
    };
    if (route.command)
        add("Idempotency-Key", true, "A UUID of one's own: sent again, it is the same request.");
    if (route.command)
        add("If-Match", false, "ETag of the campaign in the path: 412 where it was edited since then, whatever was raised meanwhile; of anything else it never holds.");
    if (route.isTagged)
        add("If-None-Match", false, "ETags one has: 304 where nothing but the clock has moved since then.");
}

JsonValue statedResponse(const char* description, JsonDocument::AllocatorType& allocator)
{
    JsonValue response(rapidjson::kObjectType);
    response.AddMember("description", rapidjson::StringRef(description), allocator);
    return response;
}

/// What went well has an ETag.
JsonValue tagHeader(JsonDocument::AllocatorType& allocator)
{
    JsonValue tag(rapidjson::kObjectType);
    tag.AddMember("description", "Of what is told, without what only the clock moves.", allocator);
    tag.AddMember("schema", commands::schemaOf<QString>(allocator), allocator);
    JsonValue headers(rapidjson::kObjectType);
    headers.AddMember("ETag", tag, allocator);
    return headers;
}

JsonValue operationOf(const Route& route, JsonDocument::AllocatorType& allocator)
{
    JsonValue operation(rapidjson::kObjectType);
    operation.AddMember("summary", rapidjson::StringRef(route.summary), allocator);
    JsonValue parameters = parametersOf(route.path, allocator);
    addHeaders(route, parameters, allocator);
    for (const QByteArray& name : route.query ? QByteArray(route.query).split(' ') : QList<QByteArray>())
        parameters.PushBack(parameterOf(In::Query, name, false, "", allocator), allocator);
    if (!parameters.Empty())
        operation.AddMember("parameters", parameters, allocator);
    if (route.body || route.command) {
        JsonValue body(rapidjson::kObjectType);
        body.AddMember("required", true, allocator);
        body.AddMember("content", content("application/json", bodyOf(route, allocator), allocator), allocator);
        operation.AddMember("requestBody", body, allocator);
    }
    JsonValue good = statedResponse("It went well.", allocator);
    if (route.isTagged)
        good.AddMember("headers", tagHeader(allocator), allocator);
    if (route.answer)
        good.AddMember("content", content("application/json", route.answer(allocator), allocator), allocator);
    JsonValue responses(rapidjson::kObjectType);
    responses.AddMember(jsonString(QString::number(route.status), allocator), good, allocator);
    if (route.isTagged)
        responses.AddMember("304", statedResponse("As it was known.", allocator), allocator);
    responses.AddMember("default", reference("#/components/responses/Problem", allocator), allocator);
    operation.AddMember("responses", responses, allocator);
    if (route.access == Route::Access::SignedIn) {
        JsonValue scheme(rapidjson::kObjectType);
        scheme.AddMember("bearer", JsonValue(rapidjson::kArrayType), allocator);
        JsonValue security(rapidjson::kArrayType);
        security.PushBack(scheme, allocator);
        operation.AddMember("security", security, allocator);
    }
    return operation;
}

/// Arguments and outcome of every command, by its name.
JsonValue commandSchemas(JsonDocument::AllocatorType& allocator)
{
    JsonValue schemas(rapidjson::kObjectType);
    for (const commands::CommandEntry& entry : commands::allCommands()) {
        JsonValue arguments = entry.argumentsSchema(allocator);
        arguments.AddMember("description", rapidjson::StringRef(entry.summary), allocator);
        schemas.AddMember(rapidjson::StringRef(entry.name), arguments, allocator);
        schemas.AddMember(jsonString(QString(QLatin1String(entry.name) + QStringLiteral("Outcome")), allocator), entry.madeSchema(allocator), allocator);
    }
    return schemas;
}

JsonValue problemResponse(JsonDocument::AllocatorType& allocator)
{
    JsonValue problem(rapidjson::kObjectType);
    problem.AddMember("description", "Why not, as RFC 9457 says it. 429 and 503 say in Retry-After when to come again.", allocator);
    problem.AddMember("content", content("application/problem+json", commands::schemaOf<ProblemBody>(allocator), allocator), allocator);
    return problem;
}

} // namespace

QByteArray openApiText()
{
    JsonDocument document(rapidjson::kObjectType);
    auto& allocator = document.GetAllocator();
    document.AddMember("openapi", "3.1.0", allocator);
    JsonValue info(rapidjson::kObjectType);
    info.AddMember("title", "Encore", allocator);
    info.AddMember("version", "1", allocator);
    document.AddMember("info", info, allocator);
    JsonValue paths(rapidjson::kObjectType);
    for (const Route& route : Service::routes()) {
        if (!paths.HasMember(route.path))
            paths.AddMember(rapidjson::StringRef(route.path), JsonValue(rapidjson::kObjectType), allocator);
        const QString method = QString::fromLatin1(route.method).toLower();
        paths[route.path].AddMember(jsonString(method, allocator), operationOf(route, allocator), allocator);
    }
    document.AddMember("paths", paths, allocator);
    JsonValue bearer(rapidjson::kObjectType);
    bearer.AddMember("type", "http", allocator);
    bearer.AddMember("scheme", "bearer", allocator);
    JsonValue schemes(rapidjson::kObjectType);
    schemes.AddMember("bearer", bearer, allocator);
    JsonValue responses(rapidjson::kObjectType);
    responses.AddMember("Problem", problemResponse(allocator), allocator);
    JsonValue components(rapidjson::kObjectType);
    components.AddMember("schemas", commandSchemas(allocator), allocator);
    components.AddMember("responses", responses, allocator);
    components.AddMember("securitySchemes", schemes, allocator);
    document.AddMember("components", components, allocator);
    return commands::jsonText(document);
}

} // namespace encore::api
