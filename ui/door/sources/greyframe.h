// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QVideoFrame>

namespace encore::ui
{

/// The grey pixels of a video frame, for as long as this lives. Planar and semi-planar YUV is used where it lies: its
/// first plane is the grey picture. Anything else is converted.
class GreyFrame
{
public:
    explicit GreyFrame(const QVideoFrame& frame);
    ~GreyFrame();
    Q_DISABLE_COPY_MOVE(GreyFrame)

    [[nodiscard]] bool isValid() const { return m_pixels != nullptr; }
    [[nodiscard]] bool isConverted() const { return !m_converted.isNull(); }
    [[nodiscard]] const uchar* pixels() const { return m_pixels; }
    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] qsizetype stride() const { return m_stride; }

private:
    void takeImage(const QImage& image);
    void takeEverySecondByte(int firstByte);

    QVideoFrame m_frame;
    QImage m_converted;
    const uchar* m_pixels = nullptr;
    QSize m_size;
    qsizetype m_stride = 0;
};

} // namespace encore::ui
