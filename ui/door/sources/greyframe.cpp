// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/greyframe.h"

namespace encore::ui
{

namespace
{

bool firstPlaneIsGrey(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_IMC1:
    case QVideoFrameFormat::Format_IMC2:
    case QVideoFrameFormat::Format_IMC3:
    case QVideoFrameFormat::Format_IMC4:
    case QVideoFrameFormat::Format_Y8:
        return true;
    default:
        return false;
    }
}

} // namespace

GreyFrame::GreyFrame(const QVideoFrame& frame) : m_frame(frame), m_size(frame.size())
{
    const QVideoFrameFormat::PixelFormat format = m_frame.pixelFormat();
    if (!m_frame.map(QVideoFrame::ReadOnly))
        return;
    if (firstPlaneIsGrey(format)) {
        m_pixels = m_frame.bits(0);
        m_stride = m_frame.bytesPerLine(0);
        return;
    }
    if (format == QVideoFrameFormat::Format_YUYV) {
        takeEverySecondByte(0);
    } else if (format == QVideoFrameFormat::Format_UYVY) {
        takeEverySecondByte(1);
    } else if (format == QVideoFrameFormat::Format_Jpeg) {
        takeImage(QImage::fromData(m_frame.bits(0), m_frame.mappedBytes(0)));
    } else if (const QImage::Format plain = QVideoFrameFormat::imageFormatFromPixelFormat(format);
               plain != QImage::Format_Invalid) {
        takeImage(QImage(m_frame.bits(0), m_size.width(), m_size.height(), m_frame.bytesPerLine(0), plain));
    } else {
        m_frame.unmap();
        takeImage(m_frame.toImage());
    }
}

GreyFrame::~GreyFrame()
{
    if (m_frame.isMapped())
        m_frame.unmap();
}

void GreyFrame::takeImage(const QImage& image)
{
    m_converted = image.convertToFormat(QImage::Format_Grayscale8);
    if (m_converted.isNull())
        return;
    m_pixels = m_converted.constBits();
    m_size = m_converted.size();
    m_stride = m_converted.bytesPerLine();
}

// Packed YUV, which most USB cameras send: Y and colour take turns.
void GreyFrame::takeEverySecondByte(int firstByte)
{
    m_converted = QImage(m_size, QImage::Format_Grayscale8);
    if (m_converted.isNull())
        return;
    for (int y = 0; y < m_size.height(); ++y) {
        const uchar* from = m_frame.bits(0) + qsizetype(y) * m_frame.bytesPerLine(0) + firstByte;
        uchar* to = m_converted.scanLine(y);
        for (int x = 0; x < m_size.width(); ++x)
            to[x] = from[2 * x];
    }
    m_pixels = m_converted.constBits();
    m_stride = m_converted.bytesPerLine();
}

} // namespace encore::ui
