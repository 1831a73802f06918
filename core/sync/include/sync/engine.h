// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out what the planner decides: two lanes, what was done here going up and what changed there coming down. One thread; what
// takes time answers later.

#include "sync/deskstore.h"
#include "sync/planner.h"

#include <memory>
#include <set>

namespace encore::sync
{

/// Steps on the desk's file. One at a time, in the order asked for, each a transaction of its own.
class DeskWriter
{
public:
    DeskWriter() = default;
    virtual ~DeskWriter() = default;
    Q_DISABLE_COPY_MOVE(DeskWriter)

    using Step = std::function<domain::Status(commands::Executor&, store::UnitOfWork&)>;
    /// @p finished is called later, in the caller's thread, after the commit.
    virtual void write(Step step, std::function<void(const domain::Status&)> finished) = 0;
    /// What was deleted is not to be found in the file's bytes any more (store::wipeTraces).
    virtual void wipeTraces(std::function<void(const domain::Status&)> finished) = 0;
};

/// Time that only goes forward, whatever somebody does to the clock.
class Timers
{
public:
    Timers() = default;
    virtual ~Timers() = default;
    Q_DISABLE_COPY_MOVE(Timers)

    [[nodiscard]] virtual qint64 nowMs() const = 0;
    virtual void after(qint64 ms, std::function<void()> then) = 0; ///< in the caller's thread
};

/// How it stands, for people.
struct SyncState {
    Failure failure; ///< Trouble::None: it works
    bool isTakingAnew = false;
    store::OutboxCounts outbox;
    std::optional<domain::Instant> upToDateAt; ///< when everything the server had was here last
    std::optional<domain::Instant> provenAt; ///< when the digests were compared last and were equal
    std::vector<QByteArray> differing; ///< tables that were not
    /// How far this desk's clock is ahead of the server's, ms (behind: negative). Nothing is ordered by it; people want to know.
    std::optional<qint64> clockAheadMs;
    bool isCopied = false; ///< another program goes by this desk's name
    bool isWiping = false; ///< it was shut out, and is not done with forgetting
    qint64 revision = 0; ///< grows whenever rows here may have changed by what came from the server, or was taken back
};

class Engine
{
public:
    struct Parts {
        Transport& transport;
        DeskWriter& desk;
        Timers& timers;
        const domain::Clock& clock;
        domain::RandomSource& random;
    };
    /// @p token of the device.
    Engine(Parts parts, const Position& position, QByteArray token);
    ~Engine();
    Q_DISABLE_COPY_MOVE(Engine)

    void setPageRows(int rows) { m_pageRows = rows; } ///< that the server is asked for at a time
    void setLongPoll(int seconds) { m_planner.setLongPoll(seconds); }
    void start();
    void somethingWasDone(); ///< here: it goes up at once where it can
    void prove(); ///< compares everything this desk sees
    [[nodiscard]] const SyncState& state() const { return m_state; }
    /// Called whenever the state may have changed.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }
    /// Nothing waits here, and everything the server had when it was asked last is here.
    [[nodiscard]] bool isQuiet() const;

private:
    void push();
    void pushFile(const QByteArray& hash, const std::optional<QByteArray>& content);
    void fetchFiles();
    void fetched(const QByteArray& hash, const Response& response);
    void pushed(const std::vector<store::OutboxItem>& sent, const Response& response);
    void settleAll(const std::vector<store::OutboxItem>& sent, const std::vector<Answer>& answers);
    void putItAside(const store::OutboxItem& item, const QByteArray& problem);
    void giveBack(const Failure& failure);
    void pushEnds();
    void pull();
    void pullEnds();
    void pulled(const Response& response);
    void take(const Page& page, const QByteArray& text);
    void applyPage(const Page& page, Planner::Taking taking);
    void startAnew();
    void pullFailed(const Failure& failure);
    void wipe();
    void wiped(const domain::Status& status);
    void write(DeskWriter::Step step, std::function<void(const domain::Status&)> finished);
    struct LaneState {
        bool busy = false;
        quint64 round = 0; ///< of its request: an answer to one that was given up is not heard
    };
    void send(LaneState& state, const Request& request, std::function<void(const Response&)> answered);
    void compareClocks(qint64 sentAtMs, const Response& response);
    void again(Lane lane); ///< when it may
    void tell();
    void failed(Lane lane, const Failure& failure);

    Parts m_parts;
    Planner m_planner;
    QString m_scope;
    QByteArray m_token;
    SyncState m_state;
    std::function<void()> m_changed;
    std::shared_ptr<bool> m_alive; ///< false once this is gone: what answers then is not heard
    LaneState m_push;
    LaneState m_pull;
    LaneState m_files; ///< pictures come one by one beside the rows, which do not wait for them
    std::set<QByteArray> m_sentFiles; ///< that the server has, by their hash
    std::set<QByteArray> m_absentFiles; ///< that it does not have, or does not show
    quint64 m_pushRound = 0; ///< when the page was asked for; 0: something was on its way up
    int m_batch;
    int m_pageRows;
    bool m_isStarted = false;
    bool m_waitsForPush = false; ///< a question is put off until nothing is under way
    /// Nothing of the server's is here yet: what this desk had sent under a former name, and the server may have lost, goes first.
    bool m_knowsNothing;
    bool m_holdsPush; ///< nothing is sent until it is answered
    bool m_mayHaveMore = false; ///< something was done while the last was on its way
};

} // namespace encore::sync
