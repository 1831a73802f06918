// SPDX-License-Identifier: GPL-3.0-or-later
#include "cborreading.h"
#include "support/table.h"

#include <QCborStreamWriter>
#include <QTest>

using namespace encore;

class tst_CborReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void published_data();
    void published();
    void integers_data();
    void integers();
    void longString();
};

namespace
{
bool copyItem(QCborStreamReader& reader, QCborStreamWriter& writer, int depth);

bool copyItems(QCborStreamReader& reader, QCborStreamWriter& writer, quint64 count, int depth)
{
    for (quint64 item = 0; item < count; ++item) {
        if (!copyItem(reader, writer, depth))
            return false;
    }
    return reader.leaveContainer();
}

/// Reads one item with the functions under test and writes it again.
bool copyItem(QCborStreamReader& reader, QCborStreamWriter& writer, int depth)
{
    if (depth > 8)
        return false;
    if (reader.isTag()) {
        const QCborTag tag = reader.toTag();
        writer.append(tag);
        return ticket::takeTag(reader, quint64(tag)) && copyItem(reader, writer, depth + 1);
    }
    if (reader.isArray()) {
        const std::optional<quint64> count = ticket::enterArray(reader);
        if (!count)
            return false;
        writer.startArray(*count);
        return copyItems(reader, writer, *count, depth + 1) && writer.endArray();
    }
    if (reader.isMap()) {
        const std::optional<quint64> count = ticket::enterMap(reader);
        if (!count)
            return false;
        writer.startMap(*count);
        return copyItems(reader, writer, *count * 2, depth + 1) && writer.endMap();
    }
    if (const auto bytes = ticket::takeBytes(reader)) {
        writer.append(*bytes);
        return true;
    }
    if (const auto text = ticket::takeText(reader)) {
        writer.append(QStringView(*text));
        return true;
    }
    const auto integer = ticket::takeInteger(reader);
    if (integer)
        writer.append(*integer);
    return integer.has_value();
}
} // namespace

void tst_CborReading::published_data()
{
    QTest::addColumn<QByteArray>("cbor");
    QTest::addColumn<bool>("canonical");
    for (const QStringList& row : tests::table(QStringLiteral("cbor-rfc8949.tsv"), 2))
        QTest::newRow(qUtf8Printable(row.at(0))) << tests::fromHex(row.at(0)) << (row.at(1) == u"canonical");
}

void tst_CborReading::published()
{
    QFETCH(QByteArray, cbor);
    QFETCH(bool, canonical);
    QByteArray again;
    QCborStreamReader reader(cbor);
    QCborStreamWriter writer(&again);
    const bool copied = copyItem(reader, writer, 0);
    QCOMPARE(copied && reader.currentOffset() == cbor.size() && again == cbor, canonical);
}

void tst_CborReading::integers_data()
{
    QTest::addColumn<QByteArray>("cbor");
    QTest::addColumn<qint64>("value");
    QTest::newRow("0") << QByteArray::fromHex("00") << qint64(0);
    QTest::newRow("23") << QByteArray::fromHex("17") << qint64(23);
    QTest::newRow("1000000000000") << QByteArray::fromHex("1b000000e8d4a51000") << qint64(1000000000000);
    QTest::newRow("-1") << QByteArray::fromHex("20") << qint64(-1);
    QTest::newRow("-1000") << QByteArray::fromHex("3903e7") << qint64(-1000);
    QTest::newRow("-70001") << QByteArray::fromHex("3a00011170") << qint64(-70001);
    QTest::newRow("the largest") << QByteArray::fromHex("1b7fffffffffffffff") << std::numeric_limits<qint64>::max();
    QTest::newRow("the smallest") << QByteArray::fromHex("3b7fffffffffffffff") << std::numeric_limits<qint64>::min();
}

void tst_CborReading::integers()
{
    QFETCH(QByteArray, cbor);
    QFETCH(qint64, value);
    QCborStreamReader reader(cbor);
    const std::optional<qint64> taken = ticket::takeInteger(reader);
    QVERIFY(taken);
    QCOMPARE(*taken, value);
}

// A length that nothing of a ticket has is refused before memory is asked for.
void tst_CborReading::longString()
{
    for (const qsizetype length : {qsizetype(0xffff), qsizetype(0x10000), qsizetype(0x10001)}) {
        QByteArray cbor;
        QCborStreamWriter writer(&cbor);
        writer.append(QByteArray(length, 'x'));
        QCborStreamReader reader(cbor);
        QCOMPARE(ticket::takeBytes(reader).has_value(), length <= 0x10000);
    }
}

QTEST_GUILESS_MAIN(tst_CborReading)
#include "tst_cborreading.moc"
