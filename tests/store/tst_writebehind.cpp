// SPDX-License-Identifier: GPL-3.0-or-later
#include "writebehind.h"

#include <QTest>

using namespace encore::store;

namespace
{

const QByteArray seen("seen");
const QByteArray other("other");

void add(WriteBehind& waiting, const char* sql, const QVariantList& values)
{
    waiting.add(sql, StatementForm(sql), values);
}

} // namespace

class tst_WriteBehind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsForms_data();
    void knowsForms();
    void concerns_data();
    void concerns();
    void keepsTheirOrder();
};

void tst_WriteBehind::knowsForms_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<bool>("isKeyed");
    QTest::newRow("a row") << QByteArray("INSERT INTO a (id, b) VALUES (?, ?)") << QByteArray("a") << true;
    QTest::newRow("a row that may be there") << QByteArray("INSERT OR IGNORE INTO a (id) VALUES (?)") << QByteArray("a") << true;
    QTest::newRow("a row instead") << QByteArray("INSERT INTO a (id, b) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET b = excluded.b") << QByteArray("a") << true;
    QTest::newRow("rows of a question") << QByteArray("INSERT INTO a (id) SELECT max(id) + 1 FROM a") << QByteArray("a") << false;
    QTest::newRow("one row anew") << QByteArray("UPDATE a SET b = ? WHERE id = ?") << QByteArray("a") << true;
    QTest::newRow("many rows anew") << QByteArray("UPDATE a SET b = ? WHERE c = ?") << QByteArray("a") << false;
    QTest::newRow("one of several") << QByteArray("UPDATE a SET b = ? WHERE id = ? OR c = 1") << QByteArray("a") << false;
    QTest::newRow("all rows") << QByteArray("DELETE FROM a") << QByteArray("a") << false;
    QTest::newRow("somewhere") << QByteArray("DELETE FROM main.a WHERE owner = ?") << QByteArray("a") << true;
    QTest::newRow("a question") << QByteArray("SELECT b FROM a WHERE id = ?") << QByteArray() << false;
    QTest::newRow("something else") << QByteArray("ROLLBACK TO a") << QByteArray() << false;
}

void tst_WriteBehind::knowsForms()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, table);
    QFETCH(const bool, isKeyed);
    const StatementForm form(sql);
    QCOMPARE(form.table, table);
    QCOMPARE(form.isWrite, !table.isEmpty());
    QCOMPARE(form.isKeyed, isKeyed);
    QCOMPARE(form.isQuestion, sql.startsWith("SELECT"));
}

void tst_WriteBehind::concerns_data()
{
    QTest::addColumn<QByteArray>("write");
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<bool>("anyRow");
    QTest::addColumn<bool>("rowSeen");
    const QByteArray row("INSERT INTO a (id, b) VALUES (?, ?)");
    QTest::newRow("the same row") << row << QByteArray("SELECT b FROM a WHERE id = ?") << true << true;
    QTest::newRow("another table") << row << QByteArray("SELECT b FROM ab WHERE id = ?") << false << false;
    QTest::newRow("in a join") << row << QByteArray("SELECT 1 FROM c JOIN a ON a.id = c.a WHERE c.id = ?") << true << true;
    QTest::newRow("rows that no key names") << QByteArray("UPDATE a SET b = ? WHERE c = ?") << QByteArray("SELECT b FROM a WHERE id = ?") << true << true;
    QTest::newRow("no question") << row << QByteArray("PRAGMA data_version") << true << false;
}

void tst_WriteBehind::concerns()
{
    QFETCH(const QByteArray, write);
    QFETCH(const QByteArray, question);
    QFETCH(const bool, anyRow);
    QFETCH(const bool, rowSeen);
    const StatementForm form(question);
    WriteBehind waiting;
    QVERIFY(!waiting.concerns(form));
    QVERIFY(!waiting.concerns(form, seen));
    add(waiting, write.constData(), {seen, QStringLiteral("text")});
    QCOMPARE(waiting.concerns(form), anyRow);
    QCOMPARE(waiting.concerns(form, seen), rowSeen);
    // Another row of the same table waits for nobody, unless the write says only in part which rows it touches.
    QCOMPARE(waiting.concerns(form, other), rowSeen && !StatementForm(write).isKeyed);
    (void)waiting.take();
    QVERIFY(!waiting.concerns(form));
    QVERIFY(!waiting.concerns(form, seen));
}

void tst_WriteBehind::keepsTheirOrder()
{
    const char* first = "INSERT INTO a (id) VALUES (?)";
    const char* second = "INSERT INTO b (id) VALUES (?)";
    WriteBehind waiting;
    add(waiting, first, {1});
    add(waiting, second, {2});
    add(waiting, first, {3});
    add(waiting, second, {4});
    waiting.dropFrom(3);
    const std::vector<WriteBehind::Write> writes = waiting.take();
    QCOMPARE(writes.size(), size_t(3));
    QCOMPARE(writes[0].sql, first);
    QCOMPARE(writes[1].sql, second);
    QCOMPARE(writes[2].sql, first);
    QCOMPARE(writes[2].values, QVariantList{3});
    QCOMPARE(waiting.size(), size_t(0));
}

QTEST_APPLESS_MAIN(tst_WriteBehind)
#include "tst_writebehind.moc"
