// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsejson.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace encore::door
{
namespace
{

/// Builds the value from the reader's events; false stops the reader.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder>
{
public:
    bool Null() { return add(Value()); }
    bool Bool(bool yes) { return add(Value(yes)); }
    bool RawNumber(const char* text, rapidjson::SizeType length, bool)
    {
        const double number = QByteArrayView(text, qsizetype(length)).toDouble();
        return std::isfinite(number) && add(Value(number));
    }
    bool String(const char* text, rapidjson::SizeType length, bool) { return add(Value(QString::fromUtf8(text, length))); }
    bool Key(const char* text, rapidjson::SizeType length, bool)
    {
        m_open.back().key = QString::fromUtf8(text, length);
        return true;
    }
    bool StartObject() { return open(true); }
    bool StartArray() { return open(false); }
    bool EndObject(rapidjson::SizeType)
    {
        Level level = std::move(m_open.back());
        m_open.pop_back();
        return add(makeObject(std::move(level.members)));
    }
    bool EndArray(rapidjson::SizeType)
    {
        Level level = std::move(m_open.back());
        m_open.pop_back();
        return add(makeArray(std::move(level.items)));
    }

    [[nodiscard]] bool tooDeep() const { return m_tooDeep; }
    [[nodiscard]] Value take() { return std::move(m_root); }

private:
    struct Level {
        bool isObject = false;
        QString key; ///< of the member that is being read
        std::vector<Value> items;
        std::vector<std::pair<QString, Value>> members;
    };

    bool open(bool isObject)
    {
        m_tooDeep = m_open.size() >= size_t(maxRuleDepth);
        if (!m_tooDeep)
            m_open.push_back({isObject, {}, {}, {}});
        return !m_tooDeep;
    }

    bool add(Value value)
    {
        if (m_open.empty())
            m_root = std::move(value);
        else if (m_open.back().isObject)
            m_open.back().members.emplace_back(std::move(m_open.back().key), std::move(value));
        else
            m_open.back().items.push_back(std::move(value));
        return true;
    }

    std::vector<Level> m_open;
    Value m_root;
    bool m_tooDeep = false;
};

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void writeText(Writer& writer, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    writer.String(utf8.constData(), rapidjson::SizeType(utf8.size()));
}

void write(Writer& writer, const Value& value)
{
    if (value.boolean()) {
        writer.Bool(*value.boolean());
    } else if (value.number() && std::isfinite(*value.number())) {
        const QByteArray digits = toText(value).toLatin1();
        writer.RawValue(digits.constData(), size_t(digits.size()), rapidjson::kNumberType);
    } else if (value.text() || value.instant()) {
        writeText(writer, toText(value));
    } else if (value.array()) {
        writer.StartArray();
        for (const Value& item : value.array()->items)
            write(writer, item);
        writer.EndArray();
    } else if (value.object()) {
        writer.StartObject();
        for (const auto& [name, member] : value.object()->members) {
            writeText(writer, name);
            write(writer, member);
        }
        writer.EndObject();
    } else {
        writer.Null();
    }
}

} // namespace

domain::Result<Value> parseJson(const QByteArray& utf8)
{
    using namespace domain;
    if (utf8.size() > maxRuleBytes)
        return error(ErrorCode::Invalid, message("door.rule.too_long").with("limit", qint64(maxRuleBytes)));
    // The reader takes a zero byte for the end, so that what follows one would go unseen.
    if (const qsizetype zero = utf8.indexOf('\0'); zero >= 0)
        return error(ErrorCode::Invalid, message("door.rule.not_json").with("position", qint64(zero)));
    // Numbers as text: RapidJSON's own exact conversion does what C++ leaves undefined on "0e200".
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag
        | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
    // Not StringStream: checking the encoding of a text cut off within a character, it reads past the end.
    rapidjson::MemoryStream stream(utf8.constData(), size_t(utf8.size()));
    rapidjson::Reader reader;
    Builder builder;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    if (builder.tooDeep())
        return error(ErrorCode::Invalid, message("door.rule.too_deep").with("limit", qint64(maxRuleDepth)));
    if (result.IsError())
        return error(ErrorCode::Invalid, message("door.rule.not_json").with("position", qint64(result.Offset())));
    return builder.take();
}

QByteArray writeJson(const Value& value)
{
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    write(writer, value);
    return QByteArray(buffer.GetString(), qsizetype(buffer.GetSize()));
}

} // namespace encore::door
