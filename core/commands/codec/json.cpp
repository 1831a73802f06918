// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/codec/json.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <QCborStreamWriter>

#include <algorithm>
#include <cmath>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

QString JsonPath::text() const
{
    if (!m_parent)
        return QStringLiteral("/");
    QString parts;
    for (const JsonPath* part = this; part->m_parent; part = part->m_parent) {
        QString name = part->m_index >= 0 ? QString::number(part->m_index) : part->m_name ? QString::fromUtf8(part->m_name) : part->m_ownName;
        parts.prepend(u'/' + name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1")));
    }
    return parts;
}

domain::Error faultAt(const JsonPath& path, const domain::Message& message)
{
    return faultAt(path.text(), message);
}

domain::Error faultAt(const QString& path, domain::Message message)
{
    return error(ErrorCode::Invalid, message.with("path", path));
}

namespace
{

/// The deepest nesting of a text, found before parsing so that no parser has to recurse into it.
int nesting(const QByteArray& text)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

void appendCbor(QCborStreamWriter& writer, const JsonValue& value)
{
    if (value.IsNull()) {
        writer.append(nullptr);
    } else if (value.IsBool()) {
        writer.append(value.GetBool());
    } else if (value.IsInt64()) {
        writer.append(qint64(value.GetInt64()));
    } else if (value.IsUint64()) {
        writer.append(quint64(value.GetUint64()));
    } else if (value.IsString()) {
        writer.appendTextString(value.GetString(), qsizetype(value.GetStringLength()));
    } else if (value.IsArray()) {
        writer.startArray(value.Size());
        for (const JsonValue& item : value.GetArray())
            appendCbor(writer, item);
        writer.endArray();
    } else {
        Q_ASSERT_X(value.IsObject(), "deterministicCbor", "a fraction in a command's arguments");
        // Bytewise order of the encoded keys: the head carries the length, so shorter keys come first.
        std::vector<const JsonValue::Member*> members;
        for (const JsonValue::Member& member : value.GetObject())
            members.push_back(&member);
        std::sort(members.begin(), members.end(), [](const auto* left, const auto* right) {
            const QByteArrayView a(left->name.GetString(), qsizetype(left->name.GetStringLength()));
            const QByteArrayView b(right->name.GetString(), qsizetype(right->name.GetStringLength()));
            return a.size() != b.size() ? a.size() < b.size() : a < b;
        });
        writer.startMap(members.size());
        for (const auto* member : members) {
            writer.appendTextString(member->name.GetString(), qsizetype(member->name.GetStringLength()));
            appendCbor(writer, member->value);
        }
        writer.endMap();
    }
}

/// Builds a document from the parser's events, with numbers converted by exactNumber().
struct ExactNumbers {
    JsonDocument& document;

    bool Null() { return document.Null(); }
    bool Bool(bool value) { return document.Bool(value); }
    bool Int(int value) { return document.Int(value); }
    bool Uint(unsigned value) { return document.Uint(value); }
    bool Int64(int64_t value) { return document.Int64(value); }
    bool Uint64(uint64_t value) { return document.Uint64(value); }
    bool Double(double value) { return document.Double(value); }
    bool RawNumber(const char* text, rapidjson::SizeType length, bool)
    {
        const std::optional<JsonValue> number = exactNumber(QByteArrayView(text, qsizetype(length)));
        if (!number)
            return false;
        if (number->IsInt64())
            return document.Int64(number->GetInt64());
        return number->IsUint64() ? document.Uint64(number->GetUint64()) : document.Double(number->GetDouble());
    }
    bool String(const char* text, rapidjson::SizeType length, bool copy) { return document.String(text, length, copy); }
    bool StartObject() { return document.StartObject(); }
    bool Key(const char* text, rapidjson::SizeType length, bool copy) { return document.Key(text, length, copy); }
    bool EndObject(rapidjson::SizeType count) { return document.EndObject(count); }
    bool StartArray() { return document.StartArray(); }
    bool EndArray(rapidjson::SizeType count) { return document.EndArray(count); }
};

} // namespace

std::optional<JsonValue> exactNumber(QByteArrayView text)
{
    bool ok = false;
    if (!text.contains('.') && !text.contains('e') && !text.contains('E')) {
        if (const qlonglong number = text.toLongLong(&ok); ok)
            return JsonValue(int64_t(number));
        if (const qulonglong number = text.toULongLong(&ok); ok)
            return JsonValue(uint64_t(number));
    }
    const double number = text.toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    return JsonValue(number);
}

Result<JsonDocument> parseJson(const QByteArray& text)
{
    if (nesting(text) > maxJsonDepth)
        return error(ErrorCode::Invalid, message("json.too_deep").with("limit", maxJsonDepth));
    JsonDocument document;
    rapidjson::ParseResult parsed;
    size_t end = 0;
    const auto generate = [&](JsonDocument& target) {
        rapidjson::MemoryStream stream(text.constData(), size_t(text.size()));
        rapidjson::Reader reader;
        ExactNumbers handler{target};
        parsed = reader.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag>(stream, handler);
        end = stream.Tell();
        return !parsed.IsError();
    };
    document.Populate(generate);
    if (parsed.IsError()) {
        return error(ErrorCode::Invalid, message("json.malformed")
                                             .with("offset", qint64(parsed.Offset()))
                                             .with("reason", QString::fromLatin1(GetParseError_En(parsed.Code()))));
    }
    if (end < size_t(text.size())) {
        // RapidJSON takes a NUL for the end of the text.
        return error(ErrorCode::Invalid, message("json.malformed").with("offset", qint64(end)).with("reason", QStringLiteral("NUL")));
    }
    if (const auto path = duplicateKey(document))
        return faultAt(*path, message("json.duplicate_key"));
    return document;
}

std::optional<QString> duplicateKey(const JsonValue& value, const JsonPath& path)
{
    if (value.IsObject()) {
        const auto nameOf = [](const JsonValue::Member& member) {
            return QByteArrayView(member.name.GetString(), qsizetype(member.name.GetStringLength()));
        };
        std::vector<QByteArrayView> names;
        names.reserve(value.MemberCount());
        for (const auto& member : value.GetObject())
            names.push_back(nameOf(member));
        std::sort(names.begin(), names.end());
        if (const auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end())
            return path.member(QString::fromUtf8(*twice)).text();
        for (const auto& member : value.GetObject()) {
            if (!member.value.IsObject() && !member.value.IsArray())
                continue;
            if (const auto found = duplicateKey(member.value, path.member(jsonString(member.name))))
                return found;
        }
    } else if (value.IsArray()) {
        for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
            if (const auto found = duplicateKey(value[i], path.item(i)))
                return found;
        }
    }
    return std::nullopt;
}

QByteArray jsonText(const JsonValue& value)
{
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return QByteArray(buffer.GetString(), qsizetype(buffer.GetSize()));
}

QByteArray deterministicCbor(const JsonValue& value)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    appendCbor(writer, value);
    return bytes;
}

QString jsonString(const JsonValue& value)
{
    QString text = QString::fromUtf8(value.GetString(), qsizetype(value.GetStringLength()));
    while (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1); // SQLite would drop it later, and then the text would be another than its id was made of
    return text;
}

JsonValue jsonString(const QString& text, JsonDocument::AllocatorType& allocator)
{
    const QByteArray utf8 = text.toUtf8();
    return JsonValue(utf8.constData(), rapidjson::SizeType(utf8.size()), allocator);
}

} // namespace encore::commands
