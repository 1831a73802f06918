// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/deskstore.h"

#include "commands/door/hearsay.h"
#include "commands/tickets/withdrawcodes.h"
#include "store/deskrows.h"
#include "store/sealing.h"
#include "store/stagedpages.h"

#include <algorithm>
#include <functional>
#include <set>

namespace encore::sync
{

using commands::JsonDocument;
using commands::JsonValue;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;
using store::OutboxItem;
using store::OutboxState;

namespace
{

constexpr qint64 keptConfirmed = 10'000; // what a server restored from a backup can be given back

QByteArray problemText(const domain::Error& why)
{
    JsonDocument json(rapidjson::kObjectType);
    auto& allocator = json.GetAllocator();
    json.AddMember("code", commands::jsonString(QString::fromLatin1(why.message.id), allocator), allocator);
    json.AddMember("detail", commands::jsonString(domain::words(why.message, domain::Language::English), allocator), allocator);
    return commands::jsonText(json);
}

Result<QByteArray> doAgain(const OutboxItem& item, commands::Executor& executor, store::UnitOfWork& work)
{
    store::UnitOfWork::Attempt attempt(work);
    Result<QByteArray> images = executor.applyAgain(item, work);
    store::Database& database = work.reader().database();
    if (database.failure() && database.failure()->message.id == QByteArray("store.contradicts")) {
        // The server had taken it before this desk was let in anew, its rows have come, and a door does not see the log that would say so.
        database.forgetFailure();
        return error(ErrorCode::Refused, message("sync.is_here"));
    }
    if (images)
        attempt.keep();
    return images;
}

/// Takes back everything provisional, lets @p between change what stands, and does again what still waits, behind the log's line @p seen.
Status rebase(commands::Executor& executor, store::UnitOfWork& work, const std::function<Status(store::DeskRows&)>& between, qint64 seen = 0)
{
    store::OutboxWriter outbox(work);
    store::DeskRows rows(work);
    rows.begin();
    const std::vector<OutboxItem> effective = outbox.withEffect();
    for (auto item = effective.rbegin(); item != effective.rend(); ++item) {
        rows.takeBack(item->beforeImages);
        outbox.setBeforeImages(item->deviceSequence, {}, item->answer);
    }
    if (const Status changed = between(rows); !changed)
        return changed;
    rows.refreshSearch();
    rows.finish();
    work.forgetSequences(seen);
    work.keepBeforeImages();
    for (const OutboxItem& item : outbox.provisional()) {
        const Result<QByteArray> again = doAgain(item, executor, work);
        if (const Status status = work.status(); !status)
            return status;
        // What no longer holds here is for the server to judge; until then it is shown as being in doubt.
        outbox.setBeforeImages(item.deviceSequence, again ? *again : QByteArray(), again ? QByteArray() : problemText(again.error()));
    }
    commands::settleHearsay(work, commands::Hearsay::OfWhatChanged);
    return work.status();
}

qint64 numberOf(store::Reader& reader, const char* name)
{
    return reader.deskValue(QString::fromLatin1(name)).toLongLong();
}

std::optional<QString> textOf(const JsonValue& object, const char* name)
{
    const auto found = object.FindMember(name);
    return found != object.MemberEnd() && found->value.IsString() ? std::optional(commands::jsonString(found->value)) : std::nullopt;
}

Answer::Status statusOf(const QString& text, const QString& problem)
{
    if (text == QStringLiteral("applied") || text == QStringLiteral("duplicate"))
        return Answer::Status::Applied;
    if (text == QStringLiteral("conflict"))
        return Answer::Status::Conflict;
    if (problem == QStringLiteral("sync.expected"))
        return Answer::Status::TooEarly;
    if (problem == QStringLiteral("sync.sequence_reused"))
        return Answer::Status::NumberUsed;
    // Of the moment, not of the command: it is asked again.
    if (problem.startsWith(QStringLiteral("store.")))
        return Answer::Status::Unknown;
    return text == QStringLiteral("rejected") || text == QStringLiteral("idempotency_mismatch") ? Answer::Status::Rejected : Answer::Status::Unknown;
}

/// Codes that were handed out for tickets which, as it turned out, never came to be.
Status withdrawCodes(const std::vector<OutboxItem>& refused, commands::Executor& executor, store::UnitOfWork& work)
{
    const int tickets = store::syncTableIndex("tickets");
    for (const OutboxItem& item : refused) {
        commands::WithdrawCodes command;
        command.reason = QString::fromLatin1(item.name);
        for (const store::RowKey& row : store::rowsMadeBy(item.firstImages)) {
            if (row.table == tickets)
                command.ticketIds.push_back(domain::TicketId::fromBytes(store::FeedReader::keyValues(row).value(0).toByteArray()));
        }
        if (command.ticketIds.empty())
            continue;
        const auto withdrawn = executor.apply(commands::makeRequest(command, {item.role, item.actor}), work);
        if (!withdrawn)
            return withdrawn.error();
    }
    return domain::done();
}

/// The tables of this file are, column by column, those that the page speaks of.
Status checkColumns(const Page& page, store::FeedReader& feed)
{
    for (const auto& [table, theirs] : page.columns) {
        const auto ours = feed.columns(table);
        const bool isSame = std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                                       [](const auto& one, const auto& other) { return one.name == other.name; });
        if (!isSame)
            return error(ErrorCode::Invalid, message("sync.damaged").with("what", QLatin1StringView(store::syncTables()[size_t(table)].name)));
    }
    return domain::done();
}

void write(const Page& page, store::DeskRows& rows)
{
    for (const PageRow& row : page.rows) {
        if (row.removed)
            rows.remove(row.table, row.values);
        else
            rows.put(row.table, row.values);
    }
}

/// Every page that was staged, in order, and then the last one.
Status eachPage(const Page& last, store::UnitOfWork& work, const std::function<Status(const Page&)>& visit)
{
    store::StagedPages staged(work);
    qint64 number = 0;
    while (const auto text = staged.next(number)) {
        const Result<Page> page = parsePage(*text, PageRows::TakeProven);
        if (!page)
            return page.error();
        if (const Status visited = visit(*page); !visited)
            return visited;
    }
    return visit(last);
}

void confirm(const Page& page, store::OutboxWriter& outbox)
{
    for (const Ack& ack : page.acks) {
        if (const auto item = outbox.item(ack.command); item && item->state != OutboxState::Settled)
            outbox.setState(item->deviceSequence, OutboxState::Confirmed, {}, ack.logSequence);
    }
}

/// What this desk had been told was taken, and the server does not have. How many. Only what the last page says counts: the server may have
/// been restored behind those before it.
qint64 offerAgain(const Page& last, store::OutboxWriter& outbox, store::UnitOfWork& work)
{
    const qint64 expected = *last.expectedSequence;
    std::set<QByteArray> known;
    std::transform(last.acks.begin(), last.acks.end(), std::inserter(known, known.end()), [](const Ack& ack) { return ack.command.bytes(); });
    const qint64 next = work.nextDeviceSequence();
    work.restartDeviceSequence(next - 1);
    if (expected > next)
        return 0; // numbers that this file never gave: it is a copy, which shows as soon as it sends something
    const auto offered = outbox.offerFrom(expected, known);
    work.restartDeviceSequence(offered.lastNumber);
    return offered.count;
}

} // namespace

Position position(store::Reader& reader)
{
    Position known;
    known.server = reader.deskValue(QStringLiteral("server"));
    if (const auto device = domain::uuidFromText(reader.deskValue(QStringLiteral("device_id"))))
        known.device = domain::DeviceId(*device);
    known.role = domain::enumFromText<domain::Role>(reader.deskValue(QStringLiteral("role"))).value_or(domain::Role::Door);
    known.actor = reader.deskValue(QStringLiteral("actor"));
    known.epoch = reader.deskValue(QStringLiteral("server_epoch"));
    known.cursor = numberOf(reader, "cursor");
    known.scope = reader.deskValue(QStringLiteral("scope"));
    return known;
}

QByteArray commandsBody(const std::vector<OutboxItem>& items)
{
    JsonDocument json(rapidjson::kObjectType);
    auto& allocator = json.GetAllocator();
    JsonValue list(rapidjson::kArrayType);
    for (const OutboxItem& item : items) {
        JsonValue command(rapidjson::kObjectType);
        command.AddMember("id", commands::jsonString(item.id.text(), allocator), allocator);
        command.AddMember("name", commands::jsonString(QString::fromLatin1(item.name), allocator), allocator);
        command.AddMember("schema_version", item.schemaVersion, allocator);
        command.AddMember("arguments", commands::encode(commands::RawJson{item.arguments}, allocator), allocator);
        if (item.baseVersion)
            command.AddMember("base_version", int64_t(*item.baseVersion), allocator);
        if (item.deviceSequence > 0)
            command.AddMember("device_seq", int64_t(item.deviceSequence), allocator);
        command.AddMember("occurred_at", commands::encode(item.occurredAt, allocator), allocator);
        list.PushBack(command, allocator);
    }
    json.AddMember("commands", list, allocator);
    return commands::jsonText(json);
}

Result<std::vector<Answer>> parseAnswers(const QByteArray& body)
{
    JsonDocument json;
    const auto broken = [] { return error(ErrorCode::Invalid, message("sync.damaged").with("what", QStringLiteral("results"))); };
    if (json.Parse(body.constData(), size_t(body.size())).HasParseError() || !json.IsObject())
        return broken();
    const auto results = json.FindMember("results");
    if (results == json.MemberEnd() || !results->value.IsArray())
        return broken();
    std::vector<Answer> answers;
    for (const JsonValue& result : results->value.GetArray()) {
        const auto id = result.IsObject() ? textOf(result, "id") : std::nullopt;
        const auto uuid = id ? domain::uuidFromText(*id) : std::nullopt;
        const auto status = uuid ? textOf(result, "status") : std::nullopt;
        if (!status)
            return broken();
        Answer answer;
        answer.command = domain::CommandId(*uuid);
        const auto problem = result.FindMember("problem");
        if (problem != result.MemberEnd() && problem->value.IsObject())
            answer.problem = commands::jsonText(problem->value);
        answer.status = statusOf(*status, answer.problem.isEmpty() ? QString() : textOf(problem->value, "code").value_or(QString()));
        answers.push_back(answer);
    }
    return answers;
}

std::vector<OutboxItem> takeForSending(store::UnitOfWork& work, int limit)
{
    store::OutboxWriter outbox(work);
    outbox.requeueInFlight(); // one upload at a time: whatever an earlier one left behind is asked again
    std::vector<OutboxItem> items = outbox.waiting(limit);
    for (OutboxItem& item : items) {
        item.state = OutboxState::InFlight;
        outbox.setState(item.deviceSequence, item.state, item.answer);
    }
    return items;
}

Result<Settled> settle(const std::vector<OutboxItem>& sent, const std::vector<Answer>& answers, commands::Executor& executor, store::UnitOfWork& work)
{
    Settled settled;
    store::OutboxWriter outbox(work);
    std::vector<OutboxItem> refused;
    for (const OutboxItem& item : sent) {
        const auto now = outbox.item(item.id);
        if (!now || now->state != OutboxState::InFlight)
            continue; // its rows came before its answer
        const auto answer = std::find_if(answers.begin(), answers.end(), [&](const Answer& known) { return known.command == item.id; });
        const Answer::Status status = answer == answers.end() ? Answer::Status::Unknown : answer->status;
        switch (status) {
        case Answer::Status::Applied:
            outbox.setState(item.deviceSequence, OutboxState::Acknowledged);
            break;
        case Answer::Status::Rejected:
        case Answer::Status::Conflict:
            outbox.setState(item.deviceSequence, status == Answer::Status::Conflict ? OutboxState::Conflict : OutboxState::Rejected, answer->problem);
            ++(status == Answer::Status::Conflict ? settled.conflicts : settled.rejected);
            refused.push_back(*now);
            break;
        case Answer::Status::NumberUsed:
            settled.numberUsed = true;
            [[fallthrough]];
        case Answer::Status::TooEarly:
        case Answer::Status::Unknown:
            outbox.setState(item.deviceSequence, OutboxState::Queued, now->answer);
        }
    }
    if (refused.empty())
        return settled;
    const Status rebased = rebase(executor, work, [](store::DeskRows&) { return domain::done(); });
    if (!rebased)
        return rebased.error();
    if (const Status withdrawn = withdrawCodes(refused, executor, work); !withdrawn)
        return withdrawn.error();
    return settled;
}

Status putAside(const OutboxItem& item, const QByteArray& problem, commands::Executor& executor, store::UnitOfWork& work)
{
    store::OutboxWriter outbox(work);
    outbox.setState(item.deviceSequence, OutboxState::Rejected, problem);
    if (const Status rebased = rebase(executor, work, [](store::DeskRows&) { return domain::done(); }); !rebased)
        return rebased;
    work.restartDeviceSequence(outbox.takeOut(item.deviceSequence));
    return withdrawCodes({item}, executor, work);
}

Result<Applied> apply(const Page& last, bool anew, commands::Executor& executor, store::UnitOfWork& work)
{
    Applied applied;
    store::OutboxWriter outbox(work);
    const Status rebased = rebase(executor, work, [&](store::DeskRows& rows) -> Status {
        if (anew)
            rows.clear();
        store::FeedReader feed(work.reader());
        const Status written = eachPage(last, work, [&](const Page& page) -> Status {
            if (const Status same = checkColumns(page, feed); !same)
                return same;
            write(page, rows);
            confirm(page, outbox);
            return work.status();
        });
        if (!written)
            return written;
        const std::vector<store::DigestSums> sums = last.digests.empty() ? std::vector<store::DigestSums>() : rows.sums();
        for (const auto& [name, digest] : last.digests) {
            const int table = store::syncTableIndex({name.constData(), size_t(name.size())});
            if (table >= 0 && store::digestText(sums[size_t(table)]) != digest)
                applied.differing.push_back(name);
        }
        // A server that forgot what it had taken says which number it expects next; what a desk had taken is offered again.
        if (anew && last.expectedSequence)
            applied.takenAgain = offerAgain(last, outbox, work);
        return work.status();
    }, last.logSequence);
    if (!rebased)
        return rebased.error();
    if (anew || last.columns.contains(store::syncTableIndex("gates")) || last.columns.contains(store::syncTableIndex("zones")))
        commands::settleHearsay(work, commands::Hearsay::All);
    store::StagedPages(work).clear();
    outbox.forgetConfirmed(keptConfirmed);
    work.setDeskValue(QStringLiteral("server_epoch"), last.epoch);
    work.setDeskValue(QStringLiteral("cursor"), QString::number(last.to));
    work.setDeskValue(QStringLiteral("confirmed_sequence"), QString::number(last.logSequence));
    work.setDeskValue(QStringLiteral("scope"), last.scope);
    if (!last.sealKey.isEmpty())
        store::keepSealKey(work, last.sealKey);
    applied.isProven = applied.differing.empty() && last.provesAll;
    applied.isForgotten = !anew && last.expectedSequence && outbox.hasTaken(*last.expectedSequence);
    return applied;
}

void becomeDevice(store::UnitOfWork& work, domain::DeviceId device)
{
    store::OutboxWriter outbox(work);
    work.setDeskValue(QStringLiteral("device_id"), device.text());
    work.setDeskValue(QStringLiteral("server_epoch"), {}); // only everything there is tells what of the former name's is still there
    work.restartDeviceSequence(outbox.renumber());
}

} // namespace encore::sync
