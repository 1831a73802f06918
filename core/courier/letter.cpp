// SPDX-License-Identifier: GPL-3.0-or-later
#include "courier/letter.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace encore::courier
{

namespace
{

constexpr qsizetype longestLine = 76; // RFC 2045 §6.8
const QByteArray lineEnd = QByteArrayLiteral("\r\n");

/// On one line: whatever could end it becomes a space.
QString oneLine(const QString& text)
{
    QString line = text;
    std::replace_if(line.begin(), line.end(), [](QChar c) { return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator; }, u' ');
    return line.simplified();
}

bool isPlain(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

/// RFC 2047: words of at most 75 characters, none of which parts a letter.
QByteArray encodedWords(const QString& text)
{
    constexpr qsizetype mostBytes = 42; // 56 as base64, and the frame of =?UTF-8?B?…?=
    QByteArray words;
    QByteArray part;
    const auto flush = [&] {
        words += (words.isEmpty() ? QByteArray() : lineEnd + ' ') + "=?UTF-8?B?" + part.toBase64() + "?=";
        part.clear();
    };
    for (const uint letter : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(reinterpret_cast<const char32_t*>(&letter), 1).toUtf8();
        if (part.size() + bytes.size() > mostBytes)
            flush();
        part += bytes;
    }
    if (!part.isEmpty())
        flush();
    return words;
}

QByteArray headerText(const QString& text)
{
    constexpr qsizetype mostPlain = 60; // longer ones are folded as encoded words
    const QString line = oneLine(text);
    return isPlain(line) && line.size() <= mostPlain && !line.contains(QStringLiteral("=?")) ? line.toLatin1() : encodedWords(line);
}

QByteArray mailbox(const QString& name, const QString& address)
{
    const QString line = oneLine(name);
    const QByteArray where = '<' + plainAddress(address) + '>';
    if (line.isEmpty())
        return where;
    if (!isPlain(line) || line.size() > 60 || line.contains(QStringLiteral("=?")))
        return encodedWords(line) + lineEnd + ' ' + where;
    QString quoted = line;
    quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return '"' + quoted.toLatin1() + "\" " + where;
}

QByteArray base64Lines(const QByteArray& bytes)
{
    const QByteArray all = bytes.toBase64();
    QByteArray lines;
    lines.reserve(all.size() + all.size() / longestLine * 2 + 2);
    for (qsizetype at = 0; at < all.size(); at += longestLine)
        lines += all.mid(at, longestLine) + lineEnd;
    return lines;
}

QByteArray textPart(const Letter& letter)
{
    QString text = letter.text;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n').replace(u'\n', QStringLiteral("\r\n"));
    return "Content-Type: text/plain; charset=utf-8" + lineEnd + "Content-Transfer-Encoding: base64" + lineEnd + lineEnd + base64Lines(text.toUtf8());
}

QByteArray attachedPart(const Attachment& attachment)
{
    QByteArray name = attachment.fileName.toLatin1();
    std::replace_if(name.begin(), name.end(), [](char c) { return c < '!' || c > '~' || c == '"' || c == '\\'; }, '_');
    return "Content-Type: " + attachment.mediaType + lineEnd + "Content-Disposition: attachment; filename=\"" + name + '"' + lineEnd
        + "Content-Transfer-Encoding: base64" + lineEnd + lineEnd + base64Lines(attachment.bytes);
}

} // namespace

QByteArray plainAddress(const QString& address)
{
    const QString at = oneLine(address).remove(u' ').remove(u'<').remove(u'>');
    return at.section(u'@', 0, 0).toLatin1() + '@' + QUrl::toAce(at.section(u'@', 1));
}

QByteArray messageIdOf(const Letter& letter)
{
    return letter.id.toByteArray(QUuid::WithoutBraces) + plainAddress(letter.fromAddress).mid(plainAddress(letter.fromAddress).indexOf('@'));
}

QByteArray mimeText(const Letter& letter, domain::Instant at)
{
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC);
    QByteArray text = "Date: " + date.toString(Qt::RFC2822Date).toLatin1() + lineEnd + "From: " + mailbox(letter.fromName, letter.fromAddress) + lineEnd
        + "To: " + mailbox(letter.toName, letter.toAddress) + lineEnd + "Subject: " + headerText(letter.subject) + lineEnd
        + "Message-ID: <" + messageIdOf(letter) + '>' + lineEnd + "Auto-Submitted: auto-generated" + lineEnd + "MIME-Version: 1.0" + lineEnd;
    if (letter.attachments.empty())
        return text + textPart(letter);
    const QByteArray boundary = "encore-" + letter.id.toByteArray(QUuid::Id128); // no line of base64 begins with two dashes
    text += "Content-Type: multipart/mixed;" + lineEnd + " boundary=\"" + boundary + '"' + lineEnd + lineEnd;
    text += "--" + boundary + lineEnd + textPart(letter);
    for (const Attachment& attachment : letter.attachments)
        text += "--" + boundary + lineEnd + attachedPart(attachment);
    return text + "--" + boundary + "--" + lineEnd;
}

} // namespace encore::courier
