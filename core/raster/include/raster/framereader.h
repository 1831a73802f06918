// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSize>
#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace encore::raster
{

/// A code found in a frame of a live picture.
struct FrameCode {
    QString text;
    QString format; ///< for example "QRCode"
    std::array<QPointF, 4> corners; ///< in pixels of the frame, clockwise from the top left of the code
};

/// Reads live frames for screens, which do not know the ticket room. One object per camera, used in one thread: it
/// remembers which harder pass comes next.
class FrameReader
{
public:
    FrameReader();
    ~FrameReader();
    Q_DISABLE_COPY_MOVE(FrameReader)

    /// @p pixels: 8 bits of grey each, rows @p stride bytes apart, as the first plane of a YUV picture has them. Codes
    /// come nearest the centre first. A frame that makes no sense (no pixels, no size, stride shorter than a row) has
    /// no codes.
    [[nodiscard]] std::vector<FrameCode> read(const std::uint8_t* pixels, QSize size, qsizetype stride);

private:
    class Reader;
    std::unique_ptr<Reader> m_reader;
};

} // namespace encore::raster
