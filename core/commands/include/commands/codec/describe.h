// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One description of a value gives its JSON codec and its JSON Schema. To describe a struct, specialise Descriptor:
//
//     template<> struct Descriptor<UndoScan> {
//         static auto fields() { return std::tuple(field("scan_id", &UndoScan::scanId, "the scan to take back"), …); }
//     };
//
// A field of type optional may be absent or null; every other field is required unless it is marked absentMeansDefault().
// Ids are read from any text by which the outside calls the thing, and written as UUIDs.

#include "commands/codec/json.h"
#include "domain/enums.h"
#include "domain/id.h"
#include "domain/time.h"

#include <concepts>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace encore::commands
{

template<class T>
struct Descriptor;

/// JSON kept as text, for members whose shape belongs to somebody else.
struct RawJson {
    QByteArray text;
    friend bool operator==(const RawJson&, const RawJson&) = default;
};

template<class Struct, class Member>
struct Field {
    const char* name;
    Member Struct::*member;
    const char* summary;
    bool required = true;
    qsizetype maxLength = 0; ///< characters of a text, items of a list; 0: not limited
    bool maybeEmpty = true; ///< whether the schema admits the empty text; refusing it is the reader's

    [[nodiscard]] constexpr Field absentMeansDefault() const
    {
        Field copy(*this);
        copy.required = false;
        return copy;
    }
    [[nodiscard]] constexpr Field notEmpty() const
    {
        Field copy(*this);
        copy.maybeEmpty = false;
        return copy;
    }
    [[nodiscard]] constexpr Field atMost(qsizetype characters) const
    {
        Field copy(*this);
        copy.maxLength = characters;
        return copy;
    }
};

template<class Struct, class Member>
[[nodiscard]] constexpr Field<Struct, Member> field(const char* name, Member Struct::*member, const char* summary)
{
    return {name, member, summary};
}

template<class T>
concept Described = requires { Descriptor<T>::fields(); };

/// What decoding needs to know beside the text.
struct DecodeContext {
    domain::WorkspaceId workspace;
};

template<class T>
struct Codec; // decode, encode, schema of one type; specialised below

template<class T>
[[nodiscard]] domain::Result<T> decode(const JsonValue& value, const DecodeContext& context, const JsonPath& path = {})
{
    return Codec<T>::decode(value, context, path);
}

template<class T>
[[nodiscard]] JsonValue encode(const T& value, JsonDocument::AllocatorType& allocator)
{
    return Codec<T>::encode(value, allocator);
}

template<class T>
[[nodiscard]] QByteArray encodeText(const T& value)
{
    JsonDocument document;
    return jsonText(encode(value, document.GetAllocator()));
}

/// JSON Schema 2020-12 of a type.
template<class T>
[[nodiscard]] JsonValue schemaOf(JsonDocument::AllocatorType& allocator)
{
    return Codec<T>::schema(allocator);
}

namespace detail
{
[[nodiscard]] domain::Error wrongType(const JsonPath& path, const char* expected);
[[nodiscard]] JsonValue typeSchema(const char* type, JsonDocument::AllocatorType& allocator);
[[nodiscard]] JsonValue withNull(JsonValue schema, JsonDocument::AllocatorType& allocator);
void addText(JsonValue& object, const char* name, const QString& text, JsonDocument::AllocatorType& allocator);
[[nodiscard]] domain::Result<qint64> decodeInteger(const JsonValue& value, const JsonPath& path, qint64 least, qint64 most);
} // namespace detail

template<>
struct Codec<bool> {
    static domain::Result<bool> decode(const JsonValue& value, const DecodeContext&, const JsonPath& path);
    static JsonValue encode(bool value, JsonDocument::AllocatorType&) { return JsonValue(value); }
    static JsonValue schema(JsonDocument::AllocatorType& allocator) { return detail::typeSchema("boolean", allocator); }
};

template<>
struct Codec<qint64> {
    static domain::Result<qint64> decode(const JsonValue& value, const DecodeContext&, const JsonPath& path);
    static JsonValue encode(qint64 value, JsonDocument::AllocatorType&) { return JsonValue(int64_t(value)); }
    static JsonValue schema(JsonDocument::AllocatorType& allocator) { return detail::typeSchema("integer", allocator); }
};

template<>
struct Codec<int> {
    static domain::Result<int> decode(const JsonValue& value, const DecodeContext&, const JsonPath& path);
    static JsonValue encode(int value, JsonDocument::AllocatorType&) { return JsonValue(value); }
    static JsonValue schema(JsonDocument::AllocatorType& allocator);
};

template<>
struct Codec<QString> {
    static domain::Result<QString> decode(const JsonValue& value, const DecodeContext&, const JsonPath& path);
    static JsonValue encode(const QString& value, JsonDocument::AllocatorType& allocator) { return jsonString(value, allocator); }
    static JsonValue schema(JsonDocument::AllocatorType& allocator) { return detail::typeSchema("string", allocator); }
};

/// Bytes travel as lowercase hexadecimal: hashes and key ids.
template<>
struct Codec<QByteArray> {
    static domain::Result<QByteArray> decode(const JsonValue& value, const DecodeContext&, const JsonPath& path);
    static JsonValue encode(const QByteArray& value, JsonDocument::AllocatorType& allocator);
    static JsonValue schema(JsonDocument::AllocatorType& allocator);
};

template<>
struct Codec<RawJson> {
    static domain::Result<RawJson> decode(const JsonValue& value, const DecodeContext&, const JsonPath& path);
    static JsonValue encode(const RawJson& value, JsonDocument::AllocatorType& allocator);
    static JsonValue schema(JsonDocument::AllocatorType&) { return JsonValue(rapidjson::kObjectType); }
};

template<>
struct Codec<domain::Instant> {
    static domain::Result<domain::Instant> decode(const JsonValue& value, const DecodeContext&, const JsonPath& path);
    static JsonValue encode(const domain::Instant& value, JsonDocument::AllocatorType& allocator);
    static JsonValue schema(JsonDocument::AllocatorType& allocator);
};

[[nodiscard]] domain::Result<QString> decodeExternalId(const JsonValue& value, const JsonPath& path);
[[nodiscard]] JsonValue externalIdSchema(JsonDocument::AllocatorType& allocator);

template<class Kind>
struct Codec<domain::Id<Kind>> {
    static domain::Result<domain::Id<Kind>> decode(const JsonValue& value, const DecodeContext& context, const JsonPath& path)
    {
        const domain::Result<QString> text = decodeExternalId(value, path);
        if (!text)
            return text.error();
        return domain::idForExternal<domain::Id<Kind>>(context.workspace, *text);
    }
    static JsonValue encode(const domain::Id<Kind>& value, JsonDocument::AllocatorType& allocator)
    {
        return jsonString(value.text(), allocator);
    }
    static JsonValue schema(JsonDocument::AllocatorType& allocator) { return externalIdSchema(allocator); }
};

template<class Enum>
    requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static QString choices()
    {
        QString text;
        for (const auto& row : domain::enumNames<Enum>())
            text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + QLatin1String(row.name);
        return text;
    }
    static domain::Result<Enum> decode(const JsonValue& value, const DecodeContext&, const JsonPath& path)
    {
        if (!value.IsString())
            return detail::wrongType(path, "string");
        const auto parsed = domain::enumFromText<Enum>(jsonString(value));
        if (!parsed) {
            return faultAt(path,
                           domain::message("json.not_a_choice").with("text", jsonString(value).left(64)).with("choices", choices()));
        }
        return *parsed;
    }
    static JsonValue encode(const Enum& value, JsonDocument::AllocatorType& allocator)
    {
        return jsonString(domain::enumText(value), allocator);
    }
    static JsonValue schema(JsonDocument::AllocatorType& allocator)
    {
        JsonValue names(rapidjson::kArrayType);
        for (const auto& row : domain::enumNames<Enum>())
            names.PushBack(jsonString(QString::fromLatin1(row.name), allocator), allocator);
        JsonValue schema(rapidjson::kObjectType);
        schema.AddMember("enum", names, allocator);
        return schema;
    }
};

template<class T>
struct Codec<std::optional<T>> {
    static domain::Result<std::optional<T>> decode(const JsonValue& value, const DecodeContext& context, const JsonPath& path)
    {
        if (value.IsNull())
            return std::optional<T>();
        domain::Result<T> inner = Codec<T>::decode(value, context, path);
        if (!inner)
            return inner.error();
        return std::optional<T>(std::move(inner).value());
    }
    static JsonValue encode(const std::optional<T>& value, JsonDocument::AllocatorType& allocator)
    {
        return value ? Codec<T>::encode(*value, allocator) : JsonValue();
    }
    static JsonValue schema(JsonDocument::AllocatorType& allocator)
    {
        return detail::withNull(Codec<T>::schema(allocator), allocator);
    }
};

template<class T>
struct Codec<std::vector<T>> {
    static domain::Result<std::vector<T>> decode(const JsonValue& value, const DecodeContext& context, const JsonPath& path)
    {
        if (!value.IsArray())
            return detail::wrongType(path, "array");
        std::vector<T> items;
        items.reserve(value.Size());
        for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
            domain::Result<T> item = Codec<T>::decode(value[i], context, path.item(i));
            if (!item)
                return item.error();
            items.push_back(std::move(item).value());
        }
        return items;
    }
    static JsonValue encode(const std::vector<T>& items, JsonDocument::AllocatorType& allocator)
    {
        JsonValue array(rapidjson::kArrayType);
        for (const T& item : items)
            array.PushBack(Codec<T>::encode(item, allocator), allocator);
        return array;
    }
    static JsonValue schema(JsonDocument::AllocatorType& allocator)
    {
        JsonValue schema = detail::typeSchema("array", allocator);
        schema.AddMember("items", Codec<T>::schema(allocator), allocator);
        return schema;
    }
};

/// An object whose member names are data, for example the answers by question.
template<class T>
struct Codec<std::map<QString, T>> {
    static domain::Result<std::map<QString, T>> decode(const JsonValue& value, const DecodeContext& context, const JsonPath& path)
    {
        if (!value.IsObject())
            return detail::wrongType(path, "object");
        std::map<QString, T> items;
        for (const auto& member : value.GetObject()) {
            domain::Result<T> item = Codec<T>::decode(member.value, context, path.member(jsonString(member.name)));
            if (!item)
                return item.error();
            items.emplace(jsonString(member.name), std::move(item).value());
        }
        return items;
    }
    static JsonValue encode(const std::map<QString, T>& items, JsonDocument::AllocatorType& allocator)
    {
        JsonValue object(rapidjson::kObjectType);
        for (const auto& [name, item] : items)
            object.AddMember(jsonString(name, allocator), Codec<T>::encode(item, allocator), allocator);
        return object;
    }
    static JsonValue schema(JsonDocument::AllocatorType& allocator)
    {
        JsonValue schema = detail::typeSchema("object", allocator);
        schema.AddMember("additionalProperties", Codec<T>::schema(allocator), allocator);
        return schema;
    }
};

namespace detail
{

template<class T>
struct IsOptional : std::false_type { };
template<class T>
struct IsOptional<std::optional<T>> : std::true_type { };
template<class T>
struct IsList : std::false_type { };
template<class T>
struct IsList<std::vector<T>> : std::true_type { };
template<class T>
struct IsList<std::optional<T>> : IsList<T> { };

/// Characters of a text, items of a list; 0 of what has no length.
template<class T>
[[nodiscard]] qsizetype lengthOf(const T&)
{
    return 0;
}
[[nodiscard]] inline qsizetype lengthOf(const QString& text)
{
    return text.size();
}
template<class T>
[[nodiscard]] qsizetype lengthOf(const std::vector<T>& items)
{
    return qsizetype(items.size());
}
template<class T>
[[nodiscard]] qsizetype lengthOf(const std::optional<T>& value)
{
    return value ? lengthOf(*value) : 0;
}

/// Decodes one member into @p target; an error stops the fold over the fields.
template<class Struct, class Member, std::derived_from<Struct> Target>
[[nodiscard]] std::optional<domain::Error> decodeField(const Field<Struct, Member>& field, const JsonValue& object, Target& target,
                                                       const DecodeContext& context, const JsonPath& path)
{
    const auto found = object.FindMember(field.name);
    const JsonPath below = path.member(field.name);
    if (found == object.MemberEnd()) {
        if (field.required && !IsOptional<Member>::value)
            return faultAt(below, domain::message("json.missing"));
        return std::nullopt;
    }
    domain::Result<Member> value = Codec<Member>::decode(found->value, context, below);
    if (!value)
        return value.error();
    if (field.maxLength > 0 && lengthOf(*value) > field.maxLength)
        return faultAt(below, domain::message("json.too_long").with("limit", field.maxLength));
    target.*field.member = std::move(value).value();
    return std::nullopt;
}

template<class Struct, class Member>
void addFieldSchema(const Field<Struct, Member>& field, JsonValue& properties, JsonValue& required,
                    JsonDocument::AllocatorType& allocator)
{
    JsonValue schema = Codec<Member>::schema(allocator);
    if (field.maxLength > 0)
        schema.AddMember(rapidjson::StringRef(IsList<Member>::value ? "maxItems" : "maxLength"), JsonValue(int64_t(field.maxLength)), allocator);
    if (!field.maybeEmpty)
        schema.AddMember("minLength", 1, allocator);
    addText(schema, "description", QString::fromUtf8(field.summary), allocator);
    properties.AddMember(rapidjson::StringRef(field.name), schema, allocator);
    if (field.required && !IsOptional<Member>::value)
        required.PushBack(rapidjson::StringRef(field.name), allocator);
}

/// The members of an object that its description does not know, as JSON text; empty: none.
template<class T>
[[nodiscard]] QByteArray unknownMembers(const JsonValue& object)
{
    JsonDocument unknown(rapidjson::kObjectType);
    for (const auto& member : object.GetObject()) {
        const QByteArrayView name(member.name.GetString(), qsizetype(member.name.GetStringLength()));
        const bool known = std::apply([&](const auto&... fields) { return ((name == QByteArrayView(fields.name)) || ...); },
                                      Descriptor<T>::fields());
        if (!known) {
            unknown.AddMember(JsonValue(member.name, unknown.GetAllocator()), JsonValue(member.value, unknown.GetAllocator()),
                              unknown.GetAllocator());
        }
    }
    return unknown.MemberCount() ? jsonText(unknown) : QByteArray();
}

} // namespace detail

template<Described T>
struct Codec<T> {
    static domain::Result<T> decode(const JsonValue& value, const DecodeContext& context, const JsonPath& path)
    {
        if (!value.IsObject())
            return detail::wrongType(path, "object");
        T result{};
        std::optional<domain::Error> failure;
        // The first fault stops it.
        const bool stopped = std::apply([&](const auto&... fields) {
            return ((failure = detail::decodeField(fields, value, result, context, path), failure.has_value()) || ...);
        }, Descriptor<T>::fields());
        if (stopped)
            return *failure;
        return result;
    }
    static JsonValue encode(const T& value, JsonDocument::AllocatorType& allocator)
    {
        JsonValue object(rapidjson::kObjectType);
        std::apply([&](const auto&... fields) {
            (object.AddMember(rapidjson::StringRef(fields.name), commands::encode(value.*fields.member, allocator), allocator), ...);
        }, Descriptor<T>::fields());
        return object;
    }
    static JsonValue schema(JsonDocument::AllocatorType& allocator)
    {
        JsonValue properties(rapidjson::kObjectType);
        JsonValue required(rapidjson::kArrayType);
        std::apply([&](const auto&... fields) { (detail::addFieldSchema(fields, properties, required, allocator), ...); },
                   Descriptor<T>::fields());
        JsonValue schema = detail::typeSchema("object", allocator);
        schema.AddMember("properties", properties, allocator);
        if (!required.Empty())
            schema.AddMember("required", required, allocator);
        return schema;
    }
};

} // namespace encore::commands
