// SPDX-License-Identifier: GPL-3.0-or-later
#include "jpeghead.h"

namespace encore::raster
{
namespace
{
constexpr int startOfFrame = 0xc0;
constexpr int progressive = 0xc2;
constexpr int progressiveArithmetic = 0xca;
constexpr int startOfScan = 0xda;
constexpr qint64 tailLength = 64 * 1024; ///< cameras append data of their own

int bigEndian(const QByteArray& bytes, qsizetype at)
{
    return uchar(bytes.at(at)) << 8 | uchar(bytes.at(at + 1));
}

bool isFrame(int marker)
{
    const bool isTable = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
    return marker >= startOfFrame && marker <= 0xcf && !isTable;
}

} // namespace

JpegHead readJpegHead(QIODevice& device)
{
    JpegHead head;
    device.seek(0);
    head.isJpeg = device.read(3) == QByteArray("\xff\xd8\xff");
    if (!head.isJpeg)
        return head;
    device.seek(2);
    for (QByteArray mark = device.read(4); mark.size() == 4; mark = device.read(4)) {
        const int marker = uchar(mark.at(1));
        const int length = bigEndian(mark, 2);
        if (uchar(mark.at(0)) != 0xff || marker == startOfScan || length < 2)
            break;
        if (isFrame(marker)) {
            const QByteArray frame = device.read(6);
            head.isProgressive = marker == progressive || marker == progressiveArithmetic;
            head.components = frame.size() == 6 ? uchar(frame.at(5)) : 3;
            break;
        }
        if (!device.seek(device.pos() + length - 2))
            break;
    }
    device.seek(std::max<qint64>(0, device.size() - tailLength));
    head.hasEnd = device.readAll().contains("\xff\xd9");
    return head;
}

} // namespace encore::raster
