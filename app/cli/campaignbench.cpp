// SPDX-License-Identifier: GPL-3.0-or-later
// How fast campaigns are: `encorectl bench campaigns [--pledges N]`. A tenth of the pledges stand in one campaign, which is closed at the end.
#include "bench.h"
#include "cli.h"

#include "commands/pledges/pledges.h"
#include "commands/projects/closeproject.h"
#include "commands/projects/projectqueries.h"
#include "commands/projects/projectstate.h"
#include "commands/schedule/duework.h"
#include "store/ledgerbook.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace encore::cli
{

using domain::Instant;
using domain::ProjectId;
using domain::Status;

namespace
{

constexpr Instant start{1'793'458'800'000}; // 2026-11-01T00:00:00+09:00
constexpr qint64 dayMs = 86'400'000;
constexpr Instant end{start.ms + 30 * dayMs};
constexpr int together = 200;

class CampaignBench
{
public:
    CampaignBench(Cli& cli, int pledges) : m_cli(cli), m_pledges(pledges), m_projects(std::max(10, pledges / 1'000)) { }

    [[nodiscard]] Status run()
    {
        if (const Status filled = fill(); !filled)
            return filled;
        ask();
        if (const Status placed = placeOneByOne(); !placed)
            return placed;
        if (const Status closed = close(); !closed)
            return closed;
        verify();
        print(m_cli, "campaigns", "peak_megabytes", double(peakMegabytes()));
        return m_desk.workspace->reader().status();
    }

private:
    [[nodiscard]] ProjectId project(int number) const
    {
        return domain::idForExternal<ProjectId>(m_desk.workspace->record().id, QStringLiteral("c%1").arg(number));
    }

    template<class C>
    void queue(const C& command, Instant at)
    {
        commands::CommandRequest request = commands::makeRequest(command, owner());
        request.occurredAt = at;
        m_waiting.push_back(request);
    }

    [[nodiscard]] Status flush()
    {
        std::vector<commands::Executor::Step> steps;
        for (const commands::CommandRequest& request : m_waiting) {
            steps.push_back([this, &request](store::UnitOfWork& work) -> Status {
                const auto outcome = m_desk.executor->apply(request, work);
                return outcome ? domain::done() : Status(outcome.error());
            });
        }
        for (const Status& status : m_desk.executor->runTogether(steps)) {
            if (!status)
                return status;
        }
        m_waiting.clear();
        return domain::done();
    }

    [[nodiscard]] Status fill()
    {
        store::WorkspaceRecord record;
        record.id = domain::WorkspaceId(domain::makeUuidV7(m_cli.clock().now(), m_cli.random()));
        record.name = QStringLiteral("Bench");
        record.currency = QStringLiteral("KRW");
        auto made = store::Workspace::create(m_folder.filePath(QStringLiteral("w.encore")), record, m_cli.clock(), m_cli.random());
        if (!made)
            return made.error();
        m_desk.workspace = std::move(made).value();
        m_desk.executor = std::make_unique<commands::Executor>(m_desk.workspace->reader(), QStringLiteral("bench"), m_cli.clock(), m_cli.random());
        QElapsedTimer timer;
        timer.start();
        for (int number = 0; number < m_projects; ++number) {
            if (const Status begun = begin(number); !begun)
                return begun;
        }
        for (int number = 0; number < m_pledges; ++number) {
            const bool isLarge = number % 10 == 0;
            place(number, isLarge ? 0 : 1 + number % (m_projects - 1), Instant{start.ms + qint64(number) * 29 * dayMs / m_pledges});
            if (int(m_waiting.size()) >= together) {
                if (const Status flushed = flush(); !flushed)
                    return flushed;
                m_cli.showProgress("bench.filling", number, m_pledges);
            }
        }
        const Status flushed = flush();
        m_cli.endProgress();
        print(m_cli, "campaigns", "pledges", m_pledges);
        print(m_cli, "campaigns", "projects", m_projects);
        print(m_cli, "campaigns", "batched_pledges_per_second", 1'000.0 * m_pledges / double(std::max<qint64>(1, timer.elapsed())));
        return flushed;
    }

    [[nodiscard]] Status begin(int number)
    {
        commands::CreateProject create;
        create.label = QStringLiteral("c%1").arg(number);
        create.author = QStringLiteral("hana");
        create.title = QStringLiteral("캠페인 %1").arg(number);
        create.goal = number == 0 ? 1'000 : 100'000'000;
        create.startsAt = start;
        create.endsAt = number == 0 ? end : Instant{end.ms + dayMs};
        create.payee = domain::idForExternal<domain::PersonId>(m_desk.workspace->record().id, QStringLiteral("hana"));
        create.payoutAccount = QStringLiteral("bank");
        create.donationsOnly = true;
        queue(create, start);
        queue(commands::SubmitProject{project(number)}, start);
        queue(commands::ApproveProject{project(number), QStringLiteral("bora")}, start);
        queue(commands::StartProject{project(number)}, start);
        return flush();
    }

    void place(int number, int campaign, Instant at)
    {
        commands::PlacePledge pledge;
        pledge.projectId = project(campaign);
        pledge.label = QStringLiteral("p%1").arg(number);
        pledge.backerName = QStringLiteral("후원자 %1").arg(number);
        pledge.backerEmail = QStringLiteral("b%1@example.org").arg(number % 900'000);
        pledge.extra = 1'000 + number % 50'000;
        queue(pledge, at);
        commands::RecordPledgePayment payment;
        payment.pledgeId = domain::idForExternal<domain::PledgeId>(m_desk.workspace->record().id, pledge.label);
        queue(payment, at);
    }

    void ask()
    {
        const commands::QueryContext context{m_desk.workspace->reader(), end, false};
        const auto timed = [&](const char* figure, int rounds, const auto& work) {
            std::vector<double> samples;
            for (int round = 0; round < rounds; ++round) {
                QElapsedTimer timer;
                timer.start();
                work(round);
                samples.push_back(double(timer.nsecsElapsed()) / 1e6);
            }
            printFigures(m_cli, "campaigns", figure, samples);
        };
        timed("list_ms", 20, [&](int) { (void)commands::Projects{}.ask(context); });
        timed("status_ms", 500, [&](int round) { (void)commands::Projects{project(round % m_projects)}.ask(context); });
        timed("pledge_page_ms", 50, [&](int) { (void)commands::Pledges{project(0), {}, {}, 100, 0, {}}.ask(context); });
        // As the table scrolls: behind the last row that it has.
        const auto deep = commands::Pledges{project(0), {}, {}, 1, m_pledges / 10 - 200, {}}.ask(context);
        const auto last = deep && !deep->empty() ? std::optional(deep->front().pledgeId) : std::nullopt;
        timed("deep_page_ms", 50, [&](int) { (void)commands::Pledges{project(0), {}, {}, 100, 0, last}.ask(context); });
        timed("filter_ms", 20, [&](int round) {
            (void)commands::Pledges{project(0), {}, QStringLiteral("b%1").arg(round * 10), 100, 0, {}}.ask(context);
        });
        timed("curve_ms", 50, [&](int) { (void)commands::FundingCurve{project(0)}.ask(context); });
    }

    [[nodiscard]] Status placeOneByOne()
    {
        std::vector<double> samples;
        for (int round = 0; round < 1'000; ++round) {
            place(m_pledges + round, 1 + round % (m_projects - 1), Instant{end.ms - 1});
            m_waiting.pop_back(); // the payment comes later
            QElapsedTimer timer;
            timer.start();
            if (const Status placed = flush(); !placed)
                return placed;
            samples.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        printFigures(m_cli, "campaigns", "place_pledge_with_commit_ms", samples);
        return domain::done();
    }

    [[nodiscard]] Status close()
    {
        QElapsedTimer timer;
        timer.start();
        const auto plan = commands::PlanClosing{project(0), {}, {}, {}, {}}.ask({m_desk.workspace->reader(), end, false});
        if (!plan)
            return plan.error();
        print(m_cli, "campaigns", "plan_seconds", double(timer.elapsed()) / 1'000);
        timer.restart();
        commands::DueReport report;
        const Status closed = commands::closeNow(*m_desk.executor, owner(), project(0), end, plan->front().planHash, report, [&](const commands::DueReport& so) {
            m_cli.showProgress("bench.closing", so.steps, m_pledges / 10 / commands::pledgesAStep);
            return true;
        });
        m_cli.endProgress();
        print(m_cli, "campaigns", "closed_pledges", double(plan->front().confirmed));
        print(m_cli, "campaigns", "close_seconds", double(timer.elapsed()) / 1'000);
        return closed;
    }

    void verify()
    {
        QElapsedTimer timer;
        timer.start();
        const store::LedgerReport report = store::LedgerReader(m_desk.workspace->reader()).verify();
        print(m_cli, "campaigns", "ledger_postings", double(report.postings));
        print(m_cli, "campaigns", "ledger_verify_seconds", double(timer.elapsed()) / 1'000);
        print(m_cli, "campaigns", "ledger_sound", report.isSound() ? 1 : 0);
    }

    Cli& m_cli;
    int m_pledges;
    int m_projects;
    QTemporaryDir m_folder;
    Desk m_desk;
    std::vector<commands::CommandRequest> m_waiting;
};

} // namespace

Status benchCampaigns(Cli& cli, int pledges)
{
    return CampaignBench(cli, pledges).run();
}

} // namespace encore::cli
