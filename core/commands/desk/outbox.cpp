// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/desk/outbox.h"

#include "answer.h"
#include "commands/codec/json.h"
#include "commands/registry.h"
#include "store/deskrows.h"
#include "store/outbox.h"

#include <array>
#include <map>

namespace encore::domain
{

template<>
std::span<const EnumName<commands::FieldKind>> enumNames()
{
    using enum commands::FieldKind;
    static constexpr EnumName<commands::FieldKind> names[] = {{Text, "text"},    {Number, "number"}, {Money, "money"}, {Moment, "moment"},
                                                              {YesNo, "yes_no"}, {Thing, "thing"},   {List, "list"}};
    return names;
}

} // namespace encore::domain

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using store::OutboxState;

namespace
{

constexpr int mostRows = 10'000;

/// Tables of things that people call by a name, and which column has it.
constexpr std::pair<const char*, const char*> namedThings[] = {
    {"projects", "title"}, {"rewards", "title"}, {"offers", "title"}, {"coupons", "name"}, {"performances", "title"}, {"sales", "label"}, {"tickets", "label"},
};

using Columns = std::map<QString, QVariant>;

Columns columnsOf(const QVariantList& values, int table, store::FeedReader& feed)
{
    Columns columns;
    const auto names = feed.columns(table);
    for (size_t i = 0; i < names.size() && qsizetype(i) < values.size(); ++i)
        columns[names[i].name] = values.at(qsizetype(i));
    return columns;
}

/// The row as it is now; empty: there is none.
Columns rowOf(const char* table, const QByteArray& id, store::FeedReader& feed)
{
    const int index = store::syncTableIndex(table);
    const auto row = feed.row(store::rowKey(index, {id}), {});
    return row ? columnsOf(*row, index, feed) : Columns();
}

QString nameOf(const QByteArray& id, store::FeedReader& feed)
{
    for (const auto& [table, column] : namedThings) {
        if (const Columns row = rowOf(table, id, feed); !row.empty())
            return row.at(QString::fromLatin1(column)).toString();
    }
    return {};
}

/// What the arguments name first that has a name.
QString subjectOf(const QByteArray& arguments, store::FeedReader& feed)
{
    const auto json = parseJson(arguments);
    if (!json || !json->IsObject())
        return {};
    for (const auto& member : json->GetObject()) {
        const auto id = member.value.IsString() && jsonString(member.name).endsWith(u"_id") ? domain::uuidFromText(jsonString(member.value)) : std::nullopt;
        if (const QString found = id ? nameOf(id->toRfc4122(), feed) : QString(); !found.isEmpty())
            return found;
    }
    const auto title = json->FindMember("title");
    return title != json->MemberEnd() && title->value.IsString() ? jsonString(title->value) : QString();
}

/// {code, detail} of a refusal.
std::pair<QString, QString> reasonOf(const QByteArray& answer)
{
    const auto json = answer.isEmpty() ? Result<JsonDocument>(error(ErrorCode::Invalid, {})) : parseJson(answer);
    if (!json || !json->IsObject())
        return {};
    const auto text = [&](const char* name) {
        const auto found = json->FindMember(name);
        return found != json->MemberEnd() && found->value.IsString() ? jsonString(found->value) : QString();
    };
    return {text("code"), text("detail")};
}

/// How the store calls what the arguments call @p field.
QString columnOf(const QString& field)
{
    static const std::map<QString, QString> others{{QStringLiteral("limit"), QStringLiteral("quantity_limit")},
                                                   {QStringLiteral("success_basis"), QStringLiteral("basis")},
                                                   {QStringLiteral("payment_model"), QStringLiteral("model")}};
    const auto found = others.find(field);
    return found == others.end() ? field : found->second;
}

/// Of a field that may be left out: the schema of what it is where it is given.
const JsonValue& given(const JsonValue& schema)
{
    const auto either = schema.FindMember("anyOf");
    return either != schema.MemberEnd() && either->value.IsArray() && !either->value.Empty() ? either->value[0] : schema;
}

FieldKind kindOf(const QString& field, const JsonValue& described)
{
    const JsonValue& schema = given(described);
    static const std::array money{QStringLiteral("goal"), QStringLiteral("price"), QStringLiteral("amount"), QStringLiteral("cap"), QStringLiteral("minimum_spend")};
    if (std::find(money.begin(), money.end(), field) != money.end())
        return FieldKind::Money;
    const auto text = [&](const char* name) {
        const auto found = schema.FindMember(name);
        return found != schema.MemberEnd() && found->value.IsString() ? jsonString(found->value) : QString();
    };
    if (text("format") == u"date-time")
        return FieldKind::Moment;
    if (text("format") == u"uuid" || field.endsWith(u"_id") || field == u"payee")
        return FieldKind::Thing;
    const QString type = text("type");
    return type == u"integer" ? FieldKind::Number : type == u"boolean" ? FieldKind::YesNo : type == u"array" ? FieldKind::List : FieldKind::Text;
}

std::optional<QString> fromColumn(const Columns& row, const QString& field, FieldKind kind)
{
    const auto found = row.find(columnOf(field));
    if (found == row.end() || found->second.isNull())
        return std::nullopt;
    const QVariant& value = found->second;
    switch (kind) {
    case FieldKind::Moment:
        return domain::formatInstant({value.toLongLong()});
    case FieldKind::YesNo:
        return value.toLongLong() != 0 ? QStringLiteral("true") : QStringLiteral("false");
    case FieldKind::Thing:
        return QUuid::fromRfc4122(value.toByteArray()).toString(QUuid::WithoutBraces);
    default:
        return value.toString();
    }
}

std::optional<QString> fromArgument(const JsonValue& value, FieldKind kind)
{
    if (value.IsNull())
        return std::nullopt;
    if (!value.IsString())
        return QString::fromUtf8(jsonText(value));
    if (kind == FieldKind::Moment) { // said as the store says it, so that equal moments read alike
        const auto moment = domain::parseInstant(jsonString(value));
        return moment ? domain::formatInstant(*moment) : jsonString(value);
    }
    return jsonString(value);
}

/// A thing by its name, where it has one.
void nameThings(OutboxFields::Row& row, store::FeedReader& feed)
{
    for (std::optional<QString>* value : {&row.base, &row.mine, &row.theirs}) {
        const auto id = *value ? domain::uuidFromText(**value) : std::nullopt;
        if (const QString called = id ? nameOf(id->toRfc4122(), feed) : QString(); !called.isEmpty())
            *value = called;
    }
}

} // namespace

Result<std::vector<Outbox::Row>> Outbox::ask(const QueryContext& context) const
{
    const Result<int> most = checkedLimit(limit, mostRows);
    if (!most)
        return most.error();
    store::FeedReader feed(context.reader);
    std::vector<Row> rows;
    for (const store::OutboxItem& item : store::OutboxReader(context.reader).open(*most)) {
        const auto [reasonId, reason] = reasonOf(item.answer);
        const bool waits = item.state == OutboxState::Queued || item.state == OutboxState::InFlight || item.state == OutboxState::Acknowledged;
        rows.push_back({item.deviceSequence, item.id, QString::fromLatin1(item.name), subjectOf(item.arguments, feed), item.occurredAt, item.actor,
                        domain::enumText(item.state), reasonId, reason, waits && !item.answer.isEmpty()});
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<OutboxFields::Row>> OutboxFields::ask(const QueryContext& context) const
{
    const auto item = store::OutboxReader(context.reader).item(commandId);
    if (!item)
        return error(ErrorCode::NotFound, message("outbox.not_found").with("id", commandId.text()));
    const CommandEntry* entry = findCommand(item->name);
    const auto arguments = parseJson(item->arguments);
    const auto prepared = entry && arguments ? entry->prepare(*arguments, {}) : Result<PreparedCommand>(error(ErrorCode::Invalid, {}));
    if (!prepared || !prepared->edit)
        return std::vector<Row>(); // no change of fields: nothing to compare
    store::FeedReader feed(context.reader);
    const int table = store::syncTableIndex(prepared->edit->table);
    const Columns now = rowOf(prepared->edit->table, prepared->edit->entity, feed);
    const auto before = store::rowBefore(item->firstImages, store::rowKey(table, {prepared->edit->entity}));
    const Columns base = before ? columnsOf(*before, table, feed) : now;
    JsonDocument document;
    const JsonValue schema = entry->argumentsSchema(document.GetAllocator());
    std::vector<Row> rows;
    for (const QString& field : prepared->edit->fields) {
        const QByteArray member = field.toLatin1();
        const auto described = schema["properties"].FindMember(member.constData());
        Row row;
        row.field = field;
        row.kind = described == schema["properties"].MemberEnd() ? FieldKind::Text : kindOf(field, described->value);
        row.base = fromColumn(base, field, row.kind);
        row.theirs = fromColumn(now, field, row.kind);
        const auto given = arguments->FindMember(member.constData());
        row.mine = given == arguments->MemberEnd() ? std::nullopt : fromArgument(given->value, row.kind);
        row.changedElsewhere = row.base != row.theirs;
        if (row.kind == FieldKind::Thing)
            nameThings(row, feed);
        rows.push_back(std::move(row));
    }
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
