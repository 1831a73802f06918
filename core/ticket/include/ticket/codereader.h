// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace encore::ticket
{

/// Grey pixels that belong to somebody else: 8 bits each, rows `stride` bytes apart.
struct GreyImage {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    qsizetype stride = 0; ///< bytes from one row to the next, at least width
};

/// A code found in a picture.
struct ReadCode {
    QString text;
    QString format; ///< as ZXing names it, for example "QRCode", "Aztec", "PDF417"
    std::array<QPointF, 4> corners; ///< in pixels of the picture handed in, clockwise from the top left of the code
    [[nodiscard]] QPointF centre() const;
};

/// How much work a still picture is worth.
struct StillOptions {
    bool thorough = true; ///< false: one patient look at the whole picture, for pages that were drawn, not photographed
    std::function<bool()> cancelled; ///< asked between passes; what was found until then is the answer
};

/// Finds codes in grey pixels. One object per camera or thread: it remembers which harder pass comes next.
class CodeReader
{
public:
    CodeReader();
    ~CodeReader();
    CodeReader(CodeReader&&) noexcept;
    CodeReader& operator=(CodeReader&&) noexcept;

    /// A live frame: the fast pass, and where that finds nothing one bounded slice of the harder passes, so that the picture never
    /// stutters; the next frames go on with the next ones. Codes come nearest the centre first.
    [[nodiscard]] std::vector<ReadCode> readFrame(const GreyImage& image);

    /// A still picture: every pass there is, until nothing new turns up. All codes, each once, from top to bottom.
    [[nodiscard]] std::vector<ReadCode> readStill(const GreyImage& image, const StillOptions& options = {});

private:
    class Passes;
    std::unique_ptr<Passes> m_passes;
};

} // namespace encore::ticket
