// SPDX-License-Identifier: GPL-3.0-or-later
#include "decidecase.h"

#include "door/jsonlogic.h"

#include <QTest>

using namespace encore::door;
using namespace encore::door::cases;

class tst_Rules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedTests_data();
    void publishedTests();
    void coercions_data();
    void coercions();
    void checksRules_data();
    void checksRules();
    void checksAnswers_data();
    void checksAnswers();
    void bombs_data();
    void bombs();
    void limitsAreExact();
    void countriesAreThoseOfIso3166();
    void everyMessageHasWords();
};

namespace
{

QByteArray compact(const QJsonValue& value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

QByteArray text(const QJsonValue& value)
{
    const QByteArray array = compact(value);
    return array.mid(1, array.size() - 2);
}

/// Rows of a table with tabs; lines that begin with "# " left out.
std::vector<QStringList> table(const QString& name)
{
    std::vector<QStringList> rows;
    for (const QByteArray& line : dataFile(name).split('\n')) {
        if (!line.isEmpty() && !line.startsWith("# "))
            rows.push_back(QString::fromUtf8(line).split(u'\t'));
    }
    return rows;
}

QByteArray repeated(const char* part, int times)
{
    return QByteArray(part).repeated(times);
}

} // namespace

void tst_Rules::publishedTests_data()
{
    QTest::addColumn<QByteArray>("logic");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("expected");
    const QJsonArray all = QJsonDocument::fromJson(dataFile(QStringLiteral("jsonlogic_tests.json"))).array();
    int count = 0;
    for (const QJsonValue& each : all) {
        if (!each.isArray())
            continue;
        const QJsonArray row = each.toArray();
        QTest::addRow("%d %.60s", ++count, text(row.at(0)).constData()) << text(row.at(0)) << text(row.at(1)) << text(row.at(2));
    }
    QCOMPARE(count, 278);
}

void tst_Rules::publishedTests()
{
    QFETCH(QByteArray, logic);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, expected);
    const Result<QByteArray> result = evaluateJsonLogic(logic, data);
    QVERIFY2(result.ok(), logic.constData());
    QCOMPARE(compact(QJsonDocument::fromJson('[' + *result + ']').array().at(0)),
             compact(QJsonDocument::fromJson('[' + expected + ']').array().at(0)));
}

/// Between the published cases JavaScript decides.
void tst_Rules::coercions_data()
{
    QTest::addColumn<QByteArray>("logic");
    QTest::addColumn<QByteArray>("expected");
    for (const QStringList& row : table(QStringLiteral("coercions.tsv")))
        QTest::newRow(qPrintable(row.at(0))) << row.at(0).toUtf8() << row.at(1).toUtf8();
}

void tst_Rules::coercions()
{
    QFETCH(QByteArray, logic);
    QFETCH(QByteArray, expected);
    const Result<QByteArray> result = evaluateJsonLogic(logic, "{}");
    QVERIFY(result.ok());
    QCOMPARE(*result, expected);
}

void tst_Rules::checksRules_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("fault");
    for (const QStringList& row : table(QStringLiteral("rulefaults.tsv")))
        QTest::newRow(qPrintable(u'"' + row.at(0) + u'"')) << row.at(0) << row.at(1);
}

void tst_Rules::checksRules()
{
    QFETCH(QString, rule);
    QFETCH(QString, fault);
    const Status status = checkRules(rule);
    QCOMPARE(status ? QStringLiteral("-") : QString::fromUtf8(status.error().message.id), fault);
    QVERIFY(status || hasWords(status.error().message.id));
}

void tst_Rules::checksAnswers_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("required");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("expected");
    for (const QStringList& row : table(QStringLiteral("answers.tsv"))) {
        QCOMPARE(row.size(), 4);
        QTest::newRow(qPrintable(row.join(u' '))) << row.at(0) << (row.at(1) == u"r") << row.at(2) << row.at(3);
    }
}

void tst_Rules::checksAnswers()
{
    QFETCH(QString, kind);
    QFETCH(bool, required);
    QFETCH(QString, answer);
    QFETCH(QString, expected);
    Question question;
    question.kind = enumFromText<QuestionKind>(kind).value();
    question.required = required;
    question.options = {{QStringLiteral("M"), QStringLiteral("Medium")}, {QStringLiteral("L"), QStringLiteral("Large")}};
    const Status status = checkAnswer(question, answer);
    QCOMPARE(status ? QStringLiteral("yes") : QString::fromUtf8(status.error().message.id), expected);
    QVERIFY(status || hasWords(status.error().message.id));
}

void tst_Rules::bombs_data()
{
    QTest::addColumn<QByteArray>("logic");
    QTest::addColumn<QByteArray>("fault");
    QByteArray numbers = "[0" + repeated(",0", 999) + ']';
    QByteArray nested = "1";
    for (int i = 0; i < 5; ++i)
        nested = R"({"map":[)" + numbers + ',' + nested + "]}";
    const QByteArray doubling = R"({"reduce":[)" + numbers + R"(,{"cat":[{"var":"accumulator"},{"var":"accumulator"}]},"xx"]})";
    const QByteArray deepening = R"({"reduce":[)" + numbers + R"(,[{"var":"accumulator"}],0]})";
    const QByteArray widening = R"({"reduce":[)" + numbers + R"(,[{"var":"accumulator"},{"var":"accumulator"}],0]})";
    const QByteArray merging = R"({"reduce":[)" + numbers + R"(,{"merge":[{"var":"accumulator"},{"var":"accumulator"}]},[1]]})";
    const QByteArray search = R"({"in":[")" + repeated("a", 9000) + R"(b",")" + repeated("a", 30000) + R"("]})";
    const QByteArray searching = R"({"map":[)" + numbers + ',' + search + "]}";
    QTest::newRow("100,000 brackets") << repeated("[", 100'000) << QByteArray("door.rule.too_long");
    QTest::newRow("60,000 brackets") << repeated("[", 60'000) << QByteArray("door.rule.too_deep");
    QTest::newRow("8,000 operators") << repeated("{\"!\":", 8000) << QByteArray("door.rule.too_deep");
    QTest::newRow("a megabyte of text") << QByteArray('"' + repeated("x", 1 << 20) + '"') << QByteArray("door.rule.too_long");
    QTest::newRow("maps in maps") << nested << QByteArray("door.rule.too_much_work");
    QTest::newRow("a text that doubles") << doubling << QByteArray("door.rule.too_much_work");
    QTest::newRow("an array that deepens") << deepening << QByteArray("door.rule.too_much_work");
    QTest::newRow("an array that doubles") << widening << QByteArray("door.rule.too_much_work");
    QTest::newRow("an array that merges with itself") << merging << QByteArray("door.rule.too_much_work");
    QTest::newRow("long searches") << searching << QByteArray("door.rule.too_much_work");
    QTest::newRow("a zero byte") << QByteArray("true\0false", 10) << QByteArray("door.rule.not_json");
    QTest::newRow("bad UTF-8") << QByteArray("\"\xff\"") << QByteArray("door.rule.not_json");
    QTest::newRow("a text cut off within a character") << QByteArray("{\"a\xf3") << QByteArray("door.rule.not_json");
    QTest::newRow("half a surrogate") << QByteArray(R"("\ud800")") << QByteArray("door.rule.not_json");
    QTest::newRow("a number too large") << QByteArray("1e999") << QByteArray("door.rule.not_json");
    QTest::newRow("nothing") << QByteArray() << QByteArray("door.rule.not_json");
}

void tst_Rules::bombs()
{
    QFETCH(QByteArray, logic);
    QFETCH(QByteArray, fault);
    const Result<QByteArray> result = evaluateJsonLogic(logic, "{}");
    QVERIFY(!result.ok());
    QCOMPARE(result.error().message.id, fault);
    const Result<QByteArray> asData = evaluateJsonLogic("true", fault == "door.rule.too_much_work" ? QByteArray("") : logic);
    QVERIFY(!asData.ok());
    Case given(QJsonObject{});
    given.place.gate.rules = QString::fromUtf8(logic.isEmpty() || fault == "door.rule.not_json" ? QByteArray("[") : logic);
    QCOMPARE(decide(given.match, given.place, given.request).reason, Reason::Rules);
}

void tst_Rules::limitsAreExact()
{
    const auto nested = [](int depth) -> QByteArray { return repeated("[", depth) + repeated("]", depth); };
    QVERIFY(evaluateJsonLogic(nested(64), "{}").ok());
    QVERIFY(!evaluateJsonLogic(nested(65), "{}").ok());
    const auto quoted = [](int bytes) -> QByteArray { return '"' + repeated("x", bytes - 2) + '"'; };
    QVERIFY(evaluateJsonLogic(quoted(65'536), "{}").ok());
    QVERIFY(!evaluateJsonLogic(quoted(65'537), "{}").ok());
    // A list of products as long as it gets is no bomb.
    QByteArray products = "[\"0\"";
    for (int i = 1; i < 8000; ++i)
        products += ",\"" + QByteArray::number(i) + '"';
    const Result<QByteArray> found = evaluateJsonLogic(R"({"in":["7999",)" + products + "]]}", "{}");
    QVERIFY(found.ok());
    QCOMPARE(*found, QByteArray("true"));
}

void tst_Rules::countriesAreThoseOfIso3166()
{
    Question question;
    question.kind = QuestionKind::Country;
    int accepted = 0;
    for (char16_t first = u'A'; first <= u'Z'; ++first) {
        for (char16_t second = u'A'; second <= u'Z'; ++second)
            accepted += checkAnswer(question, QString(QChar(first)) + QChar(second)).ok() ? 1 : 0;
    }
    QCOMPARE(accepted, 249);
}

/// The ids that are put together from parts, and those no case above happens to reach.
void tst_Rules::everyMessageHasWords()
{
    for (const char* name : {"number", "today", "days", "since", "before", "days_since", "days_before"}) {
        QVERIFY2(hasWords(QByteArray("door.rules.entries_") + name), name);
        QVERIFY2(hasWords(QByteArray("door.rules.entries_") + name + ".one"), name);
    }
    for (int day = 1; day <= 7; ++day)
        QVERIFY(hasWords("door.weekday." + QByteArray::number(day)));
}

QTEST_GUILESS_MAIN(tst_Rules)
#include "tst_rules.moc"
