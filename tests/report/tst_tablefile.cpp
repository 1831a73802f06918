// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablefile.h"

#include <QStringEncoder>
#include <QTest>

using namespace encore;
using report::readTable;

class tst_TableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differentOnlyInForm_data();
    void differentOnlyInForm();
    void quotesAndLines();
    void faultsNameTheLine_data();
    void faultsNameTheLine();
};

void tst_TableFile::differentOnlyInForm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString plain = QStringLiteral("이름,수량\n김하나,2\n");
    QTest::newRow("plain") << plain.toUtf8();
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF" + plain.toUtf8());
    QTest::newRow("CRLF") << QString(plain).replace(u'\n', QStringLiteral("\r\n")).toUtf8();
    QTest::newRow("CR") << QString(plain).replace(u'\n', u'\r').toUtf8();
    QTest::newRow("semicolon") << QString(plain).replace(u',', u';').toUtf8();
    QTest::newRow("tab") << QString(plain).replace(u',', u'\t').toUtf8();
    QTest::newRow("no end of line") << plain.trimmed().toUtf8();
    QTest::newRow("empty lines") << QByteArray("\n" + plain.toUtf8() + "\n\n,\n");
    QTest::newRow("separators left behind") << QStringLiteral("이름,수량\n김하나,2,,,\n").toUtf8();
    QTest::newRow("blanks") << QStringLiteral(" 이름 , 수량\n 김하나 ,2 \n").toUtf8();
    QStringEncoder wide(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("UTF-16") << QByteArray(wide.encode(QString(plain).replace(u',', u'\t')));
    QStringEncoder korean("CP949");
    QVERIFY(korean.isValid());
    QTest::newRow("Korean Windows") << QByteArray(korean.encode(plain));
}

void tst_TableFile::differentOnlyInForm()
{
    QFETCH(QByteArray, bytes);
    const auto table = readTable(bytes, 10);
    QVERIFY2(table.ok(), table.ok() ? "" : table.error().message.id.constData());
    QCOMPARE(table->header, (QStringList{QStringLiteral("이름"), QStringLiteral("수량")}));
    QCOMPARE(table->rows.size(), size_t(1));
    QCOMPARE(table->rows[0].cells, (QStringList{QStringLiteral("김하나"), QStringLiteral("2")}));
}

void tst_TableFile::quotesAndLines()
{
    const auto table = readTable("a,b\n\"x, \"\"y\"\"\nsecond\",1\n\nlast,2\n", 10);
    QVERIFY(table.ok());
    QCOMPARE(table->rows.size(), size_t(2));
    QCOMPARE(table->rows[0].cells[0], QStringLiteral("x, \"y\"\nsecond"));
    QCOMPARE(table->rows[0].line, 2);
    QCOMPARE(table->rows[1].line, 5); // the quoted line end and the empty line count
    QCOMPARE(readTable("a,b\nonly\n", 10)->rows[0].cells, (QStringList{QStringLiteral("only"), QString()}));
}

void tst_TableFile::faultsNameTheLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << QByteArray("table.empty") << 0;
    QTest::newRow("only titles") << QByteArray("a,b\n") << QByteArray("table.empty") << 0;
    QTest::newRow("binary") << QByteArray("PK\x03\x04\0\0\xFF\xFE\x9D", 9) << QByteArray("table.no_text") << 0;
    QTest::newRow("a title twice") << QByteArray("a,b,A\n1,2,3\n") << QByteArray("table.title_twice") << 0;
    QTest::newRow("too many cells") << QByteArray("a,b\n1,2\n1,2,3\n") << QByteArray("table.cells") << 3;
    QTest::newRow("an open quote") << QByteArray("a,b\n1,2\n\"3,4\n") << QByteArray("table.quotes") << 3;
    QTest::newRow("a quote within") << QByteArray("a,b\n1,2\n1,2\n\"3\"x,4\n") << QByteArray("table.quotes") << 4;
    QTest::newRow("too many rows") << QByteArray("a\n1\n2\n3\n") << QByteArray("table.too_long") << 0;
}

void tst_TableFile::faultsNameTheLine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, fault);
    QFETCH(int, line);
    const auto table = readTable(bytes, 2);
    QVERIFY(!table.ok());
    QCOMPARE(table.error().message.id, fault);
    if (line > 0) {
        const QString words = domain::words(table.error().message, domain::Language::English);
        QVERIFY2(words.contains(QStringLiteral("ine %1").arg(line)), qPrintable(words));
    }
}

QTEST_GUILESS_MAIN(tst_TableFile)
#include "tst_tablefile.moc"
