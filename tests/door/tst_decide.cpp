// SPDX-License-Identifier: GPL-3.0-or-later
#include "decidecase.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace encore::door;
using namespace encore::door::cases;

class tst_Decide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void earlierCheckWins_data();
    void earlierCheckWins();
    void thereAreManyCases();
};

namespace
{

constexpr int fewestCases = 200;

std::vector<QJsonObject> allCases()
{
    std::vector<QJsonObject> all;
    const QDir folder(QStringLiteral(ENCORE_TEST_DATA));
    for (const QString& name : folder.entryList({QStringLiteral("cases_*.jsonl")}, QDir::Files, QDir::Name)) {
        for (const QJsonObject& line : lines(name))
            all.push_back(merged(line, {{QStringLiteral("file"), name}}));
    }
    return all;
}

QString outcome(const Verdict& verdict)
{
    return verdict.kind == VerdictKind::Refused ? enumText(*verdict.reason) : enumText(verdict.kind);
}

/// Whatever is decided, it can be said: every id has words, and no place stays empty.
void checkWords(const Message& message)
{
    QVERIFY2(hasWords(message.id), message.id.constData());
    for (const MessageArgument& argument : message.arguments) {
        for (const Message& inner : argument.message)
            checkWords(inner);
    }
    static const QRegularExpression place(QStringLiteral("\\{[a-z]+\\}"));
    for (const Language language : {Language::English, Language::Korean}) {
        const QString text = words(message, language);
        QVERIFY2(!text.contains(place) && !text.trimmed().isEmpty(), qPrintable(text));
    }
}

/// What holds for every verdict.
void checkShape(const Verdict& verdict, const Case& given)
{
    QCOMPARE(verdict.reason.has_value(), verdict.kind == VerdictKind::Refused);
    QCOMPARE(verdict.gateLabel, given.place.gate.label);
    QCOMPARE(verdict.gateName, given.place.gate.name);
    QCOMPARE(verdict.at, given.request.at);
    QCOMPARE(verdict.direction, given.request.direction);
    QCOMPARE(verdict.openQuestions.size(), verdict.openQuestionLabels.size());
    QCOMPARE(!verdict.openQuestions.empty(), verdict.reason == Reason::Questions);
    QCOMPARE(verdict.mayOverrideFull, verdict.reason == Reason::Full);
    QCOMPARE(verdict.firstAdmittedAt.has_value(), verdict.reason == Reason::AlreadyAdmitted);
    checkWords(verdict.explanation);
}

} // namespace

void tst_Decide::decides_data()
{
    QTest::addColumn<QJsonObject>("line");
    int row = 0;
    for (const QJsonObject& line : allCases())
        QTest::newRow(qPrintable(line.value(u"file").toString() + u' ' + QString::number(++row) + u' ' + line.value(u"name").toString()))
            << line;
}

void tst_Decide::decides()
{
    QFETCH(QJsonObject, line);
    QVERIFY2(!line.contains(u"fault"), qPrintable(line.value(u"fault").toString()));
    QVERIFY(line.contains(u"is"));
    const Case given(line);
    const Verdict verdict = decide(given.match, given.place, given.request);
    const QString english = words(verdict.explanation, Language::English);
    QVERIFY2(outcome(verdict) == line.value(u"is").toString(), qPrintable(outcome(verdict) + QStringLiteral(": ") + english));
    checkShape(verdict, given);
    if (line.contains(u"why"))
        QCOMPARE(QString::fromUtf8(sentenceIds(verdict.explanation)), line.value(u"why").toString());
    if (line.contains(u"words"))
        QCOMPARE(english, line.value(u"words").toString());
    if (line.contains(u"first")) {
        const QStringList first = line.value(u"first").toString().split(u' ');
        QCOMPARE(verdict.firstGateLabel, first.at(0));
        QCOMPARE(*verdict.firstAdmittedAt, given.moment(QString(first.at(1)).replace(u'_', u' ')));
    }
    if (line.contains(u"open"))
        QCOMPARE(QStringList(verdict.openQuestionLabels.begin(), verdict.openQuestionLabels.end()).join(u','),
                 line.value(u"open").toString());
    if (line.contains(u"counts"))
        QCOMPARE(verdict.ticketLabel, line.value(u"counts").toString());
    if (line.contains(u"signal"))
        QCOMPARE(enumText(verdict.signal()), line.value(u"signal").toString());
    if (line.contains(u"attention"))
        QCOMPARE(verdict.attention, line.value(u"attention").toBool());
    if (line.contains(u"product_name"))
        QCOMPARE(verdict.productName, line.value(u"product_name").toString());
    QCOMPARE(verdict.mayAdmitUnpaid, line.value(u"may_admit_unpaid").toBool());
    QCOMPARE(verdict.listed, !line.contains(u"unlisted"));
}

void tst_Decide::earlierCheckWins_data()
{
    QTest::addColumn<QJsonObject>("line");
    QTest::addColumn<QString>("expected");
    const std::vector<QJsonObject> failings = lines(QStringLiteral("failings.jsonl"));
    QCOMPARE(failings.size(), size_t(12));
    for (size_t first = 0; first < failings.size(); ++first) {
        for (size_t second = first; second < failings.size(); ++second) {
            const QString earlier = failings[first].value(u"is").toString();
            const QString name = earlier + QStringLiteral(" before ") + failings[second].value(u"is").toString();
            QTest::newRow(qPrintable(name)) << merged(failings[second], failings[first]) << earlier;
        }
    }
}

void tst_Decide::earlierCheckWins()
{
    QFETCH(QJsonObject, line);
    QFETCH(QString, expected);
    const Case given(line);
    QCOMPARE(outcome(decide(given.match, given.place, given.request)), expected);
    // None of it matters on the way out.
    Request leaving = given.request;
    leaving.direction = Direction::Exit;
    QCOMPARE(outcome(decide(given.match, given.place, leaving)), QStringLiteral("admitted"));
}

void tst_Decide::thereAreManyCases()
{
    const std::vector<QJsonObject> all = allCases();
    qInfo("%zu decisions in the case tables", all.size());
    QVERIFY(all.size() >= fewestCases);
    // Every reason that decide() can give occurs in them.
    for (const auto& reason : enumNames<Reason>()) {
        const bool occurs = std::any_of(all.begin(), all.end(), [&](const QJsonObject& line) {
            return line.value(u"is").toString() == QLatin1String(reason.name);
        });
        QVERIFY2(occurs || reason.value == Reason::Error, reason.name);
    }
}

QTEST_GUILESS_MAIN(tst_Decide)
#include "tst_decide.moc"
