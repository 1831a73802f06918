// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakes.h"
#include "support/table.h"
#include "ticket/ticketcode.h"

#include <QTest>

using namespace encore;

class tst_CleanCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleans_data();
    void cleans();
    void leavesLongTexts();
    void cleaningTwiceIsCleaningOnce();
};

namespace
{
/// \xNN in a table is that character.
QString unescaped(const QString& field)
{
    QString text;
    for (qsizetype at = 0; at < field.size(); ++at) {
        if (field.at(at) == u'\\' && field.mid(at + 1, 1) == u"x") {
            text += QChar(field.mid(at + 2, 2).toUShort(nullptr, 16));
            at += 3;
        } else {
            text += field.at(at);
        }
    }
    return text;
}
} // namespace

void tst_CleanCode::cleans_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("cleaned");
    for (const QStringList& row : tests::table(QStringLiteral("cleaning.tsv"), 3))
        QTest::newRow(qUtf8Printable(row.at(0))) << unescaped(row.at(1)) << unescaped(row.at(2));
}

void tst_CleanCode::cleans()
{
    QFETCH(QString, raw);
    QFETCH(QString, cleaned);
    QCOMPARE(ticket::cleanCode(raw), cleaned);
    QCOMPARE(ticket::cleanCode(cleaned), cleaned);
}

void tst_CleanCode::leavesLongTexts()
{
    const QString longest = QString(ticket::maxCodeLength - 1, u'A') + u'\n';
    QCOMPARE(ticket::cleanCode(longest).size(), longest.size() - 1);
    const QString tooLong = longest + u'\n';
    QCOMPARE(ticket::cleanCode(tooLong), tooLong);
    const QString megabyte(1 << 20, u'\n');
    QVERIFY(ticket::cleanCode(megabyte).isSharedWith(megabyte));
}

void tst_CleanCode::cleaningTwiceIsCleaningOnce()
{
    support::SeededRandom random(8);
    const QString pieces[] = {QStringLiteral("]Q1"), QStringLiteral("\\000026"), QStringLiteral("\n"),
        QStringLiteral(" "), QStringLiteral("A"), QStringLiteral("]"), QStringLiteral("\\0000"), QStringLiteral("26")};
    for (int round = 0; round < 5000; ++round) {
        QString raw;
        for (const char byte : random.bytes(round % 9))
            raw += pieces[byte & 7];
        const QString once = ticket::cleanCode(raw);
        QCOMPARE(ticket::cleanCode(once), once);
        QVERIFY(raw.contains(once));
    }
}

QTEST_GUILESS_MAIN(tst_CleanCode)
#include "tst_cleancode.moc"
