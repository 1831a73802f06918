// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An evening at a door for the tests of its screen: two gates, a handful of guests, and a source that says what was scanned.

#include "commands/door/doorqueries.h"
#include "support/fakes.h"
#include "support/fakeservices.h"
#include "ui/common/theme.h"
#include "ui/door/doorpage.h"
#include "ui/door/scansource.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace encore::tests
{

inline QUuid uuid(const QByteArray& name)
{
    return QUuid::createUuidV5(QUuid(), name);
}

class FakeSource final : public ui::ScanSource
{
public:
    using ScanSource::ScanSource;
    [[nodiscard]] QString label() const override { return QStringLiteral("Handheld"); }
    [[nodiscard]] bool isActive() const override { return m_active; }
    void start() override { m_active = true; }
    void stop() override { m_active = false; }
    void scan(const char* code, const char* origin = "keyboard", int number = 0, int count = 1)
    {
        Q_EMIT scanned({QString::fromLatin1(code), QString::fromLatin1(origin), QStringLiteral("tickets.pdf"), number, count});
    }
    void fail(const domain::Message& message) { Q_EMIT failed(message); }

private:
    bool m_active = false;
};

/// 2026-11-20 19:02:11 in Seoul
inline constexpr domain::Instant doorTime{1795168931000};

inline door::Verdict admitted(const char* holder, const char* seat)
{
    door::Verdict verdict;
    verdict.kind = door::VerdictKind::Admitted;
    verdict.ticketId = domain::TicketId(uuid(holder));
    verdict.ticketLabel = QStringLiteral("T-1042");
    verdict.orderLabel = QStringLiteral("VH3D3");
    verdict.holder = QString::fromUtf8(holder);
    verdict.productName = QStringLiteral("Standing, early bird");
    verdict.performanceTitle = QStringLiteral("Autumn Evening Tour");
    verdict.seat = QString::fromUtf8(seat);
    verdict.gateName = QStringLiteral("Main entrance");
    verdict.at = doorTime;
    verdict.scanId = domain::ScanId(uuid(QByteArray(holder).append("/scan")));
    return verdict;
}

inline door::Verdict refused(const char* holder, door::Reason reason, const domain::Message& why)
{
    door::Verdict verdict = admitted(holder, "C 12");
    verdict.kind = door::VerdictKind::Refused;
    verdict.reason = reason;
    verdict.explanation = why;
    return verdict;
}

/// A message whose id the table of words does not have is shown as it stands.
inline domain::Message why(const char* text)
{
    return {QByteArray(text), {}};
}

class DoorScene
{
public:
    DoorScene()
        : settings(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat)
    {
        services = {&commandRunner, &queries, &doorService, &pin, &bundles, &clock, &settings, nullptr, nullptr, &sync, &peopleService};
        addPlaces();
        addGuests();
        addReports();
        doorService.decide = [this](const commands::ScanInput& input) { return answerTo(input); };
    }

    void open(bool gateChosen = true)
    {
        if (gateChosen)
            settings.setValue(QStringLiteral("door/gate"), domain::GateId(uuid("main")).text());
        devices.others = {&source};
        page = std::make_unique<ui::DoorPage>(services, theme, devices);
    }

    template<class Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        auto* widget = page->findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }

    domain::Result<door::Verdict> answerTo(const commands::ScanInput& input) const
    {
        if (input.code == QStringLiteral("BROKEN"))
            return domain::error(domain::ErrorCode::Unavailable, why("the disk is full"));
        const QString key = input.ticketId ? QStringLiteral("GO") : input.code;
        const auto found = verdicts.find(key);
        door::Verdict verdict = found == verdicts.end()
            ? refused("", door::Reason::Unknown, why("This code belongs to no ticket of this evening."))
            : found->second;
        if (found == verdicts.end()) {
            verdict.ticketId.reset();
            verdict.ticketLabel.clear();
            verdict.productName.clear();
            verdict.performanceTitle.clear();
            verdict.orderLabel.clear();
            verdict.seat.clear();
        }
        const bool settled = (verdict.reason == door::Reason::Unpaid && input.allowUnpaid)
            || (verdict.reason == door::Reason::Full && input.overrideFull)
            || (verdict.reason == door::Reason::Questions && !input.answers.empty());
        if (settled) {
            verdict.kind = door::VerdictKind::Admitted;
            verdict.reason.reset();
            verdict.explanation = {};
        }
        if (input.lookOnly)
            verdict.scanId.reset();
        verdict.direction = input.direction;
        return verdict;
    }

    QTemporaryDir folder;
    QSettings settings;
    support::FakeClock clock{doorTime};
    support::FakeDoorService doorService;
    support::FakeQueryRunner queries;
    support::FakeCommandRunner commandRunner;
    support::FakePinService pin{QStringLiteral("2468")};
    support::FakeBundleService bundles;
    support::FakeSyncService sync;
    support::FakePeopleService peopleService;
    ui::Services services;
    ui::Theme theme;
    FakeSource source;
    ui::DoorDevices devices;
    std::map<QString, door::Verdict> verdicts;
    std::unique_ptr<ui::DoorPage> page;

private:
    void addPlaces()
    {
        commands::DoorGates::Row main;
        main.id = domain::GateId(uuid("main"));
        main.label = QStringLiteral("L1");
        main.name = QStringLiteral("Main entrance");
        main.zoneName = QStringLiteral("Hall");
        main.performanceTitles = QStringLiteral("Autumn Evening Tour");
        commands::DoorGates::Row side = main;
        side.id = domain::GateId(uuid("side"));
        side.label = QStringLiteral("L2");
        side.name = QStringLiteral("Side entrance");
        queries.setRows<commands::DoorGates>({main, side});
        queries.setRows<commands::WorkspaceInfo>(
            {{QStringLiteral("Autumn"), QStringLiteral("KRW"), QStringLiteral("Asia/Seoul"), 480, 1, 2, false}});
        queries.setRows<commands::DoorPerformances>({{domain::PerformanceId(uuid("autumn")), QStringLiteral("P1"),
                                                      QStringLiteral("Autumn Evening Tour"), doorTime.plusMs(3'600'000),
                                                      QStringLiteral("Asia/Seoul")},
                                                     {domain::PerformanceId(uuid("matinee")), QStringLiteral("P2"),
                                                      QStringLiteral("Autumn Matinée"), doorTime.plusMs(90'000'000),
                                                      QStringLiteral("Asia/Seoul")}});
        using State = commands::DoorReadiness::State;
        queries.setRows<commands::DoorReadiness>(
            {{QStringLiteral("tickets"), State::Ready, why("480 tickets are ready offline")},
             {QStringLiteral("clock"), State::Attention, why("the clock was set by hand; check it")}});
        commands::DoorQuestions::Row shirt;
        shirt.id = domain::QuestionId(uuid("shirt"));
        shirt.label = QStringLiteral("shirt");
        shirt.text = QStringLiteral("Which T-shirt size?");
        shirt.kind = domain::QuestionKind::Choice;
        shirt.required = true;
        shirt.options = {{QStringLiteral("s"), QStringLiteral("Small")}, {QStringLiteral("m"), QStringLiteral("Medium")}};
        commands::DoorQuestions::Row phone;
        phone.id = domain::QuestionId(uuid("phone"));
        phone.label = QStringLiteral("phone");
        phone.text = QStringLiteral("Phone number for the cloakroom");
        phone.kind = domain::QuestionKind::Phone;
        queries.setRows<commands::DoorQuestions>({shirt, phone});
    }

    void addGuests()
    {
        using door::Reason;
        verdicts[QStringLiteral("GO")] = admitted("김민지", "B 7");
        verdicts[QStringLiteral("NEXT")] = admitted("Olivia Park", "B 8");
        verdicts[QStringLiteral("LOOK TWICE")] = admitted("Maximilian Featherstonehaugh-Cholmondeley", "Balcony left, row 22, seat 118");
        verdicts[QStringLiteral("LOOK TWICE")].attention = true;
        verdicts[QStringLiteral("LOOK TWICE")].ageRating = 15;
        verdicts[QStringLiteral("UNLISTED")] = admitted("", "A 3");
        verdicts[QStringLiteral("UNLISTED")].listed = false;
        verdicts[QStringLiteral("GROUP")] = admitted("한강 소년 소녀 합창단", "");
        verdicts[QStringLiteral("GROUP")].group = door::GroupCount{3, 28};
        verdicts[QStringLiteral("ASK")] = refused("이서준", Reason::Questions, why("A question has to be answered first."));
        verdicts[QStringLiteral("ASK")].openQuestions = {domain::QuestionId(uuid("shirt")), domain::QuestionId(uuid("phone"))};
        verdicts[QStringLiteral("ASK")].openQuestionLabels = {QStringLiteral("shirt"), QStringLiteral("phone")};
        verdicts[QStringLiteral("UNPAID")] = refused("Jisoo Han", Reason::Unpaid, why("The order is not paid yet."));
        verdicts[QStringLiteral("UNPAID")].mayAdmitUnpaid = true;
        verdicts[QStringLiteral("FULL")] = refused("Daniel Kwon", Reason::Full, why("Hall is full: 500 of 500."));
        verdicts[QStringLiteral("FULL")].mayOverrideFull = true;
        verdicts[QStringLiteral("WRONG GATE")] = refused("박지훈", Reason::WrongGate, why("This ticket is for the side entrance."));
        verdicts[QStringLiteral("REVOKED")] = refused("최유나", Reason::Revoked, why("This ticket was issued again; the new one is valid."));
        verdicts[QStringLiteral("ALREADY")]
            = refused("정하늘", Reason::AlreadyAdmitted, why("Already admitted at 19:00:05, Gate B, by Desk 3."));
        verdicts[QStringLiteral("ALREADY")].firstAdmittedAt = doorTime.plusMs(-126'000);
        verdicts[QStringLiteral("ALREADY")].firstGateLabel = QStringLiteral("Gate B");
        std::vector<commands::FindTickets::Row> people;
        for (const char* name : {"김민지", "김민준", "Kim Taylor"}) {
            commands::FindTickets::Row row;
            row.ticketId = domain::TicketId(uuid(name));
            row.ticketLabel = QStringLiteral("T-10%1").arg(people.size());
            row.orderLabel = QStringLiteral("VH3D%1").arg(people.size());
            row.holder = QString::fromUtf8(name);
            row.productName = QStringLiteral("Standing");
            row.performanceTitle = QStringLiteral("Autumn Evening Tour");
            row.seat = QStringLiteral("B %1").arg(7 + people.size());
            row.status = QStringLiteral("valid");
            row.inside = people.size() == 1;
            if (row.inside)
                row.lastEntryAt = doorTime.plusMs(-600'000);
            people.push_back(row);
        }
        queries.setAnswer<commands::FindTickets>([people](const commands::FindTickets& query) {
            std::vector<commands::FindTickets::Row> found;
            for (const auto& row : people) {
                if (row.holder.startsWith(query.text) || row.ticketLabel == query.text)
                    found.push_back(row);
            }
            return domain::Result<std::vector<commands::FindTickets::Row>>(found);
        });
    }

    void addReports()
    {
        commands::DoorStatus::Row status;
        status.gateId = domain::GateId(uuid("main"));
        status.gateName = QStringLiteral("Main entrance");
        status.entries = 331;
        status.exits = 19;
        status.insideByGate = 312;
        status.zoneName = QStringLiteral("Hall");
        status.zoneInside = 412;
        status.zoneCapacity = 500;
        status.refused = 7;
        status.unlisted = 2;
        commands::DoorStatus::Row side = status;
        side.gateId = domain::GateId(uuid("side"));
        side.gateName = QStringLiteral("Side entrance");
        side.entries = 100;
        side.insideByGate = 100;
        queries.setAnswer<commands::DoorStatus>([status, side](const commands::DoorStatus& query) {
            using Rows = std::vector<commands::DoorStatus::Row>;
            return domain::Result<Rows>(query.gateId ? Rows{status} : Rows{status, side});
        });
        std::vector<commands::Arrivals::Row> minutes;
        const int counts[] = {1, 3, 4, 9, 14, 12, 19, 23, 21, 17, 18, 13, 9, 11, 6, 4, 5, 2};
        for (const int count : counts)
            minutes.push_back({doorTime.plusMs(-18 * 60'000 - 11'000 + 60'000 * qint64(minutes.size())), count});
        queries.setRows<commands::Arrivals>(minutes);
        std::vector<commands::RecentScans::Row> failures;
        const char* reasons[] = {"unknown", "already_admitted", "wrong_gate", "unpaid"};
        for (const char* reason : reasons) {
            commands::RecentScans::Row scan;
            scan.scanId = domain::ScanId(uuid(reason));
            scan.at = doorTime.plusMs(-60'000 * qint64(failures.size() + 1));
            scan.gateName = QStringLiteral("Main entrance");
            scan.verdict = QStringLiteral("refused");
            scan.reason = QLatin1String(reason);
            scan.holder = failures.empty() ? QString() : QStringLiteral("Olivia Park");
            scan.productName = QStringLiteral("Standing");
            scan.device = QStringLiteral("Desk 1");
            failures.push_back(scan);
        }
        queries.setAnswer<commands::RecentScans>([failures](const commands::RecentScans& query) {
            using Rows = std::vector<commands::RecentScans::Row>;
            return domain::Result<Rows>(query.refusedOnly ? failures : Rows{});
        });
        std::vector<commands::DoorList::Row> list;
        for (int number = 1; number <= 70; ++number) {
            commands::DoorList::Row row;
            row.ticketId = domain::TicketId(uuid(QByteArray::number(number)));
            row.ticketLabel = QStringLiteral("T-%1").arg(number);
            row.holder = QStringLiteral("Guest %1").arg(number, 3, 10, QLatin1Char('0'));
            row.orderLabel = QStringLiteral("ORD%1").arg(number / 2);
            row.productName = QStringLiteral("Standing");
            row.seat = QStringLiteral("B %1").arg(number);
            row.unpaid = number % 9 == 0;
            row.inside = number % 5 == 0;
            list.push_back(row);
        }
        queries.setRows<commands::DoorList>(list);
    }
};

} // namespace encore::tests
