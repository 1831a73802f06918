// SPDX-License-Identifier: GPL-3.0-or-later
#include "base45.h"
#include "claims.h"
#include "codes.h"
#include "cosesign1.h"
#include "support/fakes.h"
#include "support/table.h"
#include "ticket/ticketcode.h"

#include <QTest>

using namespace encore;
using ticket::TicketClaims;

class tst_TicketCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issueAndVerify();
    void validity_data();
    void validity();
    void largestFitsVersion10();
    void refusesToIssue_data();
    void refusesToIssue();
    void refusesToIssueWithoutKey();
    void mapsOfAnIssuer();
    void nullIdsAreAbsent();
    void rightIssuerAmongMany();
    void inspects();
    void randomClaimsRoundTrip();
    void everyErrorHasWords();
};

namespace
{
TicketClaims allClaims()
{
    TicketClaims claims = tests::fewClaims();
    claims.notBefore = 1'782'381'600;
    claims.expires = 1'782'403'200;
    claims.seat = QStringLiteral("1층 A구역 12열 7번");
    return claims;
}

QString codeOf(const TicketClaims& claims)
{
    const domain::Result<QString> code = ticket::issueCode(claims, tests::houseKey());
    return code ? *code : QString();
}

/// A text of any characters, well-formed, of at most 37 UTF-8 bytes.
QString randomSeat(support::SeededRandom& random)
{
    QString seat;
    for (int length = quint8(random.bytes(1).at(0)) % 16; length > 0; --length) {
        const QByteArray bytes = random.bytes(3);
        const char32_t wide
            = char32_t(quint8(bytes.at(0))) << 16 | char32_t(quint8(bytes.at(1))) << 8 | quint8(bytes.at(2));
        const char32_t character = wide & 0x800000 ? wide & 0x7f : wide % 0x110000;
        if (character < 0xd800 || character > 0xdfff)
            seat += QString::fromUcs4(&character, 1);
        if (seat.toUtf8().size() > ticket::maxSeatBytes)
            return {};
    }
    return seat;
}

std::optional<qint64> randomTime(support::SeededRandom& random)
{
    const QByteArray bytes = random.bytes(6);
    if (bytes.at(0) & 1)
        return std::nullopt;
    qint64 seconds = 0;
    for (int at = 1; at < 2 + quint8(bytes.at(0)) % 4; ++at)
        seconds = seconds << 8 | quint8(bytes.at(at));
    return bytes.at(0) & 0x40 ? -seconds : seconds;
}
} // namespace

void tst_TicketCode::issueAndVerify()
{
    const QString code = codeOf(allClaims());
    QVERIFY(code.startsWith(u"ENC1:"));
    QCOMPARE(codeOf(allClaims()), code);
    const std::optional<ticket::VerifiedCode> verified = ticket::verifyCode(code, tests::houseOnly());
    QVERIFY(verified);
    QCOMPARE(verified->kind, ticket::CodeKind::Encore);
    QCOMPARE(ticket::codeKindText(verified->kind), QStringLiteral("encore"));
    QCOMPARE(verified->issuer, tests::idOf<domain::IssuerId>('I'));
    QCOMPARE(verified->signedId, allClaims().ticketId);
    QCOMPARE(verified->productId.value(), allClaims().productId);
    QCOMPARE(verified->performanceId.value(), allClaims().performanceId);
    QCOMPARE(verified->validFrom.value().ms, 1'782'381'600'000);
    QCOMPARE(verified->validUntil.value().ms, 1'782'403'199'999);
    QCOMPARE(verified->seat, allClaims().seat);
    QVERIFY(!ticket::verifyCode(code, {}));
    QVERIFY(!ticket::verifyCode(code, {tests::issuer(domain::IssuerKind::Encore, tests::foreignKey().publicKey)}));
    QVERIFY(!ticket::verifyCode(code, {tests::issuer(domain::IssuerKind::PretixSig1, tests::houseKey().publicKey)}));
}

void tst_TicketCode::validity_data()
{
    QTest::addColumn<std::optional<qint64>>("notBefore");
    QTest::addColumn<std::optional<qint64>>("expires");
    QTest::addColumn<std::optional<qint64>>("validFromMs");
    QTest::addColumn<std::optional<qint64>>("validUntilMs");
    using Time = std::optional<qint64>;
    QTest::newRow("always") << Time() << Time() << Time() << Time();
    QTest::newRow("from") << Time(1000) << Time() << Time(1'000'000) << Time();
    QTest::newRow("until") << Time() << Time(1000) << Time() << Time(999'999);
    QTest::newRow("both") << Time(1000) << Time(1001) << Time(1'000'000) << Time(1'000'999);
    QTest::newRow("never") << Time(1000) << Time(1000) << Time(1'000'000) << Time(999'999);
    QTest::newRow("1970") << Time(0) << Time(0) << Time(0) << Time(-1);
    QTest::newRow("32 bits") << Time(0xffffffffLL) << Time(0x100000000LL) << Time(4'294'967'295'000)
                             << Time(4'294'967'295'999);
    QTest::newRow("year 9999") << Time() << Time(253'402'300'800) << Time() << Time(253'402'300'799'999);
}

void tst_TicketCode::validity()
{
    QFETCH(std::optional<qint64>, notBefore);
    QFETCH(std::optional<qint64>, expires);
    QFETCH(std::optional<qint64>, validFromMs);
    QFETCH(std::optional<qint64>, validUntilMs);
    TicketClaims claims = tests::fewClaims();
    claims.notBefore = notBefore;
    claims.expires = expires;
    const auto verified = ticket::verifyCode(codeOf(claims), tests::houseOnly());
    QVERIFY(verified);
    const auto ms = [](const std::optional<domain::Instant>& instant) {
        return instant ? std::optional<qint64>(instant->ms) : std::nullopt;
    };
    QVERIFY(ms(verified->validFrom) == validFromMs);
    QVERIFY(ms(verified->validUntil) == validUntilMs);
}

// QR version 10, level M: 311 characters in alphanumeric mode (ISO/IEC 18004, table 7).
void tst_TicketCode::largestFitsVersion10()
{
    TicketClaims claims = tests::fewClaims();
    claims.notBefore = 0xffffffffLL; // 2106-02-07
    claims.expires = 0xffffffffLL;
    claims.seat = QString(37, u'W');
    QCOMPARE(codeOf(claims).size(), 311);
    QVERIFY(ticket::verifyCode(codeOf(claims), tests::houseOnly()));
    const QString alphanumeric = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");
    for (const QChar character : codeOf(claims))
        QVERIFY(alphanumeric.contains(character));
    QCOMPARE(codeOf(tests::fewClaims()).size(), 227);
}

void tst_TicketCode::refusesToIssue_data()
{
    QTest::addColumn<QString>("seat");
    QTest::addColumn<qint64>("expires");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("38 letters") << QString(38, u'W') << qint64(1) << QByteArray("ticket.seat_too_long");
    QTest::newRow("13 syllables") << QString(13, QChar(0xcef5)) << qint64(1) << QByteArray("ticket.seat_too_long");
    QTest::newRow("12 syllables") << QString(12, QChar(0xcef5)) << qint64(1) << QByteArray();
    QTest::newRow("half a surrogate pair") << QString(QChar(0xd800)) << qint64(1) << QByteArray("ticket.seat_not_text");
    QTest::newRow("a long seat until 2106") << QString(37, u'W') << qint64(0xffffffff) << QByteArray();
    QTest::newRow("a long seat until 2107") << QString(37, u'W') << qint64(0x100000000) << QByteArray();
    QTest::newRow("no such time") << QString() << std::numeric_limits<qint64>::max()
                                  << QByteArray("ticket.time_out_of_range");
    QTest::newRow("no such early time") << QString() << std::numeric_limits<qint64>::min()
                                        << QByteArray("ticket.time_out_of_range");
}

void tst_TicketCode::refusesToIssue()
{
    QFETCH(QString, seat);
    QFETCH(qint64, expires);
    QFETCH(QByteArray, reason);
    TicketClaims claims = tests::fewClaims();
    claims.seat = seat;
    claims.expires = expires;
    const domain::Result<QString> code = ticket::issueCode(claims, tests::houseKey());
    QCOMPARE(code.ok() ? QByteArray() : code.error().message.id, reason);
    claims.expires.reset();
    claims.notBefore = expires;
    QCOMPARE(ticket::issueCode(claims, tests::houseKey()).ok(), reason.isEmpty());
    claims.expires = expires;
    if (expires > 0xffffffff && reason.isEmpty())
        QCOMPARE(ticket::issueCode(claims, tests::houseKey()).error().message.id, QByteArray("ticket.code_too_long"));
}

void tst_TicketCode::refusesToIssueWithoutKey()
{
    const auto reason = [](const ticket::SigningKey& key) {
        const domain::Result<QString> code = ticket::issueCode(tests::fewClaims(), key);
        return code.ok() ? QByteArray() : code.error().message.id;
    };
    QCOMPARE(reason({}), QByteArray("ticket.key_missing"));
    QCOMPARE(reason({tests::houseKey().seed.left(31), tests::houseKey().publicKey}), QByteArray("ticket.key_missing"));
    QCOMPARE(reason({tests::houseKey().seed, tests::foreignKey().publicKey}), QByteArray("ticket.key_missing"));
    QCOMPARE(reason(tests::houseKey()), QByteArray());
}

// An Encore issuer without maps speaks of our ids; one with maps only of those that are named.
void tst_TicketCode::mapsOfAnIssuer()
{
    const QString code = codeOf(tests::fewClaims());
    domain::Issuer house = tests::houseOnly().front();
    house.products[tests::fewClaims().productId.text()] = tests::idOf<domain::ProductId>('x');
    house.performances[tests::fewClaims().performanceId.hex()] = tests::idOf<domain::PerformanceId>('y');
    std::optional<ticket::VerifiedCode> verified = ticket::verifyCode(code, {house});
    QVERIFY(verified);
    QCOMPARE(verified->productId.value(), tests::idOf<domain::ProductId>('x'));
    QCOMPARE(verified->performanceId.value(), tests::idOf<domain::PerformanceId>('y'));
    house.products = {{QStringLiteral("1"), tests::idOf<domain::ProductId>('x')}};
    verified = ticket::verifyCode(code, {house});
    QVERIFY(verified);
    QVERIFY(!verified->productId);
    QVERIFY(verified->performanceId);
}

void tst_TicketCode::nullIdsAreAbsent()
{
    TicketClaims claims = tests::fewClaims();
    claims.performanceId = {};
    const auto verified = ticket::verifyCode(codeOf(claims), tests::houseOnly());
    QVERIFY(verified);
    QVERIFY(!verified->performanceId);
    QVERIFY(verified->productId);
}

void tst_TicketCode::rightIssuerAmongMany()
{
    std::vector<domain::Issuer> issuers;
    for (char byte = 'a'; byte < 'm'; ++byte) {
        issuers.push_back(
            tests::issuer(domain::IssuerKind::Encore, ticket::makeSigningKey(QByteArray(32, byte)).publicKey));
        issuers.back().id = tests::idOf<domain::IssuerId>(byte);
    }
    issuers.push_back(tests::issuer(domain::IssuerKind::Encore, {}));
    const auto verified = ticket::verifyCode(codeOf(tests::fewClaims()), issuers);
    QVERIFY(verified);
    QCOMPARE(verified->issuer, tests::idOf<domain::IssuerId>('h'));
}

void tst_TicketCode::inspects()
{
    const domain::Result<ticket::InspectedCode> inspected = ticket::inspectCode(codeOf(allClaims()));
    QVERIFY(inspected.ok());
    QVERIFY(inspected->claims == allClaims());
    QCOMPARE(inspected->keyId, ticket::keyIdOf(tests::houseKey().publicKey));
    const auto reason = [](const QString& text) { return ticket::inspectCode(text).error().message.id; };
    QCOMPARE(reason({}), QByteArray("ticket.not_ours"));
    QCOMPARE(reason(codeOf(allClaims()).toLower()), QByteArray("ticket.not_ours"));
    QCOMPARE(reason(QStringLiteral("ENC1:")), QByteArray("ticket.not_canonical"));
    QCOMPARE(reason(codeOf(allClaims()) + u"00"), QByteArray("ticket.not_canonical"));
    QCOMPARE(reason(u"ENC1:" + QString(1 << 20, u'0')), QByteArray("ticket.not_canonical"));
}

void tst_TicketCode::randomClaimsRoundTrip()
{
    support::SeededRandom random(18);
    const std::vector<domain::Issuer> issuers = tests::houseOnly();
    for (int round = 0; round < 2000; ++round) {
        TicketClaims claims;
        claims.ticketId = domain::TicketId::fromBytes(random.bytes(16));
        claims.performanceId = domain::PerformanceId::fromBytes(random.bytes(16));
        claims.productId = domain::ProductId::fromBytes(random.bytes(16));
        claims.notBefore = randomTime(random);
        claims.expires = randomTime(random);
        claims.seat = randomSeat(random);
        const QString code = codeOf(claims);
        QVERIFY2(!code.isEmpty(), qUtf8Printable(claims.seat));
        const domain::Result<ticket::InspectedCode> inspected = ticket::inspectCode(code);
        QVERIFY2(inspected.ok(), qUtf8Printable(code));
        QVERIFY(inspected->claims == claims);
        const auto verified = ticket::verifyCode(code, issuers);
        QVERIFY2(verified, qUtf8Printable(code));
        QCOMPARE(verified->signedId, claims.ticketId);
        QCOMPARE(verified->seat, claims.seat);
        QCOMPARE(ticket::cleanCode(u"\r]Q1" + code + u"\r\n"), code);
    }
}

void tst_TicketCode::everyErrorHasWords()
{
    for (const char* id : {"ticket.seat_too_long", "ticket.seat_not_text", "ticket.time_out_of_range",
             "ticket.code_too_long", "ticket.key_missing", "ticket.not_ours", "ticket.not_canonical"})
        QVERIFY2(domain::hasWords(id), id);
    TicketClaims claims = tests::fewClaims();
    claims.seat = QString(40, u'W');
    const domain::Error error = ticket::issueCode(claims, tests::houseKey()).error();
    QVERIFY(!domain::words(error.message, domain::Language::Korean).contains(u'{'));
    QVERIFY(!domain::words(error.message, domain::Language::English).contains(u'{'));
}

QTEST_GUILESS_MAIN(tst_TicketCode)
#include "tst_ticketcode.moc"
