// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The threads of a workspace: one writes, others read beside it. A window and a server use the same.

#include "commands/executor.h"
#include "commands/query.h"
#include "commands/workqueue.h"
#include "store/workspace.h"

#include <atomic>
#include <thread>

namespace encore::commands
{

/// The one thread that writes a workspace. What arrives together shares one durable commit; answers go out after it.
class Writer
{
public:
    /// @p mostTogether: as many as may wait for one commit.
    Writer(const store::Workspace& workspace, QString deskName, const domain::Clock& clock, domain::RandomSource& random, size_t mostTogether);
    ~Writer() { finish(); }
    Q_DISABLE_COPY_MOVE(Writer)

    /// Does what was asked for and ends; what is asked from then on is never done.
    void finish();

    /// How often it has written: what was read while this stayed the same has not been changed by it. Counts before anybody is answered.
    [[nodiscard]] qint64 commits() const { return m_commits; }

    /// May be called twice, the first time in vain: when another step of the same commit failed.
    using Step = std::function<domain::Status(Executor&, store::UnitOfWork&)>;
    /// @p finished is called in the writer's thread, after the commit. Where another process writes the workspace, every step is refused.
    void push(Step step, std::function<void(const domain::Status&)> finished);
    /// The same in a transaction that it shares with nobody.
    void pushAlone(Step step, std::function<void(const domain::Status&)> finished);
    /// A step that makes something, and its answer with it.
    template<class T>
    void push(std::function<domain::Result<T>(Executor&, store::UnitOfWork&)> step, std::function<void(const domain::Result<T>&)> finished)
    {
        const auto made = std::make_shared<std::optional<domain::Result<T>>>();
        push(
            [step = std::move(step), made](Executor& executor, store::UnitOfWork& work) -> domain::Status {
                *made = step(executor, work);
                if (!(*made)->ok())
                    return (*made)->error();
                return domain::done();
            },
            [finished = std::move(finished), made](const domain::Status& status) {
                finished(status ? **made : domain::Result<T>(status.error()));
            });
    }

private:
    struct Work {
        Step step;
        std::function<void(const domain::Status&)> finished;
        bool isAlone = false;
    };
    void loop();
    void carryOut(const std::vector<Work>& together, Executor& executor);

    const store::Workspace& m_workspace;
    QString m_deskName;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    size_t m_mostTogether;
    std::atomic<qint64> m_commits = 0;
    WorkQueue<Work> m_queue;
    std::thread m_thread;
};

/// Threads that answer questions, each on a connection of its own.
class Readers
{
public:
    Readers(const store::Workspace& workspace, const domain::Clock& clock, int threads);
    ~Readers() { finish(); }
    Q_DISABLE_COPY_MOVE(Readers)

    void finish(); ///< answers what was asked and ends
    void push(std::function<void(const QueryContext&)> question) { m_queue.push(std::move(question)); }

private:
    void loop();

    const store::Workspace& m_workspace;
    const domain::Clock& m_clock;
    WorkQueue<std::function<void(const QueryContext&)>> m_queue;
    std::vector<std::thread> m_threads;
};

} // namespace encore::commands
