// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pledge.h"
#include "domain/project.h"
#include "support/table.h"

#include <QTest>

using namespace encore::domain;

class tst_States : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairOfAProject();
    void everyPairOfAPledge();
    void refusalsHaveWords();
    void whatReviewNeeds();
    void theWindowIsHalfOpen();
    void percentNeverRoundsUpToTheGoal();
    void neededPerDay();
};

namespace
{

/// Walks the table of @p file: every action in every state, and the state it leads to.
template<class State, class Action>
void walk(const QString& file)
{
    const auto states = enumNames<State>();
    const auto rows = encore::tests::table(file, qsizetype(states.size()) + 1);
    QCOMPARE(rows.size(), enumNames<Action>().size());
    int visited = 0;
    for (const QStringList& row : rows) {
        const auto action = enumFromText<Action>(row.first());
        QVERIFY2(action, qPrintable(row.first()));
        for (size_t i = 0; i < states.size(); ++i) {
            const Result<State> after = stateAfter(states[i].value, *action);
            const QString& expected = row.at(qsizetype(i) + 1);
            const QString got = !after ? QStringLiteral("-") : *after == states[i].value ? QStringLiteral("=") : enumText(*after);
            const QString place = row.first() + QStringLiteral(" in ") + QLatin1StringView(states[i].name);
            QVERIFY2(got == expected, qPrintable(place + QStringLiteral(": ") + got + QStringLiteral(", expected ") + expected));
            if (!after)
                QVERIFY2(!words(after.error().message, Language::Korean).contains(u'{'), qPrintable(place));
            ++visited;
        }
    }
    qInfo("%s: %d pairs of state and action visited", qPrintable(file), visited);
}

} // namespace

void tst_States::everyPairOfAProject()
{
    walk<ProjectState, ProjectAction>(QStringLiteral("projectwalk.tsv"));
}

void tst_States::everyPairOfAPledge()
{
    walk<PledgeState, PledgeAction>(QStringLiteral("pledgewalk.tsv"));
}

void tst_States::refusalsHaveWords()
{
    const auto check = [](const char* prefix, const auto& names) {
        for (const auto& row : names)
            QVERIFY2(hasWords(QByteArray(prefix) + row.name), row.name);
    };
    check("project.state.", enumNames<ProjectState>());
    check("project.action.", enumNames<ProjectAction>());
    check("pledge.state.", enumNames<PledgeState>());
    check("pledge.action.", enumNames<PledgeAction>());
}

void tst_States::whatReviewNeeds()
{
    Project project;
    const auto fields = [&](qint64 rewards) {
        QStringList names;
        for (const Missing& missing : missingForReview(project, rewards))
            names << QString::fromLatin1(missing.field);
        return names.join(u' ');
    };
    QCOMPARE(fields(0), QStringLiteral("title goal starts_at ends_at payout_account rewards"));
    project.title = QStringLiteral("  ");
    project.goal = -1;
    project.startsAt = Instant{1'000};
    project.endsAt = Instant{1'000};
    project.payee = PersonId(QUuid::createUuidV5(QUuid(), QByteArray("payee")));
    QCOMPARE(fields(1), QStringLiteral("title goal ends_at payout_account"));
    project.title = QStringLiteral("봄 공연");
    project.goal = 1;
    project.endsAt = Instant{1'001};
    project.payoutAccount = QStringLiteral("bank 1");
    QCOMPARE(fields(1), QString());
    project.donationsOnly = true;
    QCOMPARE(fields(0), QString());
}

void tst_States::theWindowIsHalfOpen()
{
    Project project;
    QVERIFY(!isOpenAt(project, {5}));
    project.startsAt = Instant{10};
    project.endsAt = Instant{20};
    QVERIFY(!isOpenAt(project, {9}));
    QVERIFY(isOpenAt(project, {10}));
    QVERIFY(isOpenAt(project, {19}));
    QVERIFY(!isOpenAt(project, {20}));
}

void tst_States::percentNeverRoundsUpToTheGoal()
{
    QCOMPARE(percentHundredths(999'999, 1'000'000), 9'999);
    QCOMPARE(percentHundredths(1'000'000, 1'000'000), 10'000);
    QCOMPARE(percentHundredths(mostMinorUnits - 1, mostMinorUnits), 9'999);
    QCOMPARE(percentHundredths(mostMinorUnits, 1), mostMinorUnits * 10'000);
    QCOMPARE(percentHundredths(0, 1), 0);
}

void tst_States::neededPerDay()
{
    constexpr qint64 day = 86'400'000;
    QCOMPARE(encore::domain::neededPerDay(0, 1'000, {0}, {10 * day}), 100);
    QCOMPARE(encore::domain::neededPerDay(1, 1'000, {0}, {10 * day}), 100);
    QCOMPARE(encore::domain::neededPerDay(0, 1'000, {1}, {10 * day}), 100);
    QCOMPARE(encore::domain::neededPerDay(0, 1'000, {0}, {1}), 1'000);
    QCOMPARE(encore::domain::neededPerDay(1'000, 1'000, {0}, {day}), 0);
    QCOMPARE(encore::domain::neededPerDay(0, 1'000, {day}, {day}), 0);
}

QTEST_APPLESS_MAIN(tst_States)
#include "tst_states.moc"
