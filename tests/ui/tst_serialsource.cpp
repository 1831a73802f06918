// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/serialsource.h"

#include "domain/message.h"
#include "sources/scanlines.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#endif

using namespace encore;
using ui::ScanEvent;
using ui::SerialSource;

namespace
{

#ifdef Q_OS_UNIX
/// A scanner at the other end of a pseudo terminal.
class FakeScanner
{
public:
    FakeScanner() : m_scanner(posix_openpt(O_RDWR | O_NOCTTY))
    {
        if (m_scanner >= 0 && grantpt(m_scanner) == 0 && unlockpt(m_scanner) == 0)
            m_port = QString::fromLocal8Bit(ptsname(m_scanner));
    }
    ~FakeScanner() { unplug(); }
    Q_DISABLE_COPY_MOVE(FakeScanner)

    [[nodiscard]] QString port() const { return m_port; }
    [[nodiscard]] bool send(const QByteArray& bytes) const
    {
        return ::write(m_scanner, bytes.constData(), std::size_t(bytes.size())) == bytes.size();
    }
    void unplug()
    {
        if (m_scanner >= 0)
            ::close(std::exchange(m_scanner, -1));
    }

private:
    int m_scanner;
    QString m_port;
};
#endif

QStringList texts(const QSignalSpy& spy)
{
    QStringList result;
    for (const QList<QVariant>& arguments : spy)
        result.append(arguments.at(0).value<ScanEvent>().text);
    return result;
}

} // namespace

class tst_SerialSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
    void cutsWhatIsTooLong();
#ifdef Q_OS_UNIX
    void readsLines();
    void readsWithoutLineEnd();
    void lostAndFoundAgain();
    void otherPort();
#endif
    void missingPortIsSaidOnce();
    void faultsHaveWords();
};

void tst_SerialSource::cuts_data()
{
    QTest::addColumn<QStringList>("pieces");
    QTest::addColumn<QStringList>("codes");
    const auto list = [](std::initializer_list<const char*> texts) {
        QStringList result;
        for (const char* text : texts)
            result.append(QString::fromUtf8(text));
        return result;
    };
    QTest::newRow("CR") << list({"ABC\r"}) << list({"ABC"});
    QTest::newRow("LF") << list({"ABC\n"}) << list({"ABC"});
    QTest::newRow("CR LF is one end") << list({"ABC\r\n"}) << list({"ABC"});
    QTest::newRow("Tab") << list({"ABC\t"}) << list({"ABC"});
    QTest::newRow("in pieces") << list({"AB", "C", "\r"}) << list({"ABC"});
    QTest::newRow("several at once") << list({"ABC\r\nDEF\r\nGH"}) << list({"ABC", "DEF"});
    QTest::newRow("spaces belong to the code") << list({" A C \r"}) << list({" A C "});
    QTest::newRow("prefixes are left to the cleaning") << list({"]Q1ENC1:A\r"}) << list({"]Q1ENC1:A"});
    QTest::newRow("empty lines") << list({"\r\n\r\n\t"}) << list({});
    QTest::newRow("not ended yet") << list({"ABC"}) << list({});
}

void tst_SerialSource::cuts()
{
    QFETCH(QStringList, pieces);
    QFETCH(QStringList, codes);
    ui::ScanLines lines;
    QStringList result;
    for (const QString& piece : pieces)
        result += lines.add(piece.toUtf8());
    QCOMPARE(result, codes);
}

void tst_SerialSource::cutsWhatIsTooLong()
{
    ui::ScanLines lines;
    QVERIFY(lines.add(QByteArray(1000000, 'A')).isEmpty());
    QVERIFY(!lines.isEmpty());
    QCOMPARE(lines.flush(), QStringList(QString(ui::ScanLines::longestCode, QLatin1Char('A'))));
    QVERIFY(lines.isEmpty());
    QVERIFY(lines.flush().isEmpty());
}

#ifdef Q_OS_UNIX

void tst_SerialSource::readsLines()
{
    const FakeScanner scanner;
    SerialSource source;
    QSignalSpy scanned(&source, &SerialSource::scanned);
    source.setPort(scanner.port());
    source.setBaud(115200);
    QCOMPARE(source.baud(), 115200);
    QVERIFY(!source.isActive());
    source.start();
    QVERIFY(source.isActive());
    QVERIFY(source.isReady());
    QVERIFY(scanner.send("ENC1:6BF+70790\r\nABC 12"));
    QVERIFY(scanner.send("3\r"));
    QTRY_COMPARE(texts(scanned), QStringList({QStringLiteral("ENC1:6BF+70790"), QStringLiteral("ABC 123")}));
    QCOMPARE(scanned.at(0).at(0).value<ScanEvent>().origin, QStringLiteral("serial"));
    QCOMPARE(scanned.at(0).at(0).value<ScanEvent>().detail, scanner.port());
    source.stop();
    QVERIFY(!source.isActive());
    QVERIFY(!source.isReady());
}

void tst_SerialSource::readsWithoutLineEnd()
{
    const FakeScanner scanner;
    SerialSource source;
    QSignalSpy scanned(&source, &SerialSource::scanned);
    source.setPort(scanner.port());
    source.start();
    QVERIFY(scanner.send("ABC123"));
    QTRY_COMPARE(texts(scanned), QStringList(QStringLiteral("ABC123")));
    QVERIFY(scanner.send("DEF456"));
    QTRY_COMPARE(texts(scanned), QStringList({QStringLiteral("ABC123"), QStringLiteral("DEF456")}));
}

void tst_SerialSource::lostAndFoundAgain()
{
    // A link of one's own stands for the port, so that a second scanner can come at the same place.
    QTemporaryDir folder;
    const QString port = folder.filePath(QStringLiteral("ttyScanner"));
    FakeScanner first;
    QVERIFY(QFile::link(first.port(), port));
    SerialSource source;
    source.setRetryInterval(20);
    source.setPort(port);
    QSignalSpy failed(&source, &SerialSource::failed);
    QSignalSpy scanned(&source, &SerialSource::scanned);
    source.start();
    QVERIFY(source.isReady());

    first.unplug();
    QVERIFY(QFile::remove(port));
    QTRY_VERIFY(!source.isReady());
    QVERIFY(source.isActive());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).value<domain::Message>().id, QByteArray("source.serial.lost"));

    const FakeScanner second;
    QVERIFY(QFile::link(second.port(), port));
    QTRY_VERIFY(source.isReady());
    QVERIFY(second.send("AFTER\r"));
    QTRY_COMPARE(texts(scanned), QStringList(QStringLiteral("AFTER")));
    QCOMPARE(failed.size(), 1);
}

void tst_SerialSource::otherPort()
{
    const FakeScanner first;
    const FakeScanner second;
    SerialSource source;
    QSignalSpy scanned(&source, &SerialSource::scanned);
    source.setPort(first.port());
    source.start();
    source.setPort(second.port());
    QCOMPARE(source.port(), second.port());
    QVERIFY(source.isReady());
    QVERIFY(second.send("FROM 2\r"));
    QTRY_COMPARE(texts(scanned), QStringList(QStringLiteral("FROM 2")));
}

#endif

void tst_SerialSource::missingPortIsSaidOnce()
{
    SerialSource source;
    source.setRetryInterval(1);
    QSignalSpy failed(&source, &SerialSource::failed);
    source.start();
    QVERIFY(!source.isReady());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).value<domain::Message>().id, QByteArray("source.serial.no_port"));
    source.setPort(QStringLiteral("encore-no-such-port"));
    QCOMPARE(failed.size(), 2);
    QCOMPARE(failed.at(1).at(0).value<domain::Message>().id, QByteArray("source.serial.not_found"));
    for (int turn = 0; turn < 50; ++turn)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // each turn a vain retry
    QCOMPARE(failed.size(), 2);
    QVERIFY(source.isActive());
}

void tst_SerialSource::faultsHaveWords()
{
    for (const char* id : {"no_port", "not_found", "in_use", "no_permission", "lost", "failed"})
        QVERIFY2(domain::hasWords(QByteArray("source.serial.") + id), id);
}

QTEST_GUILESS_MAIN(tst_SerialSource)
#include "tst_serialsource.moc"
