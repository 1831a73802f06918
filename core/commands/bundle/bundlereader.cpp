// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle/bundlereader.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <QCryptographicHash>
#include <QSet>

#include <array>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// Hands the bytes of a device to RapidJSON in steps, hashing them on the way; a byte order mark at the beginning is no part of the text.
class DeviceStream
{
public:
    using Ch = char;

    explicit DeviceStream(QIODevice& device) : m_device(device), m_hash(QCryptographicHash::Sha256)
    {
        fill();
        if (m_end - m_at >= 3 && QByteArrayView(m_at, 3) == QByteArrayView("\xEF\xBB\xBF"))
            m_at += 3;
    }
    [[nodiscard]] Ch Peek() const { return m_at < m_end ? *m_at : '\0'; }
    Ch Take()
    {
        const Ch c = Peek();
        if (m_at < m_end && ++m_at == m_end)
            fill();
        return c;
    }
    [[nodiscard]] size_t Tell() const { return size_t(m_before + (m_at - m_buffer.data())); }
    // RapidJSON's stream concept asks for a writing side that is never used while reading.
    Ch* PutBegin() { Q_UNREACHABLE(); }
    void Put(Ch) { Q_UNREACHABLE(); }
    void Flush() { Q_UNREACHABLE(); }
    size_t PutEnd(Ch*) { Q_UNREACHABLE(); }

    [[nodiscard]] bool atEnd() const { return m_at >= m_end; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] ReadBundle result() { return {m_hash.result(), m_before + (m_end - m_buffer.data())}; }

private:
    void fill()
    {
        m_before += m_end - m_buffer.data();
        const qint64 count = m_device.read(m_buffer.data(), qint64(m_buffer.size()));
        m_failed = m_failed || count < 0;
        m_at = m_buffer.data();
        m_end = m_at + std::max<qint64>(0, count);
        m_hash.addData(QByteArrayView(m_at, m_end - m_at));
    }

    QIODevice& m_device;
    QCryptographicHash m_hash;
    std::array<char, 65536> m_buffer{};
    const char* m_at = m_buffer.data();
    const char* m_end = m_buffer.data();
    qint64 m_before = 0;
    bool m_failed = false;
};

/// Takes RapidJSON's events, builds one element at a time and hands it on.
class Builder
{
public:
    Builder(BundleSink& sink, DeviceStream& stream) : m_sink(sink), m_stream(stream), m_pool(m_memory.data(), m_memory.size()) { }

    [[nodiscard]] const std::optional<domain::Error>& fault() const { return m_fault; }
    [[nodiscard]] domain::Error numberTooLarge() const { return faultAt(m_root.member(m_member), message("bundle.number")); }

    bool Null() { return value(JsonValue()); }
    bool Bool(bool b) { return value(JsonValue(b)); }
    bool Int(int i) { return value(JsonValue(i)); }
    bool Uint(unsigned i) { return value(JsonValue(i)); }
    bool Int64(int64_t i) { return value(JsonValue(i)); }
    bool Uint64(uint64_t i) { return value(JsonValue(i)); }
    bool Double(double d) { return value(JsonValue(d)); }
    bool RawNumber(const char* text, rapidjson::SizeType length, bool)
    {
        std::optional<JsonValue> number = exactNumber(QByteArrayView(text, qsizetype(length)));
        return number ? value(std::move(*number)) : fail(numberTooLarge());
    }
    bool String(const char* text, rapidjson::SizeType length, bool) { return value(JsonValue(text, length, m_pool)); }

    bool StartObject()
    {
        if (m_depth == 0)
            m_sawObject = true;
        return enter();
    }
    bool Key(const char* text, rapidjson::SizeType length, bool)
    {
        if (m_depth > 1) {
            m_values.emplace_back(text, length, m_pool);
            return true;
        }
        m_member = QString::fromUtf8(text, qsizetype(length));
        if (m_members.contains(m_member))
            return fail(faultAt(m_root.member(m_member), message("json.duplicate_key")));
        m_members.insert(m_member);
        return true;
    }
    bool EndObject(rapidjson::SizeType count)
    {
        if (--m_depth == 0)
            return true;
        JsonValue object(rapidjson::kObjectType);
        const size_t first = m_values.size() - 2 * size_t(count);
        for (size_t i = first; i < m_values.size(); i += 2)
            object.AddMember(m_values[i], m_values[i + 1], m_pool);
        m_values.resize(first);
        return value(std::move(object));
    }
    bool StartArray()
    {
        if (m_depth == 1) {
            m_inList = true;
            m_index = 0;
            if (const Status begun = m_sink.listBegins(m_member); !begun)
                return fail(begun.error());
        }
        return enter();
    }
    bool EndArray(rapidjson::SizeType count)
    {
        if (--m_depth == 1 && m_inList) {
            m_inList = false;
            return true;
        }
        JsonValue array(rapidjson::kArrayType);
        const size_t first = m_values.size() - size_t(count);
        for (size_t i = first; i < m_values.size(); ++i)
            array.PushBack(m_values[i], m_pool);
        m_values.resize(first);
        return value(std::move(array));
    }

private:
    bool fail(const domain::Error& fault)
    {
        m_fault = fault;
        return false;
    }

    bool enter()
    {
        if (++m_depth > maxJsonDepth)
            return fail(faultAt(m_root.member(m_member), message("bundle.too_deep").with("limit", maxJsonDepth)));
        return m_depth == 1 ? m_sawObject || fail(error(ErrorCode::Invalid, message("bundle.not_an_object"))) : true;
    }

    bool value(JsonValue&& made)
    {
        const bool wholeElement = m_inList && m_depth == 2;
        const bool wholeMember = !m_inList && m_depth == 1;
        if (m_depth == 0)
            return fail(error(ErrorCode::Invalid, message("bundle.not_an_object")));
        if (!wholeElement && !wholeMember) {
            m_values.push_back(std::move(made));
            return true;
        }
        const bool taken = hand(made, wholeElement);
        made.SetNull();
        m_values.clear();
        m_pool.Clear();
        return taken;
    }

    bool hand(const JsonValue& made, bool element)
    {
        const JsonPath memberPath = m_root.member(m_member);
        const JsonPath elementPath = memberPath.item(m_index);
        const JsonPath& path = element ? elementPath : memberPath;
        if (const auto twice = duplicateKey(made, path))
            return fail(faultAt(*twice, message("json.duplicate_key")));
        const Status taken = element ? m_sink.element(m_member, m_index, made, path) : m_sink.member(m_member, made, path);
        if (!taken)
            return fail(taken.error());
        ++m_index;
        constexpr qint64 stepsBetweenQuestions = 256;
        if (++m_handed % stepsBetweenQuestions == 0 && !m_sink.goOn(qint64(m_stream.Tell())))
            return fail(error(ErrorCode::Cancelled, message("bundle.cancelled")));
        return true;
    }

    BundleSink& m_sink;
    DeviceStream& m_stream;
    std::array<char, 262144> m_memory{};
    rapidjson::MemoryPoolAllocator<> m_pool;
    std::vector<JsonValue> m_values; ///< of objects and lists that are still open
    JsonPath m_root;
    QString m_member;
    QSet<QString> m_members;
    std::optional<domain::Error> m_fault;
    qsizetype m_index = 0;
    qint64 m_handed = 0;
    int m_depth = 0;
    bool m_inList = false;
    bool m_sawObject = false;
};

} // namespace

Result<ReadBundle> readBundle(QIODevice& file, BundleSink& sink)
{
    const auto stream = std::make_unique<DeviceStream>(file);
    const auto builder = std::make_unique<Builder>(sink, *stream);
    rapidjson::Reader reader;
    constexpr unsigned flags
        = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult parsed = reader.Parse<flags>(*stream, *builder);
    if (stream->failed())
        return error(ErrorCode::Unavailable, message("bundle.unreadable").with("reason", file.errorString()));
    if (builder->fault())
        return *builder->fault();
    if (parsed.Code() == rapidjson::kParseErrorDocumentEmpty && stream->atEnd())
        return error(ErrorCode::Invalid, message("bundle.empty"));
    if (parsed.Code() == rapidjson::kParseErrorNumberTooBig)
        return builder->numberTooLarge();
    if (parsed.IsError()) {
        return error(ErrorCode::Invalid, message(stream->atEnd() ? "bundle.cut_off" : "json.malformed")
                                             .with("offset", qint64(parsed.Offset()))
                                             .with("reason", QString::fromLatin1(GetParseError_En(parsed.Code()))));
    }
    if (!stream->atEnd()) {
        // RapidJSON takes a NUL for the end of the text.
        return error(ErrorCode::Invalid,
                     message("json.malformed").with("offset", qint64(stream->Tell())).with("reason", QStringLiteral("NUL")));
    }
    return stream->result();
}

} // namespace encore::commands
