// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlethread.h"

#include <QFileInfo>

namespace encore::console
{

using domain::error;
using domain::ErrorCode;
using domain::message;

namespace
{

constexpr qint64 progressIntervalMs = 100;

} // namespace

BundleThread::BundleThread(const store::Workspace& workspace, QString deskName, const domain::Clock& clock,
                           domain::RandomSource& random, Mailbox& mailbox) :
    m_workspace(workspace), m_deskName(std::move(deskName)), m_clock(clock), m_random(random), m_mailbox(mailbox)
{
    start();
}

BundleThread::~BundleThread()
{
    cancel();
    m_queue.close();
    wait();
}

void BundleThread::cancel()
{
    m_cancelledUpTo = m_lastNumber;
}

void BundleThread::add(std::function<Result(const Going&)> work, QObject* receiver, Progress progress, Answer answer)
{
    const Mailbox::Delivery deliver = m_mailbox.deliveryTo(receiver);
    Job job;
    job.work = std::move(work);
    job.progress = [deliver, progress = std::move(progress)](qint64 done, qint64 total) {
        deliver([progress, done, total] { progress(done, total); });
    };
    job.finished = [deliver, answer = std::move(answer)](const Result& result) { deliver([answer, result] { answer(result); }); };
    job.number = ++m_lastNumber;
    m_queue.push(std::move(job));
}

void BundleThread::importFile(const QString& path, QObject* receiver, Progress progress, Answer answer)
{
    const Import import = [path](commands::Executor& executor, const commands::ImportProgress& going) {
        return commands::importBundleFile(path, executor, commands::owner(), going);
    };
    add([this, import](const Going& going) { return runImport(import, going); }, receiver, std::move(progress), std::move(answer));
}

void BundleThread::importDemo(QObject* receiver, Progress progress, Answer answer)
{
    const Import import = [](commands::Executor& executor, const commands::ImportProgress& going) {
        return commands::fillDemo(1, commands::DemoScale::Small, executor, commands::owner(), going);
    };
    add([this, import](const Going& going) { return runImport(import, going); }, receiver, std::move(progress), std::move(answer));
}

void BundleThread::exportFile(const QString& path, QObject* receiver, Progress progress, Answer answer)
{
    const auto work = [this, path](const Going& going) -> Result {
        const auto reader = m_workspace.openReader();
        if (!reader)
            return reader.error();
        if (const domain::Status exported = commands::exportBundleFile(**reader, path, going); !exported)
            return exported.error();
        return message("bundle.exported").with("file", path);
    };
    add(work, receiver, std::move(progress), std::move(answer));
}

BundleThread::Result BundleThread::runImport(const Import& import, const Going& going) const
{
    if (m_workspace.isReadOnly())
        return error(ErrorCode::ReadOnly, message("store.read_only_here").with("file", QFileInfo(m_workspace.path()).fileName()));
    const auto writer = m_workspace.openWriter();
    if (!writer)
        return writer.error();
    commands::Executor executor(**writer, m_deskName, m_clock, m_random);
    const auto imported = import(executor, going);
    if (!imported)
        return imported.error();
    return commands::wordsOf(imported->made);
}

void BundleThread::run()
{
    while (true) {
        const std::vector<Job> jobs = m_queue.take(1);
        if (jobs.empty())
            return;
        const Job& job = jobs.front();
        QElapsedTimer sinceTold;
        job.finished(job.work([&](qint64 done, qint64 total) {
            if (!sinceTold.isValid() || sinceTold.elapsed() >= progressIntervalMs) {
                job.progress(done, total);
                sinceTold.start();
            }
            return m_cancelledUpTo < job.number;
        }));
    }
}

} // namespace encore::console
