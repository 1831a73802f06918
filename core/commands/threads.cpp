// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/threads.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

Writer::Writer(const store::Workspace& workspace, QString deskName, const domain::Clock& clock, domain::RandomSource& random, size_t mostTogether) :
    m_workspace(workspace), m_deskName(std::move(deskName)), m_clock(clock), m_random(random), m_mostTogether(mostTogether), m_thread([this] { loop(); })
{
}

void Writer::finish()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

void Writer::push(Step step, std::function<void(const Status&)> finished)
{
    m_queue.push({std::move(step), std::move(finished), false});
}

void Writer::pushAlone(Step step, std::function<void(const Status&)> finished)
{
    m_queue.push({std::move(step), std::move(finished), true});
}

void Writer::carryOut(const std::vector<Work>& together, Executor& executor)
{
    std::vector<Executor::Step> steps;
    steps.reserve(together.size());
    for (const Work& work : together)
        steps.push_back([&executor, &work](store::UnitOfWork& unit) { return work.step(executor, unit); });
    const std::vector<Status> answers = executor.runTogether(steps);
    ++m_commits;
    for (size_t i = 0; i < together.size(); ++i)
        together[i].finished(answers[i]);
}

void Writer::loop()
{
    // A workspace that another process writes: everything that would write is refused with the reason, reading goes on.
    std::optional<domain::Error> refusal;
    std::unique_ptr<store::Reader> connection;
    if (m_workspace.isReadOnly()) {
        refusal = error(ErrorCode::ReadOnly, message("store.read_only_here").with("file", m_workspace.name()));
    } else if (Result<std::unique_ptr<store::Reader>> opened = m_workspace.openWriter(); opened) {
        connection = std::move(opened).value();
    } else {
        refusal = opened.error();
    }
    std::optional<Executor> executor;
    if (connection)
        executor.emplace(*connection, m_deskName, m_clock, m_random);
    while (true) {
        std::vector<Work> batch = m_queue.take(m_mostTogether);
        if (batch.empty())
            return;
        if (!executor) {
            for (const Work& work : batch)
                work.finished(*refusal);
            continue;
        }
        std::vector<Work> together;
        const auto flush = [&] {
            if (!together.empty())
                carryOut(together, *executor);
            together.clear();
        };
        for (Work& work : batch) {
            const bool isAlone = work.isAlone;
            if (isAlone)
                flush();
            together.push_back(std::move(work));
            if (isAlone)
                flush();
        }
        flush();
    }
}

Readers::Readers(const store::Workspace& workspace, const domain::Clock& clock, int threads) : m_workspace(workspace), m_clock(clock)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { loop(); });
}

void Readers::finish()
{
    m_queue.close();
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

void Readers::loop()
{
    const auto opened = m_workspace.openReader();
    if (!opened) {
        qWarning("%s", qUtf8Printable(domain::words(opened.error().message, domain::Language::English)));
        return;
    }
    store::Reader& reader = **opened;
    while (true) {
        const auto questions = m_queue.take(1);
        if (questions.empty())
            return;
        reader.database().forgetFailure();
        reader.forgetWhatOthersChanged();
        questions.front()({reader, m_clock.now(), m_workspace.isReadOnly()});
    }
}

} // namespace encore::commands
