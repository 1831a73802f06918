// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/codec/json.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <QCborStreamWriter>
#include <QSet>

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

JsonPath JsonPath::member(const QString& name) const
{
    JsonPath path(*this);
    path.m_text += u'/' + QString(name).replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return path;
}

JsonPath JsonPath::item(qsizetype index) const
{
    JsonPath path(*this);
    path.m_text += u'/' + QString::number(index);
    return path;
}

domain::Error faultAt(const JsonPath& path, domain::Message message)
{
    return error(ErrorCode::Invalid, message.with("path", path.text()));
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

} // namespace

Result<JsonDocument> parseJson(const QByteArray& text)
{
    if (nesting(text) > maxJsonDepth)
        return error(ErrorCode::Invalid, message("json.too_deep").with("limit", maxJsonDepth));
    JsonDocument document;
    document.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(text.constData(),
                                                                                               size_t(text.size()));
    if (document.HasParseError()) {
        return error(ErrorCode::Invalid, message("json.malformed")
                                             .with("offset", qint64(document.GetErrorOffset()))
                                             .with("reason", QString::fromLatin1(GetParseError_En(document.GetParseError()))));
    }
    if (const auto path = duplicateKey(document))
        return faultAt(*path, message("json.duplicate_key"));
    return document;
}

std::optional<JsonPath> duplicateKey(const JsonValue& value, const JsonPath& path)
{
    if (value.IsObject()) {
        QSet<QByteArrayView> seen;
        for (const auto& member : value.GetObject()) {
            const QByteArrayView name(member.name.GetString(), qsizetype(member.name.GetStringLength()));
            const JsonPath below = path.member(QString::fromUtf8(name));
            if (seen.contains(name))
                return below;
            seen.insert(name);
            if (const auto found = duplicateKey(member.value, below))
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
    return QString::fromUtf8(value.GetString(), qsizetype(value.GetStringLength()));
}

JsonValue jsonString(const QString& text, JsonDocument::AllocatorType& allocator)
{
    const QByteArray utf8 = text.toUtf8();
    return JsonValue(utf8.constData(), rapidjson::SizeType(utf8.size()), allocator);
}

} // namespace encore::commands
