// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/page.h"

#include "domain/random.h"
#include "store/people.h"
#include "store/sealing.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <set>

namespace encore::sync
{

using commands::JsonDocument;
using commands::JsonValue;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

using Buffer = rapidjson::StringBuffer;
using Writer = rapidjson::Writer<Buffer>;

QByteArray textOf(const Buffer& buffer)
{
    return {buffer.GetString(), qsizetype(buffer.GetSize())};
}

void writeText(Writer& writer, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    writer.String(bytes.constData(), rapidjson::SizeType(bytes.size()));
}

void writeBytes(Writer& writer, const QByteArray& bytes)
{
    writer.String(bytes.constData(), rapidjson::SizeType(bytes.size()));
}

void writeValue(Writer& writer, const QVariant& value)
{
    if (value.isNull())
        writer.Null();
    else if (value.typeId() == QMetaType::QByteArray)
        writeBytes(writer, value.toByteArray().toBase64());
    else if (value.typeId() == QMetaType::QString)
        writeText(writer, value.toString());
    else
        writer.Int64(value.toLongLong());
}

void writeValues(Writer& writer, const QVariantList& values)
{
    writer.StartArray();
    for (const QVariant& value : values)
        writeValue(writer, value);
    writer.EndArray();
}

/// Over everything that a desk goes by. Outside programs: SHA-256 of these six, each followed by a line feed; rows and acks as compact JSON.
QByteArray checksumOf(const QByteArray& epoch, qint64 from, qint64 to, bool hasMore, const QByteArray& rows, const QByteArray& acks)
{
    const QByteArray head = epoch + '\n' + QByteArray::number(from) + '\n' + QByteArray::number(to) + '\n' + (hasMore ? "true" : "false") + '\n';
    return domain::sha256(head + rows + '\n' + acks + '\n').toHex();
}

/// Puts a page together: its rows first, what is known of them last.
class PageMaker
{
public:
    PageMaker(store::Reader& reader, const PageRequest& request) : m_reader(reader), m_feed(reader), m_people(reader), m_request(request), m_writer(m_rows)
    {
        m_writer.StartArray();
    }

    void add(int table, const QVariantList& values)
    {
        start(table);
        m_writer.Key("values");
        writeValues(m_writer, values);
        m_writer.EndObject();
    }
    void remove(const store::RowKey& key)
    {
        start(key.table);
        m_writer.Key("removed");
        writeValues(m_writer, store::FeedReader::keyValues(key));
        m_writer.EndObject();
    }
    [[nodiscard]] size_t count() const { return m_count; }

    [[nodiscard]] QByteArray finish(const store::FeedRange& range, const std::optional<QString>& next)
    {
        m_writer.EndArray();
        Buffer buffer;
        Writer writer(buffer);
        const QString epoch = m_feed.epoch();
        writer.StartObject();
        writer.Key("epoch");
        writeText(writer, epoch);
        writer.Key("schema");
        writer.Int(rowSchema);
        writer.Key("scope");
        writeText(writer, m_request.scope.text());
        writer.Key("from");
        writer.Int64(m_request.cursor);
        writer.Key("to");
        writer.Int64(range.to);
        writer.Key("has_more");
        writer.Bool(range.hasMore);
        writer.Key("log_sequence");
        writer.Int64(range.logSequence);
        const QByteArray acks = writeDevice(writer, range);
        if (const QString sealKey = store::sealKeyOfHouse(m_reader); !sealKey.isEmpty()) {
            writer.Key("seal_key");
            writeText(writer, sealKey);
        }
        if (next) {
            writer.Key("next");
            writeText(writer, *next);
        }
        writeColumns(writer);
        if (!range.hasMore && !next)
            writeDigests(writer);
        const QByteArray rows = textOf(m_rows);
        writer.Key("rows");
        writer.RawValue(rows.constData(), size_t(rows.size()), rapidjson::kArrayType);
        writer.Key("acks");
        writer.RawValue(acks.constData(), size_t(acks.size()), rapidjson::kArrayType);
        writer.Key("checksum");
        writeBytes(writer, checksumOf(epoch.toUtf8(), m_request.cursor, range.to, range.hasMore, rows, acks));
        writer.EndObject();
        return textOf(buffer);
    }

private:
    void start(int table)
    {
        m_writer.StartObject();
        m_writer.Key("table");
        m_writer.String(store::syncTables()[size_t(table)].name);
        m_tables.insert(table);
        ++m_count;
    }

    QByteArray writeDevice(Writer& writer, const store::FeedRange& range)
    {
        Buffer buffer;
        Writer acks(buffer);
        acks.StartArray();
        if (m_request.device) {
            const auto device = m_people.device(*m_request.device);
            writer.Key("expected_sequence");
            writer.Int64(device ? device->lastSequence + 1 : 1);
            // What is still open at the desk, however long ago it took effect: its rows may have come with a snapshot.
            for (const auto& delivery : m_feed.deliveries(*m_request.device, m_request.deviceSequence, range.logSequence)) {
                acks.StartObject();
                acks.Key("id");
                writeText(acks, delivery.command.text());
                acks.Key("sequence");
                acks.Int64(delivery.logSequence);
                acks.EndObject();
            }
        }
        acks.EndArray();
        return textOf(buffer);
    }

    void writeColumns(Writer& writer)
    {
        writer.Key("columns");
        writer.StartObject();
        for (const int table : m_tables) {
            writer.Key(store::syncTables()[size_t(table)].name);
            writer.StartArray();
            for (const store::FeedReader::Column& column : m_feed.columns(table)) {
                writer.StartObject();
                writer.Key("name");
                writeText(writer, column.name);
                writer.Key("bytes");
                writer.Bool(column.isBytes);
                writer.EndObject();
            }
            writer.EndArray();
        }
        writer.EndObject();
    }

    void writeDigests(Writer& writer)
    {
        bool isComplete = true;
        writer.Key("digest");
        writer.StartObject();
        for (size_t table = 0; table < store::syncTables().size(); ++table) {
            const store::SyncTable& description = store::syncTables()[table];
            if (!m_request.scope.sees(description))
                continue;
            if (!m_request.allDigests && !m_request.scope.seesAllOf(description)) {
                isComplete = false;
                continue;
            }
            writer.Key(description.name);
            writeBytes(writer, store::digestText(m_feed.sums(int(table), m_request.scope)));
        }
        writer.EndObject();
        writer.Key("digest_complete");
        writer.Bool(isComplete);
    }

    store::Reader& m_reader;
    store::FeedReader m_feed;
    store::PeopleReader m_people;
    const PageRequest& m_request;
    Buffer m_rows;
    Writer m_writer;
    std::set<int> m_tables;
    size_t m_count = 0;
};

/// Where a snapshot goes on: the table, and the key of its last row that was given.
struct Place {
    int table = 0;
    std::optional<QByteArray> after;
};

QString placeText(const Place& place)
{
    QByteArray text = store::syncTables()[size_t(place.table)].name;
    if (place.after)
        text += ':' + place.after->toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return QString::fromLatin1(text);
}

std::optional<Place> placeFrom(const QString& text)
{
    if (text.isEmpty())
        return Place{};
    const QByteArray bytes = text.toLatin1();
    const qsizetype colon = bytes.indexOf(':');
    const QByteArray name = colon < 0 ? bytes : bytes.left(colon);
    Place place{store::syncTableIndex({name.constData(), size_t(name.size())}), {}};
    if (place.table < 0)
        return std::nullopt;
    if (colon < 0)
        return place;
    place.after = QByteArray::fromBase64(bytes.mid(colon + 1), QByteArray::Base64UrlEncoding);
    const auto& keys = store::syncTables()[size_t(place.table)].keys;
    const auto count = std::count_if(keys.begin(), keys.end(), [](const char* key) { return key != nullptr; });
    if (store::FeedReader::keyValues({place.table, *place.after}).size() != count)
        return std::nullopt; // damaged on its way, or made up
    return place;
}

} // namespace

std::optional<QByteArray> changesText(store::Reader& reader, const PageRequest& request)
{
    store::ReadTransaction moment(reader.database());
    store::FeedReader feed(reader);
    store::FeedRange range = feed.after(request.cursor, request.limit);
    if (range.isGone)
        return std::nullopt;
    if (range.to == request.cursor)
        range.logSequence = feed.logSequenceAt(request.cursor);
    PageMaker page(reader, request);
    for (const store::RowKey& key : range.keys) {
        if (!request.scope.sees(store::syncTables()[size_t(key.table)]))
            continue;
        if (const auto values = feed.row(key, request.scope))
            page.add(key.table, *values);
        else if (feed.mayHaveSeen(key, request.scope))
            page.remove(key);
    }
    return page.finish(range, std::nullopt);
}

std::optional<QByteArray> snapshotText(store::Reader& reader, const PageRequest& request, const QString& next)
{
    const std::optional<Place> start = placeFrom(next);
    if (!start)
        return std::nullopt;
    store::ReadTransaction moment(reader.database());
    store::FeedReader feed(reader);
    const store::FeedHead head = feed.head();
    PageMaker page(reader, request);
    Place place = *start;
    while (place.table < int(store::syncTables().size()) && page.count() < request.limit) {
        const auto last = feed.rows(place.table, place.after, int(request.limit - page.count()), request.scope,
                                    [&](const QVariantList& values) { page.add(place.table, values); });
        place = last ? Place{place.table, last} : Place{place.table + 1, {}};
    }
    const bool atEnd = place.table >= int(store::syncTables().size());
    return page.finish({head.number, head.logSequence, !atEnd, false, {}}, atEnd ? QString(QLatin1StringView("")) : placeText(place));
}

namespace
{

domain::Error damaged(const char* what)
{
    return error(ErrorCode::Invalid, message("sync.damaged").with("what", QLatin1StringView(what)));
}

std::optional<QString> textMember(const JsonValue& object, const char* name)
{
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd() || !found->value.IsString())
        return std::nullopt;
    return commands::jsonString(found->value);
}

std::optional<qint64> numberMember(const JsonValue& object, const char* name)
{
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd() || !found->value.IsInt64())
        return std::nullopt;
    return found->value.GetInt64();
}

const JsonValue* arrayMember(const JsonValue& object, const char* name)
{
    const auto found = object.FindMember(name);
    return found != object.MemberEnd() && found->value.IsArray() ? &found->value : nullptr;
}

QVariant valueFrom(const JsonValue& value, bool isBytes)
{
    if (value.IsInt64())
        return qint64(value.GetInt64());
    if (!value.IsString())
        return QVariant(QMetaType::fromType<QByteArray>());
    if (isBytes)
        return QByteArray::fromBase64(QByteArray::fromRawData(value.GetString(), qsizetype(value.GetStringLength())));
    return QString::fromUtf8(value.GetString(), qsizetype(value.GetStringLength()));
}

using Columns = std::map<int, std::vector<store::FeedReader::Column>>;

std::optional<int> tableMember(const QByteArray& name)
{
    const int table = store::syncTableIndex({name.constData(), size_t(name.size())});
    return table < 0 ? std::nullopt : std::optional(table);
}

std::optional<Columns> columnsFrom(const JsonValue& page)
{
    const auto found = page.FindMember("columns");
    if (found == page.MemberEnd() || !found->value.IsObject())
        return std::nullopt;
    Columns columns;
    for (const auto& table : found->value.GetObject()) {
        const auto number = tableMember(commands::jsonString(table.name).toUtf8());
        if (!number || !table.value.IsArray())
            return std::nullopt;
        for (const JsonValue& column : table.value.GetArray()) {
            const auto name = column.IsObject() ? textMember(column, "name") : std::nullopt;
            const auto bytes = column.IsObject() ? column.FindMember("bytes") : column.MemberEnd();
            if (!name || bytes == column.MemberEnd() || !bytes->value.IsBool())
                return std::nullopt;
            columns[*number].push_back({*name, bytes->value.GetBool()});
        }
    }
    return columns;
}

/// Which of the key's columns are bytes.
std::vector<bool> keyKinds(int table, const std::vector<store::FeedReader::Column>& columns)
{
    std::vector<bool> kinds;
    for (const char* key : store::syncTables()[size_t(table)].keys) {
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return key && column.name == QLatin1StringView(key); });
        if (found != columns.end())
            kinds.push_back(found->isBytes);
    }
    return kinds;
}

std::vector<bool> rowKinds(const std::vector<store::FeedReader::Column>& columns)
{
    std::vector<bool> kinds;
    std::transform(columns.begin(), columns.end(), std::back_inserter(kinds), [](const auto& column) { return column.isBytes; });
    return kinds;
}

/// What a table's rows are made of.
struct RowKinds {
    int table = 0;
    std::vector<bool> row;
    std::vector<bool> key;
};
using KindsByName = std::map<std::string_view, RowKinds>;

std::optional<PageRow> rowFrom(const JsonValue& json, const KindsByName& kinds)
{
    if (!json.IsObject())
        return std::nullopt;
    const auto name = json.FindMember("table");
    if (name == json.MemberEnd() || !name->value.IsString())
        return std::nullopt;
    const auto known = kinds.find({name->value.GetString(), name->value.GetStringLength()});
    if (known == kinds.end())
        return std::nullopt;
    const JsonValue* removed = arrayMember(json, "removed");
    const JsonValue* values = removed ? removed : arrayMember(json, "values");
    const std::vector<bool>& isBytes = removed ? known->second.key : known->second.row;
    if (!values || values->Size() != isBytes.size())
        return std::nullopt;
    PageRow row{known->second.table, removed != nullptr, {}};
    row.values.reserve(qsizetype(isBytes.size()));
    for (rapidjson::SizeType i = 0; i < values->Size(); ++i)
        row.values.append(valueFrom((*values)[i], isBytes[i]));
    return row;
}

bool takeRows(const JsonValue& json, const JsonValue& rows, Page& page)
{
    const auto columns = columnsFrom(json);
    if (!columns)
        return false;
    KindsByName kinds;
    for (const auto& [table, list] : *columns)
        kinds[store::syncTables()[size_t(table)].name] = {table, rowKinds(list), keyKinds(table, list)};
    page.columns = *columns;
    page.rows.reserve(rows.Size());
    for (const JsonValue& row : rows.GetArray()) {
        auto parsed = rowFrom(row, kinds);
        if (!parsed)
            return false;
        page.rows.push_back(std::move(*parsed));
    }
    return true;
}

bool takeAcks(const JsonValue& acks, Page& page)
{
    for (const JsonValue& ack : acks.GetArray()) {
        const auto id = ack.IsObject() ? textMember(ack, "id") : std::nullopt;
        const auto sequence = ack.IsObject() ? numberMember(ack, "sequence") : std::nullopt;
        const auto uuid = id ? domain::uuidFromText(*id) : std::nullopt;
        if (!uuid || !sequence)
            return false;
        page.acks.push_back({domain::CommandId(*uuid), *sequence});
    }
    return true;
}

void takeDigests(const JsonValue& json, Page& page)
{
    const auto digests = json.FindMember("digest");
    if (digests == json.MemberEnd() || !digests->value.IsObject())
        return;
    for (const auto& table : digests->value.GetObject()) {
        if (table.value.IsString())
            page.digests.insert_or_assign(commands::jsonString(table.name).toUtf8(), commands::jsonString(table.value).toLatin1());
    }
    const auto complete = json.FindMember("digest_complete");
    page.provesAll = complete != json.MemberEnd() && complete->value.IsBool() && complete->value.GetBool();
}

} // namespace

Result<Page> parsePage(const QByteArray& text, PageRows what)
{
    JsonDocument json;
    if (json.Parse(text.constData(), size_t(text.size())).HasParseError() || !json.IsObject())
        return damaged("no JSON object");
    const auto schema = numberMember(json, "schema");
    if (!schema)
        return damaged("schema");
    if (*schema != rowSchema)
        return error(ErrorCode::NewerSchema, message(*schema > rowSchema ? "sync.server_newer" : "sync.server_older").with("theirs", *schema).with("ours", rowSchema));
    const auto epoch = textMember(json, "epoch");
    const auto scope = textMember(json, "scope");
    const auto from = numberMember(json, "from");
    const auto to = numberMember(json, "to");
    const auto logSequence = numberMember(json, "log_sequence");
    const auto hasMore = json.FindMember("has_more");
    const JsonValue* rows = arrayMember(json, "rows");
    const JsonValue* acks = arrayMember(json, "acks");
    if (!epoch || !scope || !from || !to || !logSequence || hasMore == json.MemberEnd() || !hasMore->value.IsBool() || !rows || !acks)
        return damaged("members");
    Page page;
    page.epoch = *epoch;
    page.scope = *scope;
    page.from = *from;
    page.to = *to;
    page.hasMore = hasMore->value.GetBool();
    page.logSequence = *logSequence;
    page.expectedSequence = numberMember(json, "expected_sequence");
    page.next = textMember(json, "next").value_or(QString());
    page.sealKey = textMember(json, "seal_key").value_or(QString());
    if (!page.sealKey.isEmpty() && !store::isSealKey(page.sealKey)) // it proves itself: the checksum is not over it
        return damaged("seal_key");
    if (what != PageRows::TakeProven
        && textMember(json, "checksum").value_or(QString()).toLatin1()
            != checksumOf(epoch->toUtf8(), page.from, page.to, page.hasMore, commands::jsonText(*rows), commands::jsonText(*acks)))
        return damaged("checksum");
    if ((what != PageRows::Leave && !takeRows(json, *rows, page)) || !takeAcks(*acks, page))
        return damaged("rows");
    takeDigests(json, page);
    return page;
}

} // namespace encore::sync
