// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/bundle/bundlefiles.h"
#include "mailbox.h"
#include "store/workspace.h"
#include "ui/common/services.h"
#include "commands/workqueue.h"

#include <QElapsedTimer>
#include <QThread>

#include <atomic>

namespace encore::console
{

/// Imports and exports beside the writer, on connections of its own: staging a bundle holds no lock, so that scanning goes on until
/// the one moment in which everything is published.
class BundleThread final : public QThread, public ui::BundleService
{
    Q_OBJECT

public:
    BundleThread(const store::Workspace& workspace, QString deskName, const domain::Clock& clock, domain::RandomSource& random,
                 Mailbox& mailbox);
    ~BundleThread() override; ///< stops what runs
    Q_DISABLE_COPY_MOVE(BundleThread)

    void importFile(const QString& path, QObject* receiver, Progress progress, Answer answer) override;
    void importDemo(QObject* receiver, Progress progress, Answer answer) override;
    void exportFile(const QString& path, QObject* receiver, Progress progress, Answer answer) override;
    void cancel() override;

private:
    /// Told how far it is; false: stop.
    using Going = std::function<bool(qint64 done, qint64 total)>;
    using Result = domain::Result<domain::Message>;
    struct Job {
        std::function<Result(const Going&)> work;
        std::function<void(qint64 done, qint64 total)> progress; ///< called in this thread; posts to the receiver
        std::function<void(const Result&)> finished;
        quint64 number = 0;
    };
    using Import = std::function<domain::Result<commands::ImportedBundle>(commands::Executor&, const commands::ImportProgress&)>;
    void add(std::function<Result(const Going&)> work, QObject* receiver, Progress progress, Answer answer);
    [[nodiscard]] Result runImport(const Import& import, const Going& going) const;
    void run() override;

    const store::Workspace& m_workspace;
    QString m_deskName;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    Mailbox& m_mailbox;
    commands::WorkQueue<Job> m_queue;
    quint64 m_lastNumber = 0; ///< of the window's thread
    std::atomic<quint64> m_cancelledUpTo = 0;
};

} // namespace encore::console
