// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/codec/json.h"
#include "commands/projects/closeproject.h"
#include "payment/clockwork.h"
#include "store/campaigns.h"
#include "store/effects.h"
#include "store/ledgerbook.h"
#include "support/desk.h"

#include <QTest>

namespace encore::tests
{

/// A desk on which campaigns are run from 2026-11-01 to 2026-12-01, midnight in Seoul, as JSON like anybody outside would send it.
class CampaignDesk : public support::TestDesk
{
public:
    static constexpr domain::Instant start{1'793'458'800'000}; // 2026-11-01T00:00:00+09:00
    static constexpr domain::Instant end{1'796'050'800'000}; // 2026-12-01T00:00:00+09:00

    /// The refusal's message id, or nothing where it was done.
    QByteArray give(const char* name, const QByteArray& arguments, domain::Instant at)
    {
        commands::CommandRequest request;
        request.name = name;
        request.arguments = arguments;
        request.occurredAt = at;
        request.actor = owner;
        request.baseVersion = baseVersion;
        last = executor->run(request);
        return last->ok() ? QByteArray() : last->error().message.id;
    }
    QByteArray give(const char* name, const QByteArray& arguments) { return give(name, arguments, start.plusMs(1)); }

    template<class Id>
    [[nodiscard]] Id id(const char* label) const
    {
        return domain::idForExternal<Id>(workspace->record().id, QString::fromLatin1(label));
    }
    [[nodiscard]] domain::Project project(const char* label) { return *store::CampaignReader(reader()).project(id<domain::ProjectId>(label)); }
    [[nodiscard]] domain::Pledge pledge(const QByteArray& label) { return *store::CampaignReader(reader()).pledge(id<domain::PledgeId>(label.constData())); }
    [[nodiscard]] store::ProjectTotals totals(const char* label) { return store::CampaignReader(reader()).totals(id<domain::ProjectId>(label)); }
    [[nodiscard]] qint64 balance(const domain::Account& account) { return store::LedgerReader(reader()).balance(account, domain::Currency::krw()); }
    [[nodiscard]] qint64 escrow(const char* label) { return balance(domain::Account::escrow(id<domain::ProjectId>(label))); }
    [[nodiscard]] qint64 payable(const char* payee) { return -balance(domain::Account::payable(id<domain::PersonId>(payee))); }

    /// A draft with everything that the review asks for; @p more replaces or adds members.
    void draft(const QByteArray& label, const QByteArray& more = {})
    {
        const QByteArray arguments = "{\"label\":\"" + label + "\",\"author\":\"hana\",\"title\":\"봄 공연\",\"starts_at\":\"2026-11-01T00:00:00+09:00\","
            "\"ends_at\":\"2026-12-01T00:00:00+09:00\",\"payee\":\"hana\",\"payout_account\":\"bank 1\",\"donations_only\":true"
            + (more.contains("\"goal\"") ? QByteArray() : QByteArray(",\"goal\":1000000")) + (more.isEmpty() ? QByteArray() : "," + more) + "}";
        QCOMPARE(give("CreateProject", arguments, start.plusMs(-1'000'000)), QByteArray());
    }
    void goLive(const QByteArray& label, const QByteArray& more = {})
    {
        draft(label, more);
        const QByteArray which = "{\"project_id\":\"" + label + "\"}";
        QCOMPARE(give("SubmitProject", which, start.plusMs(-900'000)), QByteArray());
        QCOMPARE(give("ApproveProject", which, start.plusMs(-800'000)), QByteArray());
        QCOMPARE(give("StartProject", which, start), QByteArray());
    }
    void pledgeTo(const QByteArray& project, const QByteArray& label, qint64 amount, const QByteArray& more = {})
    {
        QCOMPARE(give("PlacePledge", "{\"project_id\":\"" + project + "\",\"label\":\"" + label + "\",\"backer_email\":\"" + label + "@example.org\",\"extra\":"
                          + QByteArray::number(amount) + (more.isEmpty() ? QByteArray() : "," + more) + "}"),
                 QByteArray());
    }
    void paidPledge(const QByteArray& project, const QByteArray& label, qint64 amount, const QByteArray& more = {})
    {
        pledgeTo(project, label, amount, more);
        QCOMPARE(give("RecordPledgePayment", "{\"pledge_id\":\"" + label + "\",\"result\":\"succeeded\"}"), QByteArray());
    }

    commands::DueReport due(domain::Instant now, const std::function<bool(const commands::DueReport&)>& mayGoOn = {})
    {
        const auto report = commands::runDueWork(*executor, owner, now, mayGoOn);
        return report ? *report : commands::DueReport{};
    }
    payment::WorkDone work(domain::Instant now)
    {
        const auto done = payment::standaloneWorker().run(*executor, owner, now);
        return done ? *done : payment::WorkDone{-1, -1, -1, -1};
    }

    std::optional<qint64> baseVersion;
    std::optional<domain::Result<commands::Outcome>> last;
};

} // namespace encore::tests
