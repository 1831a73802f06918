// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ticket/codereader.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <memory>

namespace encore::raster
{

/// The pixels of a Grayscale8 picture, not copied; they live as long as @p image does.
/// @pre image.format() == QImage::Format_Grayscale8
[[nodiscard]] ticket::GreyImage greyView(const QImage& image);

/// The picture in grey, on white where it is transparent (a code without a background is black on nothing).
[[nodiscard]] QImage greyOf(const QImage& image);

/// One page of a picture file in grey.
struct GreyPage {
    QImage image; ///< Format_Grayscale8
    bool incomplete = false; ///< the file breaks off; what is missing is grey
    double scale = 1; ///< pixels here for one pixel of the file's picture, or for one point (1/72 inch) of a PDF page
    [[nodiscard]] ticket::GreyImage view() const { return greyView(image); }
};

/// A picture or a PDF, read page by page: no more than one page is in memory, and never more than about 400 MB.
/// Every error names the file and the reason. Codes: Unavailable (cannot be opened), Damaged (not what it says it is),
/// Refused (too large, encrypted), Invalid (no picture at all).
class PictureFile
{
public:
    /// Pictures: what Qt reads by its content (PNG, JPEG, BMP, GIF, SVG, WebP and TIFF where their plugins are
    /// installed); of an animation the first frame.
    [[nodiscard]] static domain::Result<PictureFile> open(const QString& path);
    /// The same for pasted or dropped bytes; @p name is what errors call it.
    [[nodiscard]] static domain::Result<PictureFile> fromBytes(const QByteArray& bytes, const QString& name);

    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isPdf() const;
    [[nodiscard]] int pageCount() const; ///< 1 to maxPages

    /// @param index 0 to pageCount() - 1
    /// @param dotsPerInch for PDF pages; less where the page is so large that it would not fit
    [[nodiscard]] domain::Result<GreyPage> page(int index, double dotsPerInch = 150) const;

    static constexpr int maxPages = 1000; ///< a longer PDF is refused

    class Source;

private:
    explicit PictureFile(std::shared_ptr<Source> source);
    std::shared_ptr<const Source> m_source;
};

} // namespace encore::raster
