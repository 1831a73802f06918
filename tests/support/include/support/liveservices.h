// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Services for screens on a real workspace: commands and queries are carried out at once, and answered later on the same thread, as the
// console does it.

#include "support/desk.h"
#include "support/fakeservices.h"

#include <QCoreApplication>
#include <QSettings>

namespace encore::tests
{

class LiveCommandRunner final : public commands::CommandRunner
{
public:
    explicit LiveCommandRunner(support::TestDesk& desk) : m_desk(desk) { }
    void run(const commands::CommandRequest& request, QObject* receiver, Answer answer) override
    {
        const auto outcome = m_desk.executor->run(request);
        QMetaObject::invokeMethod(receiver, [answer = std::move(answer), outcome] { answer(outcome); }, Qt::QueuedConnection);
    }

private:
    support::TestDesk& m_desk;
};

class LiveQueryRunner final : public commands::QueryRunner
{
public:
    explicit LiveQueryRunner(support::TestDesk& desk) : m_desk(desk) { }

protected:
    void runOnReader(Work work, QObject* receiver, Delivery deliver) override
    {
        const auto rows = work({m_desk.reader(), m_desk.clock.now(), false});
        QMetaObject::invokeMethod(receiver, [deliver = std::move(deliver), rows] { deliver(rows); }, Qt::QueuedConnection);
    }

private:
    support::TestDesk& m_desk;
};

struct LiveServices {
    explicit LiveServices(support::TestDesk& desk) : commandRunner(desk), queryRunner(desk), settings(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat)
    {
        services = {&commandRunner, &queryRunner, &door, &pin, &bundles, &desk.clock, &settings, &papers};
    }

    QTemporaryDir folder;
    LiveCommandRunner commandRunner;
    LiveQueryRunner queryRunner;
    support::FakeDoorService door;
    support::FakePinService pin;
    support::FakeBundleService bundles;
    support::FakePaperService papers;
    QSettings settings;
    ui::Services services;
};

/// Lets everything that was asked for be answered, and what follows from the answers.
inline void settle()
{
    for (int turn = 0; turn < 30; ++turn)
        QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace encore::tests
