// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags.h"

#include <QTest>

using namespace encore::api;

class tst_Tags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfWhatIsTold();
    void known_data();
    void known();
    void onlyWhatWentWell();
    void expected_data();
    void expected();
};

void tst_Tags::isOfWhatIsTold()
{
    QCOMPARE(tagOf("one"), tagOf("one"));
    QVERIFY(tagOf("one") != tagOf("two"));
    QVERIFY(tagOf("one", 1) != tagOf("one", 2));
    QVERIFY(tagOf("one", 17).startsWith("\"17-") && tagOf("one", 17).endsWith('"'));
}

void tst_Tags::known_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("") << false;
    QTest::newRow("*") << true;
    QTest::newRow("TAG") << true;
    QTest::newRow("W/TAG") << true;
    QTest::newRow("\"other\", TAG") << true;
    QTest::newRow("\"other\"") << false;
    QTest::newRow("17") << false;
}

void tst_Tags::known()
{
    QFETCH(bool, isKnown);
    HttpRequest request;
    HttpAnswer full;
    full.body = "{}";
    const QByteArray tag = tagOf(full.body, 17);
    request.headers["if-none-match"] = QByteArray(QTest::currentDataTag()).replace("TAG", tag);
    const HttpAnswer answer = unlessKnown(request, tagged(full, tag));
    QCOMPARE(answer.status, isKnown ? 304 : 200);
    QCOMPARE(answer.body, isKnown ? QByteArray() : full.body);
    QVERIFY(std::find(answer.headers.begin(), answer.headers.end(), std::pair(QByteArray("ETag"), tag)) != answer.headers.end());
}

void tst_Tags::onlyWhatWentWell()
{
    HttpRequest request;
    request.headers["if-none-match"] = "*";
    HttpAnswer refusal;
    refusal.status = 404;
    QCOMPARE(unlessKnown(request, refusal).status, 404);
    QCOMPARE(unlessKnown(request, HttpAnswer{}).status, 200); // has no tag
}

void tst_Tags::expected_data()
{
    QTest::addColumn<bool>("holds17");
    QTest::addColumn<bool>("holdsNone");
    QTest::newRow("*") << true << false;
    QTest::newRow("\"17-ab\"") << true << false;
    QTest::newRow("\"16-ab\", \"17-ab\"") << true << false;
    QTest::newRow("\"16-ab\"") << false << false;
    QTest::newRow("W/\"17-ab\"") << false << false;
    QTest::newRow("\"17\"") << false << false;
    QTest::newRow("17-ab") << false << false;
    QTest::newRow("nonsense") << false << false;
}

void tst_Tags::expected()
{
    QFETCH(bool, holds17);
    QFETCH(bool, holdsNone);
    HttpRequest request;
    QVERIFY(!expectedBy(request));
    request.headers["if-match"] = QTest::currentDataTag();
    const auto wanted = expectedBy(request);
    QVERIFY(wanted);
    QCOMPARE(wanted->holds(17), holds17);
    QCOMPARE(wanted->holds(std::nullopt), holdsNone);
}

QTEST_GUILESS_MAIN(tst_Tags)
#include "tst_tags.moc"
