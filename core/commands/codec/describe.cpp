// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/codec/describe.h"

#include <limits>

namespace encore::commands
{

using domain::message;
using domain::Result;

namespace detail
{

domain::Error wrongType(const JsonPath& path, const char* expected)
{
    const domain::Message type{QByteArray("json.type.") + expected, {}};
    return faultAt(path, message("json.wrong_type").with("expected", type));
}

JsonValue typeSchema(const char* type, JsonDocument::AllocatorType& allocator)
{
    JsonValue schema(rapidjson::kObjectType);
    schema.AddMember("type", JsonValue(type, allocator), allocator);
    return schema;
}

JsonValue withNull(JsonValue schema, JsonDocument::AllocatorType& allocator)
{
    JsonValue choices(rapidjson::kArrayType);
    choices.PushBack(schema, allocator);
    choices.PushBack(typeSchema("null", allocator), allocator);
    JsonValue either(rapidjson::kObjectType);
    either.AddMember("anyOf", choices, allocator);
    return either;
}

void addText(JsonValue& object, const char* name, const QString& text, JsonDocument::AllocatorType& allocator)
{
    object.AddMember(JsonValue(name, allocator), jsonString(text, allocator), allocator);
}

Result<qint64> decodeInteger(const JsonValue& value, const JsonPath& path, qint64 least, qint64 most)
{
    // A number like 1000.0 or 1e3 is a fraction to us: whoever wrote it did not mean a count of won.
    if (!value.IsInt64())
        return wrongType(path, "integer");
    const qint64 number = value.GetInt64();
    if (number < least || number > most)
        return faultAt(path, message("json.out_of_range").with("least", least).with("most", most));
    return number;
}

} // namespace detail

Result<bool> Codec<bool>::decode(const JsonValue& value, const DecodeContext&, const JsonPath& path)
{
    if (!value.IsBool())
        return detail::wrongType(path, "boolean");
    return value.GetBool();
}

Result<qint64> Codec<qint64>::decode(const JsonValue& value, const DecodeContext&, const JsonPath& path)
{
    return detail::decodeInteger(value, path, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
}

Result<int> Codec<int>::decode(const JsonValue& value, const DecodeContext&, const JsonPath& path)
{
    const Result<qint64> number = detail::decodeInteger(value, path, 0, std::numeric_limits<int>::max());
    if (!number)
        return number.error();
    return int(*number);
}

JsonValue Codec<int>::schema(JsonDocument::AllocatorType& allocator)
{
    JsonValue schema = detail::typeSchema("integer", allocator);
    schema.AddMember("minimum", 0, allocator);
    schema.AddMember("maximum", std::numeric_limits<int>::max(), allocator);
    return schema;
}

Result<QString> Codec<QString>::decode(const JsonValue& value, const DecodeContext&, const JsonPath& path)
{
    if (!value.IsString())
        return detail::wrongType(path, "string");
    return jsonString(value);
}

Result<QByteArray> Codec<QByteArray>::decode(const JsonValue& value, const DecodeContext&, const JsonPath& path)
{
    if (!value.IsString())
        return detail::wrongType(path, "string");
    const QByteArray text = jsonString(value).toLatin1();
    const QByteArray bytes = QByteArray::fromHex(text);
    if (bytes.toHex() != text)
        return faultAt(path, message("json.not_hex"));
    return bytes;
}

JsonValue Codec<QByteArray>::encode(const QByteArray& value, JsonDocument::AllocatorType& allocator)
{
    return jsonString(QString::fromLatin1(value.toHex()), allocator);
}

JsonValue Codec<QByteArray>::schema(JsonDocument::AllocatorType& allocator)
{
    JsonValue schema = detail::typeSchema("string", allocator);
    schema.AddMember("pattern", "^([0-9a-f]{2})*$", allocator);
    return schema;
}

Result<RawJson> Codec<RawJson>::decode(const JsonValue& value, const DecodeContext&, const JsonPath&)
{
    return RawJson{jsonText(value)};
}

JsonValue Codec<RawJson>::encode(const RawJson& value, JsonDocument::AllocatorType& allocator)
{
    const Result<JsonDocument> document = parseJson(value.text);
    Q_ASSERT(document.ok());
    return JsonValue(*document, allocator);
}

Result<domain::Instant> Codec<domain::Instant>::decode(const JsonValue& value, const DecodeContext&, const JsonPath& path)
{
    if (!value.IsString())
        return detail::wrongType(path, "string");
    const Result<domain::Instant> instant = domain::parseInstant(jsonString(value));
    if (!instant)
        return faultAt(path, message("json.at").with("fault", instant.error().message));
    return *instant;
}

JsonValue Codec<domain::Instant>::encode(const domain::Instant& value, JsonDocument::AllocatorType& allocator)
{
    return jsonString(domain::formatInstant(value), allocator);
}

JsonValue Codec<domain::Instant>::schema(JsonDocument::AllocatorType& allocator)
{
    JsonValue schema = detail::typeSchema("string", allocator);
    schema.AddMember("format", "date-time", allocator);
    return schema;
}

Result<QString> decodeExternalId(const JsonValue& value, const JsonPath& path)
{
    if (!value.IsString())
        return detail::wrongType(path, "string");
    const QString text = jsonString(value);
    if (text.isEmpty())
        return faultAt(path, message("json.empty_id"));
    if (text.size() > domain::maxExternalIdLength)
        return faultAt(path, message("json.too_long").with("limit", domain::maxExternalIdLength));
    return text;
}

JsonValue externalIdSchema(JsonDocument::AllocatorType& allocator)
{
    JsonValue schema = detail::typeSchema("string", allocator);
    schema.AddMember("minLength", 1, allocator);
    schema.AddMember("maxLength", int64_t(domain::maxExternalIdLength), allocator);
    return schema;
}

} // namespace encore::commands
