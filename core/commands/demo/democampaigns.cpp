// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/demo/democampaigns.h"

#include "commands/demo/simulatedcampaign.h"
#include "commands/fulfilment/fulfilment.h"
#include "commands/pledges/pledges.h"
#include "commands/projects/closeproject.h"
#include "commands/projects/projectstate.h"
#include "commands/rewards/rewards.h"
#include "commands/schedule/duework.h"
#include "demo/demopeople.h"

#include <algorithm>

namespace encore::commands
{

using domain::Instant;
using domain::ProjectId;
using domain::Result;
using domain::Status;

namespace
{

constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
constexpr size_t commandsTogether = 100;

struct DemoCampaign {
    const char* label;
    const char* title;
    const char* summary;
    const char* category;
    int elapsedPercent; ///< at the time of the demo; over 100: it ended; negative: a draft
    int goalPercent; ///< of what the simulation brings
};

constexpr DemoCampaign campaigns[] = {
    {"demo-spring", "봄밤 콘서트 Spring Night", "현악 사중주와 함께하는 두 시간. Two hours with a string quartet.", "classical", 60, 105},
    {"demo-first-album", "첫 정규 앨범 First Album", "데뷔 앨범 발매 공연. The release concert of a debut.", "indie", 130, 80},
    {"demo-jazz-cellar", "재즈 지하실 Jazz Cellar", "매주 다른 트리오. Another trio each week.", "jazz", 125, 160},
    {"demo-autumn", "가을 소리 Autumn Sound", "아직 쓰는 중입니다. Still being written.", "folk", -1, 100},
    {"demo-choir", "시민 합창단 City Choir", "백 명이 부르는 밤. A hundred voices.", "choral", 35, 120},
    {"demo-rock", "록 페스타 Rock Festa", "여섯 팀, 한 무대. Six bands, one stage.", "rock", 90, 95},
    {"demo-piano", "피아노 독주회 Piano Recital", "쇼팽과 윤이상. Chopin and Yun.", "classical", 180, 90},
    {"demo-hiphop", "힙합 사이퍼 Cypher", "동네 래퍼들. Rappers from around the corner.", "hiphop", 160, 150},
};

constexpr size_t download = 1;
constexpr size_t twoTickets = 3;
constexpr size_t patronSeat = 4;
constexpr const char* rewardTitles[] = {"응원 Cheer", "음원 Download", "관람권 Ticket", "관람권 2매 Two tickets", "후원자석 Patron seat"};

/// One command at one time. Ids follow from the workspace, the campaign and the place in its story, so that a seed gives the same.
struct Line {
    Instant at;
    CommandRequest request;
};

class Story
{
public:
    Story(const DemoCampaign& demo, quint64 seed, int pledges, Executor& executor, const Actor& actor, Instant now) :
        m_demo(demo), m_executor(executor), m_actor(actor), m_now(now), m_simulated(simulateCampaign(seed, pledges)),
        m_workspace(executor.reader().catalogue().workspaceId),
        m_project(domain::idForExternal<ProjectId>(m_workspace, QString::fromLatin1(demo.label)))
    {
        const qint64 length = m_simulated.days * dayMs;
        m_start = Instant{now.ms - length * std::max(0, demo.elapsedPercent) / 100};
        m_end = m_start.plusMs(length);
        m_seed = seed;
    }

    [[nodiscard]] Status tell()
    {
        prepare();
        if (m_demo.elapsedPercent >= 0)
            tellPledges();
        std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line& left, const Line& right) { return left.at < right.at; });
        if (const Status told = carryOut(); !told)
            return told;
        if (m_demo.elapsedPercent < 0 || m_end > m_now)
            return domain::done();
        return close();
    }

private:
    template<class C>
    void add(const C& command, Instant at)
    {
        CommandRequest request = makeRequest(command, m_actor);
        request.id = domain::CommandId(QUuid::createUuidV5(m_project.uuid(), "demo " + QByteArray::number(++m_number)));
        request.occurredAt = at;
        m_lines.push_back({at, request});
    }

    [[nodiscard]] QString labelled(const char* what, size_t number) const
    {
        return QString::fromLatin1(m_demo.label) + QLatin1StringView(what) + QString::number(number);
    }

    /// Something to download, something to send; tickets are named, but issued where a performance is chosen.
    [[nodiscard]] static std::optional<std::vector<domain::RewardItem>> itemsOf(size_t reward)
    {
        using Kind = domain::RewardItemKind;
        if (reward == download)
            return std::vector<domain::RewardItem>{{Kind::Digital, QStringLiteral("음원 Download"), 1, {}, {}, {}}};
        if (reward == twoTickets)
            return std::vector<domain::RewardItem>{{Kind::Merchandise, QStringLiteral("포스터 Poster"), 1, {}, {}, {}}};
        if (reward == patronSeat)
            return std::vector<domain::RewardItem>{{Kind::Merchandise, QStringLiteral("음반 LP"), 1, {}, {}, {}}, {Kind::Merchandise, QStringLiteral("포스터 Poster"), 2, {}, {}, {}}};
        return std::nullopt;
    }

    void prepare()
    {
        const Instant written = m_start.plusMs(-20 * dayMs);
        CreateProject project;
        project.label = QString::fromLatin1(m_demo.label);
        project.author = QStringLiteral("hana");
        project.title = QString::fromUtf8(m_demo.title);
        project.shortText = QString::fromUtf8(m_demo.summary);
        project.story = QString::fromUtf8(m_demo.summary) + QStringLiteral("\n\n## 무대 Stage\n\n- 오후 7시 시작 Doors at seven\n- 90분 90 minutes\n");
        project.category = QString::fromLatin1(m_demo.category);
        const std::vector<qint64> totals = m_simulated.totalsByDay();
        project.goal = std::max<qint64>(100'000, totals.back() * m_demo.goalPercent / 100 / 10'000 * 10'000);
        project.startsAt = m_start;
        project.endsAt = m_end;
        project.payee = domain::idForExternal<domain::PersonId>(m_workspace, QStringLiteral("hana"));
        project.payoutAccount = QStringLiteral("데모은행 123-456");
        project.budget = std::vector<domain::BudgetLine>{{QStringLiteral("대관료 Hall"), *project.goal / 2}, {QStringLiteral("음향 Sound"), *project.goal / 5}, {QStringLiteral("제작 Production"), *project.goal / 10}};
        add(project, written);
        for (size_t i = 0; i < std::size(rewardTitles); ++i) {
            AddReward reward;
            reward.projectId = m_project;
            reward.label = labelled("-reward-", i);
            reward.title = QString::fromUtf8(rewardTitles[i]);
            reward.price = simulatedPrices[i];
            reward.items = itemsOf(i);
            reward.needsAddress = i == twoTickets || i == patronSeat;
            add(reward, written);
        }
        if (m_demo.elapsedPercent < 0)
            return;
        add(SubmitProject{m_project}, written.plusMs(dayMs));
        add(ApproveProject{m_project, QStringLiteral("bora")}, written.plusMs(2 * dayMs));
        add(StartProject{m_project}, m_start);
    }

    void tellPledges()
    {
        DemoChance names(m_seed ^ 0x5eed);
        std::vector<DemoPerson> people;
        for (size_t number = 0; number < m_simulated.pledges.size(); ++number)
            people.push_back(makePerson(names, qint64(number)));
        size_t number = 0;
        for (const SimulatedPledge& simulated : m_simulated.pledges) {
            const Instant at = m_start.plusMs(simulated.atMs);
            if (at >= m_now)
                break;
            tellPledge(simulated, people[size_t(simulated.person) % people.size()], ++number, at);
        }
    }

    void tellPledge(const SimulatedPledge& simulated, const DemoPerson& person, size_t number, Instant at)
    {
        PlacePledge pledge;
        pledge.projectId = m_project;
        pledge.label = labelled("-", number);
        pledge.backerName = person.name;
        pledge.backerEmail = person.email;
        pledge.extra = simulated.extra;
        if (simulated.reward >= 0)
            pledge.rewards = {{domain::idForExternal<domain::RewardId>(m_workspace, labelled("-reward-", size_t(simulated.reward))), 1}};
        pledge.source = QString::fromLatin1(simulatedSources[simulated.source]);
        add(pledge, at);
        const auto id = domain::idForExternal<domain::PledgeId>(m_workspace, pledge.label);
        RecordPledgePayment payment;
        payment.pledgeId = id;
        payment.result = simulated.fate == SimulatedPledge::Fate::Declined ? PaymentResult::Failed : PaymentResult::Succeeded;
        payment.providerTransaction = QStringLiteral("demo-") + pledge.label;
        add(payment, at);
        const bool isSent = simulated.reward >= int(twoTickets) && payment.result == PaymentResult::Succeeded;
        if (isSent && number % 4 != 0) { // somebody always forgets
            SetDeliveryAddress address;
            address.pledgeId = id;
            address.address = {person.name, {}, QStringLiteral("세종대로 %1").arg(number), {}, QStringLiteral("서울"), {}, QStringLiteral("04524"), QStringLiteral("KR"), {}};
            add(address, at.plusMs(1));
        }
        const Instant later = m_start.plusMs(simulated.fateAtMs);
        if (later >= m_now || later >= m_end)
            return;
        if (simulated.fate == SimulatedPledge::Fate::Cancelled) {
            add(CancelPledge{id, QStringLiteral("changed their mind")}, later);
            add(RecordPledgeRefund{id, std::nullopt, true, {}}, later);
        } else if (simulated.fate == SimulatedPledge::Fate::Disputed) {
            add(RecordDispute{id, DisputeStage::Opened, QStringLiteral("not recognised")}, later);
        }
    }

    [[nodiscard]] Status carryOut()
    {
        for (size_t first = 0; first < m_lines.size(); first += commandsTogether) {
            std::vector<Executor::Step> steps;
            for (size_t i = first; i < std::min(first + commandsTogether, m_lines.size()); ++i) {
                steps.push_back([this, i](store::UnitOfWork& work) -> Status {
                    const auto outcome = m_executor.apply(m_lines[i].request, work);
                    return outcome ? domain::done() : Status(outcome.error());
                });
            }
            for (const Status& status : m_executor.runTogether(steps)) {
                if (!status)
                    return status;
            }
        }
        m_lines.clear();
        return domain::done();
    }

    [[nodiscard]] Status close()
    {
        store::CampaignReader reader(m_executor.reader());
        const auto project = reader.project(m_project);
        DueReport report;
        if (const Status closed = closeNow(m_executor, m_actor, m_project, m_end, planClosing(*project, reader).hash, report); !closed)
            return closed;
        // The invented provider pays everything back the next day.
        store::EffectReader effects(m_executor.reader());
        for (const store::Effect& effect : effects.due(m_end, 100'000)) {
            if (effect.project == m_project && effect.kind == store::EffectKind::Refund)
                add(RecordPledgeRefund{*effect.pledge, effect.id, true, {}}, m_end.plusMs(dayMs));
        }
        if (const auto closed = reader.project(m_project); closed && closed->state == domain::ProjectState::Funded)
            sendSome();
        return carryOut();
    }

    /// The recordings to everybody, and the first parcels.
    void sendSome()
    {
        PackingList list;
        list.projectId = m_project;
        list.limit = 1'000;
        const auto rows = list.ask({m_executor.reader(), m_now, false});
        int parcels = 0;
        for (const PackingRow& row : rows ? *rows : std::vector<PackingRow>()) {
            constexpr int firstParcels = 5;
            if (row.needsAddress && (!row.address || ++parcels > firstParcels))
                continue;
            DispatchItems dispatch;
            dispatch.pledgeId = row.pledgeId;
            if (row.needsAddress) {
                dispatch.carrier = QStringLiteral("우체국택배");
                dispatch.tracking = QStringLiteral("6892-%1").arg(10'000 + parcels);
            }
            add(dispatch, std::min(m_now, m_end.plusMs(3 * dayMs)));
        }
    }

    const DemoCampaign& m_demo;
    Executor& m_executor;
    const Actor& m_actor;
    Instant m_now;
    SimulatedCampaign m_simulated;
    domain::WorkspaceId m_workspace;
    ProjectId m_project;
    Instant m_start;
    Instant m_end;
    quint64 m_seed = 0;
    int m_number = 0;
    std::vector<Line> m_lines;
};

} // namespace

Result<int> runDemoCampaigns(quint64 seed, DemoScale scale, Executor& executor, const Actor& actor)
{
    const size_t count = scale == DemoScale::Small ? 4 : std::size(campaigns);
    const int pledges = scale == DemoScale::Small ? 80 : 400;
    const Instant now = executor.clock().now();
    const domain::WorkspaceId workspace = executor.reader().catalogue().workspaceId;
    int made = 0;
    for (size_t i = 0; i < count; ++i) {
        const auto id = domain::idForExternal<ProjectId>(workspace, QString::fromLatin1(campaigns[i].label));
        if (store::CampaignReader(executor.reader()).project(id))
            continue;
        if (const Status told = Story(campaigns[i], seed + i, pledges, executor, actor, now).tell(); !told)
            return told.error();
        ++made;
    }
    return made;
}

} // namespace encore::commands
