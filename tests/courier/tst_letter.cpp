// SPDX-License-Identifier: GPL-3.0-or-later
#include "courier/letter.h"

#include <QTest>

using namespace encore;
using courier::Letter;

/// A letter's text: one header a line whatever was typed, everything in ASCII, and an id that stays.
class tst_Letter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhole();
    void nothingTypedEndsALine_data();
    void nothingTypedEndsALine();
    void wordsAreShortAndWhole();

private:
    static Letter letter()
    {
        Letter made;
        made.id = QUuid::fromString(QStringLiteral("{018f3c1e-0000-7000-8000-00000000000a}"));
        made.fromAddress = QStringLiteral("box@hall.example");
        made.fromName = QStringLiteral("Hall");
        made.toAddress = QStringLiteral("kim@example.org");
        made.toName = QStringLiteral("Kim \"K\" \\ Ha");
        made.subject = QStringLiteral("Your tickets");
        made.text = QStringLiteral("안녕하세요\n.\nbye\n");
        return made;
    }
    static constexpr domain::Instant at{1'795'168'800'000}; // 2026-11-20T10:00:00Z
};

void tst_Letter::isWhole()
{
    const QByteArray text = mimeText(letter(), at);
    QCOMPARE(text,
             QByteArray("Date: 20 Nov 2026 10:00:00 +0000\r\nFrom: \"Hall\" <box@hall.example>\r\nTo: \"Kim \\\"K\\\" \\\\ Ha\" <kim@example.org>\r\n"
                        "Subject: Your tickets\r\nMessage-ID: <018f3c1e-0000-7000-8000-00000000000a@hall.example>\r\nAuto-Submitted: auto-generated\r\n"
                        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                 + QStringLiteral("안녕하세요\r\n.\r\nbye\r\n").toUtf8().toBase64() + "\r\n");
    QCOMPARE(mimeText(letter(), at), text);
    Letter more = letter();
    more.attachments = {{QStringLiteral("a\"\r\nX: y.pdf"), "application/pdf", QByteArray(200, 'x')}};
    QVERIFY(mimeText(more, at).contains("filename=\"a___X:_y.pdf\"\r\n"));
    QVERIFY(mimeText(more, at).endsWith("--encore-018f3c1e00007000800000000000000a--\r\n"));
}

void tst_Letter::nothingTypedEndsALine_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"a\r\nBcc: x@example.org", "a\nBcc: x@example.org", "a\rBcc: x@example.org", "a\r\n\r\nBcc: text", "\r\nBcc: x", "a\n Bcc: x",
                              "=?UTF-8?B?DQpCY2M6?=", "\xe2\x80\xa8" "Bcc: x", "\xc2\x85" "Bcc: x", "한글\r\nBcc: x@example.org", "a\x0b\x0c\x00 Bcc: x"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void tst_Letter::nothingTypedEndsALine()
{
    QFETCH(QString, typed);
    Letter injected = letter();
    injected.subject = typed;
    injected.toName = typed;
    injected.fromName = typed;
    injected.toAddress = QString(QStringLiteral("kim@example.org") + typed);
    injected.fromAddress = QString(QStringLiteral("box") + typed + QStringLiteral("@hall.example"));
    const QByteArray text = mimeText(injected, at);
    const QByteArray head = text.left(text.indexOf("\r\n\r\n"));
    QVERIFY(!head.contains('\0'));
    QByteArrayList names;
    for (const QByteArray& line : head.split('\n')) {
        QVERIFY2(line.endsWith('\r') || head.endsWith(line), line.constData());
        if (!line.startsWith(' '))
            names << line.left(line.indexOf(':'));
    }
    QCOMPARE(names, (QByteArrayList{"Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}));
    QCOMPARE(text.count("\r\n\r\n"), 1);
    QVERIFY(!courier::plainAddress(injected.toAddress).contains(QByteArrayLiteral("\n")));
    for (const char letter : text)
        QVERIFY(uchar(letter) < 0x7f);
}

void tst_Letter::wordsAreShortAndWhole()
{
    Letter made = letter();
    made.subject = QStringLiteral("봄밤의 콘서트 🎸 ").repeated(12);
    made.toName = QString(300, u'x');
    const QByteArray text = mimeText(made, at);
    QByteArray decoded;
    for (const QByteArray& line : text.left(text.indexOf("\r\n\r\n")).split('\n')) {
        QVERIFY2(line.size() <= 78, line.constData());
        const qsizetype begin = line.indexOf("=?UTF-8?B?");
        if (begin < 0 || decoded.contains("xxx"))
            continue;
        const QByteArray word = QByteArray::fromBase64(line.mid(begin + 10, line.lastIndexOf("?=") - begin - 10));
        QVERIFY(!QString::fromUtf8(word).contains(QChar::ReplacementCharacter)); // no letter is parted
        if (!word.startsWith('x'))
            decoded += word;
    }
    QCOMPARE(QString::fromUtf8(decoded), made.subject.simplified());
}

QTEST_APPLESS_MAIN(tst_Letter)
#include "tst_letter.moc"
