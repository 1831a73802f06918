// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A video for tests, made where it is needed: JPEG pictures in an AVI container, which every media backend plays.
// Layout: Microsoft's AVI RIFF file reference (avih = AVIMAINHEADER, strh = AVISTREAMHEADER, strf = BITMAPINFOHEADER).

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QtEndian>

namespace encore::support
{

namespace avi
{

inline QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

inline QByteArray numbers(std::initializer_list<quint32> values)
{
    QByteArray bytes;
    for (const quint32 value : values)
        bytes += number(value);
    return bytes;
}

/// Chunks begin at even places.
inline QByteArray chunk(const char* name, const QByteArray& content)
{
    QByteArray bytes = QByteArray(name, 4) + number(quint32(content.size())) + content;
    if (bytes.size() % 2 != 0)
        bytes += '\0';
    return bytes;
}

inline QByteArray list(const char* name, const QByteArray& content)
{
    return chunk("LIST", QByteArray(name, 4) + content);
}

} // namespace avi

/// @p pictures: JPEG files, all of the given size.
inline QByteArray mjpegAvi(QSize size, int framesPerSecond, const QList<QByteArray>& pictures)
{
    using namespace avi;
    constexpr quint32 hasIndex = 0x10;
    constexpr quint32 keyFrame = 0x10;
    const auto width = quint32(size.width());
    const auto height = quint32(size.height());
    const auto rate = quint32(framesPerSecond);
    const auto count = quint32(pictures.size());

    QByteArray movie;
    QByteArray index;
    for (const QByteArray& picture : pictures) {
        index += QByteArray("00dc") + numbers({keyFrame, quint32(movie.size()) + 4, quint32(picture.size())});
        movie += chunk("00dc", picture);
    }
    const QByteArray mainHeader = numbers({1000000 / rate, 0, 0, hasIndex, count, 0, 1, 0, width, height, 0, 0, 0, 0});
    const QByteArray streamHeader = QByteArray("vidsMJPG") + numbers({0, 0, 0, 1, rate, 0, count, 0, 0xffffffff, 0})
        + numbers({0, width | (height << 16)});
    const QByteArray format = numbers({40, width, height, 1 | (24U << 16)}) + QByteArray("MJPG")
        + numbers({width * height * 3, 0, 0, 0, 0});
    const QByteArray headers
        = chunk("avih", mainHeader) + list("strl", chunk("strh", streamHeader) + chunk("strf", format));
    return chunk("RIFF", QByteArray("AVI ") + list("hdrl", headers) + list("movi", movie) + chunk("idx1", index));
}

} // namespace encore::support
