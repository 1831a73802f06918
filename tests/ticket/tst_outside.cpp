// SPDX-License-Identifier: GPL-3.0-or-later
#include "base45.h"
#include "claims.h"
#include "codes.h"
#include "cosesign1.h"
#include "support/fakes.h"
#include "ticket/ticketcode.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace encore;

// Programs that know nothing of Encore but the contract read our codes and make codes for us.
class tst_Outside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersReadOurs_data();
    void othersReadOurs();
    void othersRefuseForged();
    void weReadTheirs_data();
    void weReadTheirs();
    void pretix_data();
    void pretix();
};

namespace
{
struct Answer {
    int exitCode = -1;
    QList<QByteArray> lines;
};

/// Runs a script of tests/ticket/outside. The system's Python has the packages python3-cbor2 and python3-nacl.
Answer run(const QString& script, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("/usr/bin/python3"),
        QStringList{QStringLiteral("-B"), QStringLiteral(ENCORE_TEST_DATA "/../outside/") + script} + arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    lines.removeLast();
    return {process.exitCode(), lines};
}

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

void claimRows()
{
    QTest::addColumn<std::optional<qint64>>("notBefore");
    QTest::addColumn<std::optional<qint64>>("expires");
    QTest::addColumn<QString>("seat");
    using Time = std::optional<qint64>;
    QTest::newRow("ids only") << Time() << Time() << QString();
    QTest::newRow("from") << Time(1'782'381'600) << Time() << QString();
    QTest::newRow("until") << Time() << Time(1'782'403'200) << QString();
    QTest::newRow("everything") << Time(1'782'381'600) << Time(1'782'403'200) << QStringLiteral("A-1");
    QTest::newRow("Korean") << Time() << Time(1'782'403'200) << QStringLiteral("1층 A구역 12열 7번");
    QTest::newRow("37 letters") << Time(0) << Time(23) << QString(37, u'W');
    QTest::newRow("heads of each length") << Time(256) << Time(65536) << QString(24, u'x');
    QTest::newRow("year 9999") << Time() << Time(253'402'300'800) << QStringLiteral("x");
    QTest::newRow("before 1970") << Time(-1) << Time(-25) << QString();
}

ticket::TicketClaims claimsOf(std::optional<qint64> notBefore, std::optional<qint64> expires, const QString& seat)
{
    support::SeededRandom random(quint64(expires.value_or(0)));
    return {domain::TicketId::fromBytes(random.bytes(16)), domain::PerformanceId::fromBytes(random.bytes(16)),
        domain::ProductId::fromBytes(random.bytes(16)), notBefore, expires, seat};
}

QJsonValue jsonTime(std::optional<qint64> time)
{
    return time ? QJsonValue(*time) : QJsonValue(QJsonValue::Null);
}
} // namespace

void tst_Outside::othersReadOurs_data()
{
    claimRows();
}

void tst_Outside::othersReadOurs()
{
    QFETCH(std::optional<qint64>, notBefore);
    QFETCH(std::optional<qint64>, expires);
    QFETCH(QString, seat);
    const ticket::TicketClaims claims = claimsOf(notBefore, expires, seat);
    const domain::Result<QString> code = ticket::issueCode(claims, tests::houseKey());
    QVERIFY(code.ok());
    const Answer answer
        = run(QStringLiteral("encorecode.py"), {QStringLiteral("verify"), *code, base64(tests::houseKey().publicKey)});
    QCOMPARE(answer.exitCode, 0);
    const QJsonObject read = QJsonDocument::fromJson(answer.lines.value(0)).object();
    QCOMPARE(read[QStringLiteral("ticket_id")].toString(), claims.ticketId.hex());
    QCOMPARE(read[QStringLiteral("performance_id")].toString(), claims.performanceId.hex());
    QCOMPARE(read[QStringLiteral("product_id")].toString(), claims.productId.hex());
    QCOMPARE(read[QStringLiteral("nbf")], jsonTime(notBefore));
    QCOMPARE(read[QStringLiteral("exp")], jsonTime(expires));
    QCOMPARE(read[QStringLiteral("seat")].toString(), seat);
    QCOMPARE(read[QStringLiteral("other_claims")].toInt(-1), 0);
}

// So that the outsider's "yes" above means something.
void tst_Outside::othersRefuseForged()
{
    ticket::CoseSign1 message{ticket::eddsaHeader(), ticket::keyIdOf(tests::houseKey().publicKey),
        ticket::encodeClaims(tests::fewClaims()), {}};
    for (const ticket::SigningKey& key : {tests::houseKey(), tests::foreignKey()}) {
        ticket::signCoseSign1(message, key.seed);
        const QString code = u"ENC1:" + ticket::encodeBase45(ticket::writeCoseSign1(message));
        const Answer answer = run(
            QStringLiteral("encorecode.py"), {QStringLiteral("verify"), code, base64(tests::houseKey().publicKey)});
        QCOMPARE(answer.exitCode, key.seed == tests::houseKey().seed ? 0 : 1);
    }
}

void tst_Outside::weReadTheirs_data()
{
    claimRows();
}

void tst_Outside::weReadTheirs()
{
    QFETCH(std::optional<qint64>, notBefore);
    QFETCH(std::optional<qint64>, expires);
    QFETCH(QString, seat);
    const ticket::TicketClaims claims = claimsOf(notBefore, expires, seat);
    QStringList arguments{QStringLiteral("make"), QString::fromLatin1(tests::houseKey().seed.toHex()),
        claims.ticketId.hex(), claims.performanceId.hex(), claims.productId.hex()};
    if (notBefore)
        arguments << QStringLiteral("--nbf=") + QString::number(*notBefore);
    if (expires)
        arguments << QStringLiteral("--exp=") + QString::number(*expires);
    if (!seat.isEmpty())
        arguments << QStringLiteral("--seat=") + seat;
    const Answer answer = run(QStringLiteral("encorecode.py"), arguments);
    QCOMPARE(answer.exitCode, 0);
    const QString code = QString::fromUtf8(answer.lines.value(0));
    // Deterministic CBOR and EdDSA leave no freedom: it is our own text.
    QCOMPARE(code, *ticket::issueCode(claims, tests::houseKey()));
    const auto verified = ticket::verifyCode(code, tests::houseOnly());
    QVERIFY(verified);
    QCOMPARE(verified->signedId, claims.ticketId);
    QCOMPARE(verified->seat, seat);
}

void tst_Outside::pretix_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<std::optional<qint64>>("validFromMs");
    QTest::addColumn<std::optional<qint64>>("validUntilMs");
    QTest::addColumn<bool>("ofSeries");
    using Time = std::optional<qint64>;
    QTest::newRow("item only") << QStringList() << Time() << Time() << false;
    for (int length = 7; length < 10; ++length) {
        QTest::addRow("seed of %d letters", length)
            << QStringList{QStringLiteral("--ticket-seed=") + QString(length, u'k')} << Time() << Time() << false;
    }
    QTest::newRow("series") << QStringList{QStringLiteral("--ticket-seed=abcdefghi"), QStringLiteral("--subevent=14")}
                            << Time() << Time() << true;
    QTest::newRow("everything") << QStringList{QStringLiteral("--ticket-seed=abcdefghi"),
        QStringLiteral("--variation=300"), QStringLiteral("--subevent=14"), QStringLiteral("--valid-from=1782381600"),
        QStringLiteral("--valid-until=1782403200")}
                                << Time(1'782'381'600'000) << Time(1'782'403'200'000) << true;
    QTest::newRow("a negative number") << QStringList{QStringLiteral("--variation=-2")} << Time() << Time() << false;
}

void tst_Outside::pretix()
{
    QFETCH(QStringList, options);
    QFETCH(std::optional<qint64>, validFromMs);
    QFETCH(std::optional<qint64>, validUntilMs);
    QFETCH(bool, ofSeries);
    domain::Issuer issuer = tests::issuer(domain::IssuerKind::PretixSig1, tests::foreignKey().publicKey);
    issuer.products[QStringLiteral("1")] = tests::idOf<domain::ProductId>('1');
    issuer.performances[QStringLiteral("14")] = tests::idOf<domain::PerformanceId>('p');
    const Answer answer = run(QStringLiteral("pretixsig1.py"),
        QStringList{
            QString::fromLatin1(tests::foreignKey().seed.toHex()), QStringLiteral("1"), QStringLiteral("--alter")}
            + options);
    QCOMPARE(answer.exitCode, 0);
    const auto verified = ticket::verifyCode(QString::fromUtf8(answer.lines.value(0)), {issuer});
    QVERIFY(verified);
    QCOMPARE(verified->kind, ticket::CodeKind::PretixSig1);
    QCOMPARE(verified->productId.value(), tests::idOf<domain::ProductId>('1'));
    QCOMPARE(verified->performanceId.has_value(), ofSeries);
    QCOMPARE(verified->validFrom.has_value() ? std::optional(verified->validFrom->ms) : std::nullopt, validFromMs);
    QCOMPARE(verified->validUntil.has_value() ? std::optional(verified->validUntil->ms) : std::nullopt, validUntilMs);

    QVERIFY(answer.lines.size() > 7);
    for (const QByteArray& line : answer.lines.mid(1)) {
        const QJsonObject twin = QJsonDocument::fromJson(line).object();
        QVERIFY(!twin[QStringLiteral("text")].toString().isEmpty());
        QVERIFY2(!ticket::verifyCode(twin[QStringLiteral("text")].toString(), {issuer}), line.constData());
    }
}

QTEST_GUILESS_MAIN(tst_Outside)
#include "tst_outside.moc"
