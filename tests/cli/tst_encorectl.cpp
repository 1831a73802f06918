// SPDX-License-Identifier: GPL-3.0-or-later

// The program as outside programs use it (CONTRACTS §3): real processes on real files.

#include "support/program.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTransform>

#include <random>

namespace
{

using Answer = encore::support::ProgramAnswer;
using encore::support::runProgram;

/// The picture as somebody's phone would take it: from the side, in uneven light, a little blurred, noisy, as JPEG.
QImage photographed(const QImage& code)
{
    const double side = code.width();
    QPolygonF corners{{0.06 * side, 0.03 * side}, {1.02 * side, 0.10 * side}, {0.95 * side, 1.05 * side}, {0, 0.93 * side}};
    QTransform view;
    const bool possible = QTransform::quadToQuad(QPolygonF{{0, 0}, {side, 0}, {side, side}, {0, side}}, corners, view);
    Q_ASSERT(possible);
    QImage photo(int(side * 1.6), int(side * 1.4), QImage::Format_RGB32);
    photo.fill(QColor(150, 140, 125));
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(0.25 * side, 0.15 * side);
    painter.rotate(7);
    painter.setTransform(view, true);
    painter.drawImage(0, 0, code);
    painter.resetTransform();
    QLinearGradient light(0, 0, photo.width(), photo.height());
    light.setColorAt(0, QColor(0, 0, 0, 0));
    light.setColorAt(1, QColor(0, 0, 0, 120));
    painter.fillRect(photo.rect(), light);
    painter.end();
    photo = photo.scaled(photo.size() * 0.6, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    std::mt19937 noise(4);
    for (int y = 0; y < photo.height(); ++y) {
        for (int x = 0; x < photo.width(); ++x) {
            const int offset = int(noise() % 25) - 12;
            const QColor colour = photo.pixelColor(x, y);
            const auto moved = [offset](int channel) { return std::clamp(channel + offset, 0, 255); };
            photo.setPixelColor(x, y, QColor(moved(colour.red()), moved(colour.green()), moved(colour.blue())));
        }
    }
    return photo;
}

} // namespace

class tst_Encorectl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPhotoOfATicket();
    void alteredCodesAreUnknown();
    void outsidersVerifyAndMakeOurCodes();
    void pretixCodesAndTheirTwins();
    void exitCodes_data();
    void exitCodes();
    void withoutAnyKeychain();
    void manyFromStandardInput();
    void killedInTheMiddle();
    void undoStatusLog();
    void exportAndImport();
    void theTour();

private:
    [[nodiscard]] Answer encorectl(const QStringList& arguments, const QByteArray& input = {});
    [[nodiscard]] Answer python(const char* script, const QStringList& arguments);
    [[nodiscard]] QString issue(const QString& ticket);
    [[nodiscard]] QString reasonOf(const QString& code, const QString& gate = QStringLiteral("A"));
    void writeFile(const QString& name, const QByteArray& bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

void tst_Encorectl::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("ENCORE_WORKSPACE"), m_folder->filePath(QStringLiteral("w.encore")));
    m_environment.insert(QStringLiteral("ENCORE_KEY_PASSPHRASE"), QStringLiteral("test"));
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent")); // nobody's real keychain
    QCOMPARE(encorectl({QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("Test")}).exitCode, 0);
    const Answer imported = encorectl({QStringLiteral("import"), QStringLiteral(ENCORE_TESTS "/commands/data/door.json")});
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
}

Answer tst_Encorectl::encorectl(const QStringList& arguments, const QByteArray& input)
{
    return runProgram(QStringLiteral(ENCORECTL), arguments, m_environment, input);
}

Answer tst_Encorectl::python(const char* script, const QStringList& arguments)
{
    return runProgram(QStringLiteral("/usr/bin/python3"),
                      QStringList{QStringLiteral(ENCORE_TESTS "/ticket/outside/") + QLatin1StringView(script)} + arguments,
                      m_environment);
}

QString tst_Encorectl::issue(const QString& ticket)
{
    return encorectl({QStringLiteral("ticket"), QStringLiteral("issue"), ticket}).json().value(u"code").toString();
}

QString tst_Encorectl::reasonOf(const QString& code, const QString& gate)
{
    const QJsonObject verdict = encorectl({QStringLiteral("--json"), QStringLiteral("door"), QStringLiteral("scan"), QStringLiteral("--gate"),
                                           gate, QStringLiteral("--"), code})
                                    .json();
    const QString reason = verdict.value(u"reason").toString();
    return reason.isEmpty() ? verdict.value(u"verdict").toString() : reason;
}

void tst_Encorectl::writeFile(const QString& name, const QByteArray& bytes)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void tst_Encorectl::aPhotoOfATicket()
{
    const Answer key = encorectl({QStringLiteral("ticket"), QStringLiteral("keygen"), QStringLiteral("--label"), QStringLiteral("L")});
    QVERIFY2(key.exitCode == 0, key.err.constData());
    QCOMPARE(QByteArray::fromBase64(key.json().value(u"public_key").toString().toLatin1()).size(), 32);
    const QString code = issue(QStringLiteral("T1"));
    QVERIFY(code.startsWith(QStringLiteral("ENC1:")));
    const QString picture = m_folder->filePath(QStringLiteral("t.png"));
    QCOMPARE(encorectl({QStringLiteral("ticket"), QStringLiteral("qr"), QStringLiteral("--"), code, picture}).exitCode, 0);
    const QString photo = m_folder->filePath(QStringLiteral("photo.jpg"));
    QVERIFY(photographed(QImage(picture)).save(photo, "JPEG", 70));
    const auto scanAt = [&](const char* gate, const char* at) {
        return encorectl({QStringLiteral("--json"), QStringLiteral("door"), QStringLiteral("scan"), QStringLiteral("--gate"),
                          QString::fromLatin1(gate), QStringLiteral("--at"), QString::fromLatin1(at), QStringLiteral("--image"), photo});
    };
    const Answer first = scanAt("A", "2026-11-20T18:30:00+09:00");
    QVERIFY2(first.exitCode == 0, first.err.constData());
    QCOMPARE(first.json().value(u"verdict").toString(), QStringLiteral("admitted"));
    QCOMPARE(first.json().value(u"ticket_id").toString(), QStringLiteral("T1"));
    QCOMPARE(first.json().value(u"code_kind").toString(), QStringLiteral("encore"));
    const Answer noted = scanAt("A", "2026-11-20T18:30:03+09:00");
    QCOMPARE(noted.exitCode, 0);
    QCOMPARE(noted.json().value(u"verdict").toString(), QStringLiteral("noted"));
    QCOMPARE(noted.json().value(u"scan_id"), first.json().value(u"scan_id"));
    const Answer again = scanAt("B", "2026-11-20T18:30:05+09:00");
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.json().value(u"reason").toString(), QStringLiteral("already_admitted"));
    QCOMPARE(again.json().value(u"first_admitted_at").toString(), QStringLiteral("2026-11-20T09:30:00.000Z"));
    QCOMPARE(again.json().value(u"first_gate").toString(), QStringLiteral("A"));
    QVERIFY(again.json().value(u"explanation").toString().contains(QStringLiteral("18:30:00")));
    QCOMPARE(encorectl({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode, 0);
}

void tst_Encorectl::alteredCodesAreUnknown()
{
    QCOMPARE(encorectl({QStringLiteral("ticket"), QStringLiteral("keygen")}).exitCode, 0);
    const QString code = issue(QStringLiteral("T1"));
    QString flipped = code;
    flipped[100] = flipped.at(100) == u'A' ? u'B' : u'A';
    const Answer foreign = python("encorecode.py", {QStringLiteral("make"), QString(64, u'7'), QString(32, u'1'), QString(32, u'2'), QString(32, u'3')});
    QVERIFY2(foreign.exitCode == 0, foreign.err.constData());
    for (const QString& text : {flipped, QString::fromUtf8(foreign.out).remove(u'\n'), QString(code + u'0'), code.toLower(), code.chopped(1),
                                QStringLiteral("ENC1:"), QString(100'000, u'A')})
        QCOMPARE(reasonOf(text), QStringLiteral("unknown"));
    QCOMPARE(reasonOf(QStringLiteral("]Q1") + code + QStringLiteral("\r\n")), QStringLiteral("admitted")); // a scanner's prefix and end
}

void tst_Encorectl::outsidersVerifyAndMakeOurCodes()
{
    const QJsonObject key = encorectl({QStringLiteral("ticket"), QStringLiteral("keygen")}).json();
    const Answer verified = python("encorecode.py", {QStringLiteral("verify"), QStringLiteral("--"), issue(QStringLiteral("T1")),
                                                     key.value(u"public_key").toString()});
    QVERIFY2(verified.exitCode == 0, QByteArray(verified.out + verified.err).constData());
    // A key that the workspace accepts, in the hands of somebody else's program.
    const QString seed(64, u'7');
    const QByteArray script = "import nacl.signing,base64;print(base64.b64encode(bytes(nacl.signing.SigningKey(bytes.fromhex('" + seed.toLatin1()
        + "')).verify_key)).decode())";
    const Answer made = runProgram(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QString::fromLatin1(script)}, m_environment);
    writeFile(QStringLiteral("issuer.json"),
              QByteArray("{\"format\":\"encore-bundle/1\",\"issuers\":[{\"id\":\"them\",\"kind\":\"encore\",\"public_key\":\"")
                  + made.out.trimmed() + "\"}]}");
    QCOMPARE(encorectl({QStringLiteral("import"), m_folder->filePath(QStringLiteral("issuer.json"))}).exitCode, 0);
    const Answer theirs
        = python("encorecode.py", {QStringLiteral("make"), seed, QString(32, u'1'), QString(32, u'2'), QString(32, u'3'), QStringLiteral("--seat"),
                                   QStringLiteral("A 7")});
    const QString code = QString::fromUtf8(theirs.out).remove(u'\n');
    const QJsonObject verdict = encorectl({QStringLiteral("--json"), QStringLiteral("door"), QStringLiteral("scan"), QStringLiteral("--gate"),
                                           QStringLiteral("R"), QStringLiteral("--"), code})
                                    .json();
    QCOMPARE(verdict.value(u"verdict").toString(), QStringLiteral("admitted"));
    QCOMPARE(verdict.value(u"listed").toBool(), false);
    QCOMPARE(verdict.value(u"ticket_id").toString(), QString(32, u'1'));
    QCOMPARE(reasonOf(code, QStringLiteral("S")), QStringLiteral("unknown"));
}

void tst_Encorectl::pretixCodesAndTheirTwins()
{
    const QString seed(64, u'5');
    const QByteArray script = "import nacl.signing,base64;print(base64.b64encode(bytes(nacl.signing.SigningKey(bytes.fromhex('" + seed.toLatin1()
        + "')).verify_key)).decode())";
    const Answer key = runProgram(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QString::fromLatin1(script)}, m_environment);
    writeFile(QStringLiteral("issuer.json"),
              QByteArray("{\"format\":\"encore-bundle/1\",\"issuers\":[{\"id\":\"px\",\"kind\":\"pretix_sig1\",\"public_key\":\"") + key.out.trimmed()
                  + "\",\"product_map\":{\"12\":\"regular\"}}]}");
    QCOMPARE(encorectl({QStringLiteral("import"), m_folder->filePath(QStringLiteral("issuer.json"))}).exitCode, 0);
    const Answer made = python("pretixsig1.py", {seed, QStringLiteral("12"), QStringLiteral("--ticket-seed"), QStringLiteral("abc"), QStringLiteral("--alter")});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    const QList<QByteArray> lines = made.out.trimmed().split('\n');
    QVERIFY(lines.size() >= 4);
    const QString code = QString::fromUtf8(lines.first()).trimmed();
    QCOMPARE(reasonOf(code), QStringLiteral("admitted"));
    for (const QByteArray& line : lines.mid(1)) {
        const QString twin = QJsonDocument::fromJson(line).object().value(u"text").toString();
        QVERIFY(!twin.isEmpty());
        // White space at the ends is cleaned away and gives the same ticket; everything else is no code at all. None is admitted.
        const QString reason = reasonOf(twin, QStringLiteral("B"));
        QVERIFY2(reason == u"unknown" || reason == u"already_admitted", line.constData());
    }
}

void tst_Encorectl::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char* name, const char* arguments, int exitCode) {
        QTest::newRow(name) << QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts) << exitCode;
    };
    row("help", "help", 0);
    row("no command", "frobnicate", 2);
    row("unknown option", "door scan --frob x", 2);
    row("unknown global option", "--frob door", 2);
    row("language nobody speaks", "--language xx door status", 2);
    row("a time without offset", "door scan --gate A --at 2026-11-20T19:00:00 x", 2);
    row("no gate", "door scan x", 2);
    row("no code", "door scan --gate A", 2);
    row("unknown gate", "door scan --gate Z x", 1);
    row("gate by name", "door status --gate Strict", 0);
    row("unknown code", "door scan --gate A x", 1);
    row("a code that begins with a dash", "door scan --gate A -- -x", 1);
    row("admitted", "door scan --gate A secret-one", 0);
    row("admitted and unknown", "door scan --gate A secret-one x", 1);
    row("missing picture", "door scan --gate A --image /nonexistent.png", 3);
    row("a file that is no picture", "decode " ENCORE_TESTS "/commands/data/door.json", 3);
    row("unknown scan", "door undo 018f3c1e-0000-7000-8000-000000000009 --reason x", 1);
    row("unknown ticket", "ticket issue T99", 1);
    row("no signing key", "ticket issue T1", 3);
    row("unknown command name", "run Frobnicate --args {}", 1);
    row("command", "run BlockTicket --args {\"ticket_id\":\"T1\",\"reason\":\"x\"}", 0);
    row("rejected command", "run UnblockTicket --args {\"ticket_id\":\"T99\",\"reason\":\"x\"}", 1);
    row("arguments that are no JSON", "run BlockTicket --args {", 1);
    row("query", "query DoorGates", 0);
    row("unknown query", "query Nothing", 1);
    row("missing bundle", "import /nonexistent.json", 3);
    row("faulty bundle", "import " ENCORE_TESTS "/commands/data/bundlefaults.jsonl", 1);
    row("missing workspace", "--workspace /nonexistent/w.encore door status", 3);
    row("a workspace that is none", "--workspace " ENCORE_TESTS "/commands/data/door.json door status", 3);
    row("init over it", "init", 1);
    row("schema", "import --schema", 0);
}

void tst_Encorectl::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const Answer answer = encorectl(arguments);
    QVERIFY2(answer.exitCode == exitCode, QByteArray(QByteArray::number(answer.exitCode) + ": " + answer.err).constData());
    if (exitCode >= 2)
        QVERIFY(!answer.err.isEmpty());
    QVERIFY2(!answer.err.contains('{') || answer.err.contains("JSON"), answer.err.constData());
}

void tst_Encorectl::withoutAnyKeychain()
{
    m_environment.remove(QStringLiteral("ENCORE_KEY_PASSPHRASE"));
    const Answer answer = encorectl({QStringLiteral("ticket"), QStringLiteral("keygen")});
    QCOMPARE(answer.exitCode, 3);
    QVERIFY(answer.err.contains("ENCORE_KEY_PASSPHRASE"));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("w.encore.keys"))));
}

void tst_Encorectl::manyFromStandardInput()
{
    QByteArray codes;
    for (int i = 0; i < 200; ++i)
        codes += i == 150 ? QByteArray("secret-two\n") : "nobody-" + QByteArray::number(i) + '\n';
    const Answer answer = encorectl({QStringLiteral("--json"), QStringLiteral("door"), QStringLiteral("scan"), QStringLiteral("--gate"),
                                     QStringLiteral("A"), QStringLiteral("--stdin")},
                                    codes);
    QCOMPARE(answer.exitCode, 1);
    const QList<QByteArray> lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 200);
    QCOMPARE(answer.json(150).value(u"verdict").toString(), QStringLiteral("admitted"));
    QCOMPARE(answer.json(149).value(u"reason").toString(), QStringLiteral("unknown"));
}

void tst_Encorectl::killedInTheMiddle()
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(ENCORECTL), {QStringLiteral("--json"), QStringLiteral("door"), QStringLiteral("scan"), QStringLiteral("--gate"),
                                              QStringLiteral("R"), QStringLiteral("--stdin")});
    QVERIFY(process.waitForStarted());
    QByteArray codes;
    for (int i = 0; i < 20'000; ++i)
        codes += "nobody\n";
    process.write("secret-one\n" + codes);
    QByteArray printed;
    while (printed.count('\n') < 100) {
        QVERIFY(process.waitForReadyRead(30'000));
        printed += process.readAllStandardOutput();
    }
    process.kill();
    QVERIFY(process.waitForFinished());
    printed += process.readAllStandardOutput();
    printed.truncate(printed.lastIndexOf('\n'));
    const Answer log = encorectl({QStringLiteral("door"), QStringLiteral("log"), QStringLiteral("--limit"), QStringLiteral("1000")});
    QCOMPARE(log.exitCode, 0); // the killed process's lock is in nobody's way
    for (const QByteArray& line : printed.split('\n').mid(0, 500)) {
        const QString scan = QJsonDocument::fromJson(line).object().value(u"scan_id").toString();
        QVERIFY(!scan.isEmpty());
    }
    // Whatever was told has been written: as many scans as answers, or a batch more that had no time to be told.
    const QJsonObject proof = encorectl({QStringLiteral("--json"), QStringLiteral("audit"), QStringLiteral("verify")}).json();
    QVERIFY(proof.value(u"proven").toBool());
    QVERIFY(proof.value(u"scans").toInt() >= printed.count('\n') + 1);
}

void tst_Encorectl::undoStatusLog()
{
    const QJsonObject verdict = encorectl({QStringLiteral("--json"), QStringLiteral("door"), QStringLiteral("scan"), QStringLiteral("--gate"),
                                           QStringLiteral("Gate A"), QStringLiteral("secret-one")})
                                    .json();
    const auto inside = [this] {
        return encorectl({QStringLiteral("door"), QStringLiteral("status"), QStringLiteral("--gate"), QStringLiteral("A")}).json().value(u"zone_inside").toInt();
    };
    QCOMPARE(inside(), 1);
    const Answer undone = encorectl({QStringLiteral("door"), QStringLiteral("undo"), verdict.value(u"scan_id").toString(),
                                     QStringLiteral("--reason"), QStringLiteral("wrong person")});
    QVERIFY2(undone.exitCode == 0, undone.err.constData());
    QCOMPARE(inside(), 0);
    const QJsonObject line = encorectl({QStringLiteral("door"), QStringLiteral("log")}).json();
    QVERIFY(line.value(u"undone").toBool());
    QCOMPARE(line.value(u"undo_reason").toString(), QStringLiteral("wrong person"));
    const Answer korean = encorectl({QStringLiteral("--language"), QStringLiteral("ko"), QStringLiteral("door"), QStringLiteral("scan"),
                                     QStringLiteral("--gate"), QStringLiteral("Z"), QStringLiteral("x")});
    QVERIFY(QString::fromUtf8(korean.err).contains(QStringLiteral("게이트가 없습니다")));
}

void tst_Encorectl::exportAndImport()
{
    const QString first = m_folder->filePath(QStringLiteral("1.json"));
    const QString second = m_folder->filePath(QStringLiteral("2.json"));
    QCOMPARE(encorectl({QStringLiteral("export"), first}).exitCode, 0);
    m_environment.insert(QStringLiteral("ENCORE_WORKSPACE"), m_folder->filePath(QStringLiteral("other.encore")));
    QCOMPARE(encorectl({QStringLiteral("init")}).exitCode, 0);
    QCOMPARE(encorectl({QStringLiteral("import"), first}).exitCode, 0);
    QCOMPARE(encorectl({QStringLiteral("export"), second}).exitCode, 0);
    QFile one(first);
    QFile two(second);
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    QCOMPARE(two.readAll(), one.readAll());
}

/// All that stands in it is done for real, with a server and two desks; the pictures need a console, and have tests of their own.
void tst_Encorectl::theTour()
{
    const QString folder = m_folder->filePath(QStringLiteral("tour"));
    const Answer toured = encorectl({QStringLiteral("tour"), QStringLiteral("--no-pictures"), QStringLiteral("--out"), folder});
    QVERIFY2(toured.exitCode == 0, toured.err.constData());
    for (const char* file : {"/tour.encore", "/house.encore", "/desk1.encore", "/desk2.encore", "/ticket.png", "/group.pdf", "/packing.pdf", "/books.journal"})
        QVERIFY2(QFileInfo(folder + QLatin1StringView(file)).size() > 0, file);
    QFile list(folder + QStringLiteral("/list.txt"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QCOMPARE(toured.out.count("✓ "), list.readAll().count('\n'));
    const Answer again = encorectl({QStringLiteral("tour"), QStringLiteral("--no-pictures"), QStringLiteral("--out"), folder});
    QVERIFY2(again.exitCode == 0, again.err.constData()); // it replaces what it left
}

QTEST_GUILESS_MAIN(tst_Encorectl)
#include "tst_encorectl.moc"
