// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine.h"

#include "files.h"
#include "store/deskrows.h"
#include "store/stagedpages.h"
#include "sync/sealedfile.h"

#include <QUrl>

#include <algorithm>

namespace encore::sync
{

using domain::message;
using domain::Result;
using domain::Status;
using store::OutboxItem;
using store::OutboxState;

namespace
{

constexpr int fullBatch = 100;
constexpr int fullPage = 2'000;
constexpr int requestTimeoutMs = 30'000;
constexpr int snapshotTimeoutMs = 60'000;
constexpr qint64 wipeAgainMs = 10'000;
constexpr qint64 watchdogMs = 15'000; // beyond a request's own time-out

QByteArray encoded(const QString& text)
{
    return QUrl::toPercentEncoding(text);
}

Request requestFor(const Planner::Pull& pull, const QByteArray& token, int pageRows, qint64 firstOpen)
{
    Request request;
    request.token = token;
    request.timeoutMs = pull.isSnapshot ? snapshotTimeoutMs : requestTimeoutMs + pull.waitSeconds * 1000;
    const QByteArray digest = pull.allDigests ? QByteArray("&digest=all") : QByteArray();
    if (pull.isSnapshot)
        request.path = "/api/v1/snapshot?limit=" + QByteArray::number(pageRows) + "&next=" + encoded(pull.next);
    else
        request.path = "/api/v1/changes?epoch=" + encoded(pull.epoch) + "&cursor=" + QByteArray::number(pull.cursor) + "&limit="
            + QByteArray::number(pageRows) + "&wait=" + QByteArray::number(pull.waitSeconds) + "&device_seq="
            + QByteArray::number(pull.allAcks ? 0 : firstOpen) + digest;
    return request;
}

bool isTakeAnew(const Response& response)
{
    return response.status == 409 && response.body.contains("sync.take_anew");
}

double fraction(domain::RandomSource& random)
{
    const QByteArray bytes = random.bytes(2);
    return double(quint8(bytes[0]) * 256 + quint8(bytes[1])) / 65536.0;
}

Failure here(const domain::Error& error)
{
    return {Trouble::ServerTrouble, error.message, 0};
}

} // namespace

Engine::Engine(Parts parts, const Position& position, QByteArray token) :
    m_parts(parts), m_planner(position.epoch, position.cursor), m_scope(position.scope), m_token(std::move(token)),
    m_alive(std::make_shared<bool>(true)), m_batch(fullBatch), m_pageRows(fullPage), m_knowsNothing(position.epoch.isEmpty()), m_holdsPush(m_knowsNothing)
{
}

Engine::~Engine()
{
    *m_alive = false;
    m_parts.transport.forgetAll();
}

void Engine::start()
{
    // What was on its way when the program ended may have arrived or not: asking again is how one finds out.
    m_isStarted = true;
    write(
        [](commands::Executor&, store::UnitOfWork& work) -> Status {
            store::OutboxWriter(work).requeueInFlight();
            store::StagedPages(work).clear();
            return work.status();
        },
        [this](const Status& status) {
            if (!status)
                failed(Lane::Push, here(status.error()));
            push();
            pull();
        });
}

void Engine::somethingWasDone()
{
    m_mayHaveMore = true;
    push();
}

void Engine::prove()
{
    m_planner.prove();
    pull();
}

bool Engine::isQuiet() const
{
    return m_state.failure.trouble == Trouble::None && m_state.outbox.waiting == 0 && m_state.outbox.acknowledged == 0 && !m_push.busy
        && !m_planner.isTakingAnew() && m_state.upToDateAt && !m_mayHaveMore && !m_files.busy;
}

void Engine::tell()
{
    m_state.failure = m_planner.trouble();
    if (m_state.failure.trouble == Trouble::Revoked)
        m_state.failure.reason = shutOutWords(m_state.outbox);
    m_state.isTakingAnew = m_planner.isTakingAnew();
    if (m_changed)
        m_changed();
}

void Engine::write(DeskWriter::Step step, std::function<void(const Status&)> finished)
{
    const auto counts = std::make_shared<store::OutboxCounts>();
    m_parts.desk.write(
        [step = std::move(step), counts](commands::Executor& executor, store::UnitOfWork& work) -> Status {
            if (const Status done = step(executor, work); !done)
                return done;
            *counts = store::OutboxReader(work.reader()).counts();
            return work.status();
        },
        [this, alive = m_alive, counts, finished = std::move(finished)](const Status& status) {
            if (!*alive)
                return;
            if (status)
                m_state.outbox = *counts;
            finished(status);
            tell();
        });
}

void Engine::send(LaneState& state, const Request& request, std::function<void(const Response&)> answered)
{
    const quint64 round = ++state.round;
    m_parts.transport.send(request, [this, alive = m_alive, &state, round, answered, sentAtMs = m_parts.timers.nowMs()](const Response& response) {
        if (!*alive || state.round != round)
            return;
        ++state.round;
        compareClocks(sentAtMs, response);
        answered(response);
    });
    // A laptop that slept, a transport that never answers: whatever it was, it begins anew.
    m_parts.timers.after(request.timeoutMs + watchdogMs, [alive = m_alive, &state, round, answered] {
        if (!*alive || state.round != round)
            return;
        ++state.round;
        answered({Response::Kind::TimedOut, 0, {}, {}, 0, {}});
    });
}

/// By whatever came back quickly: a question that the server kept says nothing about the way.
void Engine::compareClocks(qint64 sentAtMs, const Response& response)
{
    constexpr qint64 quickMs = 2'000;
    const qint64 way = m_parts.timers.nowMs() - sentAtMs;
    if (response.serverTimeMs > 0 && way < quickMs)
        m_state.clockAheadMs = m_parts.clock.now().ms - way / 2 - response.serverTimeMs;
}

void Engine::failed(Lane lane, const Failure& failure)
{
    m_planner.failed(lane, failure, m_parts.timers.nowMs(), fraction(m_parts.random));
    if (failure.trouble == Trouble::Revoked) {
        ++m_push.round; // whatever is still being said is not for this desk any more
        ++m_pull.round;
        ++m_files.round;
        wipe();
    }
    again(lane);
}

void Engine::again(Lane lane)
{
    const qint64 pause = std::max<qint64>(m_planner.notBefore(lane) - m_parts.timers.nowMs(), 0);
    m_parts.timers.after(pause, [this, alive = m_alive, lane] {
        if (!*alive)
            return;
        if (lane == Lane::Push)
            push();
        else
            pull();
    });
}

void Engine::push()
{
    if (!m_isStarted || m_push.busy || m_holdsPush || !m_planner.goesOn() || m_state.isCopied || m_parts.timers.nowMs() < m_planner.notBefore(Lane::Push))
        return;
    m_push.busy = true;
    m_mayHaveMore = false;
    const auto items = std::make_shared<std::vector<OutboxItem>>();
    const auto file = std::make_shared<std::optional<FileToSend>>();
    write(
        [items, file, limit = m_batch, sent = m_sentFiles](commands::Executor&, store::UnitOfWork& work) -> Status {
            *items = takeForSending(work, limit);
            *file = holdBackForFile(*items, sent, work);
            return work.status();
        },
        [this, items, file](const Status& status) {
            if (!status || items->empty()) {
                pushEnds();
                if (!status)
                    failed(Lane::Push, here(status.error()));
                else if (m_mayHaveMore)
                    push();
                return;
            }
            if (*file)
                return pushFile((*file)->hash, (*file)->content);
            Request request;
            request.method = "POST";
            request.path = "/api/v1/commands";
            request.body = commandsBody(*items);
            request.token = m_token;
            send(m_push, request, [this, items](const Response& response) { pushed(*items, response); });
        });
}

void Engine::pushEnds()
{
    m_push.busy = false;
    if (m_waitsForPush) {
        m_waitsForPush = false;
        pull();
    }
}

void Engine::giveBack(const Failure& failure)
{
    write(
        [](commands::Executor&, store::UnitOfWork& work) -> Status {
            store::OutboxWriter(work).requeueInFlight();
            return work.status();
        },
        [this, failure](const Status&) {
            pushEnds();
            failed(Lane::Push, failure);
        });
}

void Engine::pushed(const std::vector<OutboxItem>& sent, const Response& response)
{
    if (const auto failure = failureOf(response))
        return giveBack(*failure);
    if (response.status >= 400) {
        // Something in it is such that the server will have none of it. By itself it is found, and does not hold up the others.
        if (sent.size() > 1) {
            m_batch = 1;
            return giveBack({});
        }
        m_batch = fullBatch;
        return putItAside(sent.front(), response.body);
    }
    const Result<std::vector<Answer>> answers = parseAnswers(response.body);
    if (!answers)
        return giveBack({Trouble::Damaged, answers.error().message, 0});
    const auto first = std::find_if(answers->begin(), answers->end(), [&](const Answer& answer) { return answer.command == sent.front().id; });
    if (first != answers->end() && first->status == Answer::Status::TooEarly) {
        // It expects one from before everything that waits here: it has forgotten what it had taken, being restored from an older copy.
        if (!m_planner.isTakingAnew())
            startAnew();
        return giveBack({Trouble::ServerTrouble, message("sync.server_restored"), 0});
    }
    settleAll(sent, *answers);
}

void Engine::putItAside(const OutboxItem& item, const QByteArray& problem)
{
    write([item, problem](commands::Executor& executor, store::UnitOfWork& work) -> Status { return putAside(item, problem, executor, work); },
          [this](const Status& status) {
              if (!status)
                  return giveBack(here(status.error()));
              pushEnds();
              m_planner.worked(Lane::Push);
              ++m_state.revision;
              push();
          });
}

void Engine::settleAll(const std::vector<OutboxItem>& sent, const std::vector<Answer>& answers)
{
    const auto settled = std::make_shared<Settled>();
    write(
        [settled, sent, answers](commands::Executor& executor, store::UnitOfWork& work) -> Status {
            const Result<Settled> done = settle(sent, answers, executor, work);
            if (!done)
                return done.error();
            *settled = *done;
            return domain::done();
        },
        [this, settled](const Status& status) {
            if (!status)
                return giveBack(here(status.error()));
            pushEnds();
            m_planner.worked(Lane::Push);
            m_state.isCopied = m_state.isCopied || settled->numberUsed;
            m_state.revision += settled->rejected + settled->conflicts;
            push(); // until nothing waits
        });
}

void Engine::pull()
{
    if (!m_isStarted || m_pull.busy || !m_planner.goesOn() || m_parts.timers.nowMs() < m_planner.notBefore(Lane::Pull))
        return;
    const Planner::Pull asked = m_planner.nextPull();
    // Such a page says which number the server expects next, and what the desk does by that holds only while nothing else is under way.
    const bool needsCalm = m_planner.isTakingAnew() && !asked.isSnapshot;
    m_waitsForPush = needsCalm && m_push.busy;
    if (m_waitsForPush)
        return;
    m_holdsPush = needsCalm || m_knowsNothing;
    m_pull.busy = true;
    m_pushRound = m_push.busy ? 0 : m_push.round;
    send(m_pull, requestFor(asked, m_token, m_pageRows, m_state.outbox.firstOpen), [this](const Response& response) { pulled(response); });
}

void Engine::pullEnds()
{
    m_pull.busy = false;
    if (m_holdsPush && !m_knowsNothing) {
        m_holdsPush = false;
        push();
    }
}

void Engine::pullFailed(const Failure& failure)
{
    pullEnds();
    failed(Lane::Pull, failure);
    tell();
}

void Engine::startAnew()
{
    m_planner.startAnew();
    m_sentFiles.clear(); // a server that was restored may have lost them
    m_absentFiles.clear();
    ++m_pull.round; // whatever is being asked is of no use any more
    m_pull.busy = true;
    write(
        [](commands::Executor&, store::UnitOfWork& work) -> Status {
            store::StagedPages(work).clear();
            return work.status();
        },
        [this](const Status& status) {
            pullEnds();
            if (!status)
                return failed(Lane::Pull, here(status.error()));
            pull();
        });
}

void Engine::pulled(const Response& response)
{
    if (isTakeAnew(response))
        return startAnew();
    if (const auto failure = failureOf(response))
        return pullFailed(*failure);
    if (response.status >= 400)
        return pullFailed({Trouble::ServerTrouble, message("sync.server_trouble").with("reason", response.status), 0});
    // A snapshot is put away page by page, and read when all of it is here.
    const Result<Page> page = parsePage(response.body, m_planner.nextPull().isSnapshot ? PageRows::Leave : PageRows::Take);
    if (!page) {
        const bool isOutdated = page.error().code == domain::ErrorCode::NewerSchema;
        return pullFailed({isOutdated ? Trouble::Outdated : Trouble::Damaged, page.error().message, 0});
    }
    take(*page, response.body);
}

void Engine::take(const Page& page, const QByteArray& text)
{
    // Rights that were narrowed or widened: what this desk may see is another set of rows.
    if (!m_planner.isTakingAnew() && !m_scope.isEmpty() && page.scope != m_scope)
        return startAnew();
    const Planner::Taking taking = m_planner.take(page);
    if (taking == Planner::Taking::Drop)
        return pullFailed({Trouble::Damaged, message("sync.damaged").with("what", QStringLiteral("cursor")), 0});
    if (taking != Planner::Taking::Stage)
        return applyPage(page, taking);
    write(
        [text](commands::Executor&, store::UnitOfWork& work) -> Status {
            store::StagedPages(work).add(text);
            return work.status();
        },
        [this, page](const Status& status) {
            if (!status)
                return pullFailed(here(status.error()));
            m_planner.settled(Planner::Taking::Stage, page);
            m_planner.worked(Lane::Pull);
            pullEnds();
            pull();
        });
}

void Engine::applyPage(const Page& page, Planner::Taking taking)
{
    const auto applied = std::make_shared<Applied>();
    const bool isCalm = !m_push.busy && m_push.round == m_pushRound; // nothing has gone up since the page was asked for
    write(
        [applied, page, anew = taking == Planner::Taking::ApplyAnew](commands::Executor& executor, store::UnitOfWork& work) -> Status {
            const Result<Applied> done = apply(page, anew, executor, work);
            if (!done)
                return done.error();
            *applied = *done;
            return domain::done();
        },
        [this, page, taking, applied, isCalm](const Status& status) {
            if (!status)
                return pullFailed(here(status.error()));
            if (taking == Planner::Taking::ApplyAnew || page.to != m_planner.cursor())
                ++m_state.revision;
            m_planner.settled(taking, page);
            m_planner.worked(Lane::Pull);
            m_knowsNothing = false;
            pullEnds();
            m_scope = page.scope;
            m_state.upToDateAt = m_parts.clock.now();
            m_state.differing = applied->differing;
            if (applied->isProven)
                m_state.provenAt = m_state.upToDateAt;
            // A server that was restored may have all rows that are confirmed here, and yet have forgotten what it has only acknowledged.
            // Once in a while only: a server that never counts must not be asked for everything without end.
            const bool isForgotten = applied->isForgotten && isCalm;
            if ((isForgotten || !applied->differing.empty()) && m_planner.differs(m_parts.timers.nowMs()))
                return startAnew();
            if (applied->takenAgain > 0)
                push();
            pull();
            fetchFiles();
        });
}

/// What was done here and is not known to be at the house is sealed for it first; then this desk knows nobody any more.
void Engine::wipe()
{
    m_state.isWiping = true;
    write(
        [](commands::Executor&, store::UnitOfWork& work) -> Status {
            if (const Status sealed = sealOutbox(work); !sealed)
                return sealed;
            store::DeskRows rows(work);
            rows.begin();
            rows.forgetEverything();
            rows.refreshSearch();
            rows.finish();
            work.setDeskValue(QStringLiteral("server_epoch"), {});
            return work.status();
        },
        [this](const Status& status) {
            ++m_state.revision;
            if (!status)
                return wiped(status);
            m_parts.desk.wipeTraces([this, alive = m_alive](const Status& done) {
                if (!*alive)
                    return;
                wiped(done);
                tell();
            });
        });
}

void Engine::wiped(const Status& status)
{
    m_state.isWiping = false;
    if (!status) // a full disk, for instance
        m_parts.timers.after(wipeAgainMs, [this, alive = m_alive] {
            if (*alive)
                wipe();
        });
}

} // namespace encore::sync
