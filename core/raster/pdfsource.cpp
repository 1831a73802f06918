// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturesource.h"

#include <QFile>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstring>
#include <mutex>

namespace encore::raster
{
using domain::ErrorCode;
using domain::Result;

namespace
{
constexpr double mostPixels = 40e6; ///< of one page; a poster is painted coarser
constexpr double pointsPerInch = 72;

domain::Error damagedPage(const QString& name, int index)
{
    return domain::error(
        ErrorCode::Damaged, domain::message("raster.damaged_page").with("file", name).with("page", qint64(index + 1)));
}

class PdfSource final : public PictureFile::Source
{
public:
    /// @param bytes poppler reads them while the document lives
    PdfSource(const QString& name, const QByteArray& bytes, std::unique_ptr<poppler::document> document)
        : Source(name), m_bytes(bytes), m_document(std::move(document))
    {
    }

    [[nodiscard]] bool isPdf() const override { return true; }
    [[nodiscard]] int pageCount() const override { return m_document->pages(); }

    [[nodiscard]] Result<GreyPage> page(int index, double dotsPerInch) const override
    {
        const std::unique_ptr<poppler::page> page(m_document->create_page(index));
        if (!page)
            return damagedPage(name(), index);
        const poppler::rectf rect = page->page_rect();
        const double squareInches = rect.width() * rect.height() / (pointsPerInch * pointsPerInch);
        if (!(squareInches > 0) || !std::isfinite(squareInches))
            return damagedPage(name(), index);
        const double dots = std::min(std::clamp(dotsPerInch, 1.0, 1200.0), std::sqrt(mostPixels / squareInches));
        if (std::max(rect.width(), rect.height()) * dots / pointsPerInch > SHRT_MAX)
            return damagedPage(name(), index);
        poppler::page_renderer renderer;
        renderer.set_image_format(poppler::image::format_gray8);
        renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
        const poppler::image image = renderer.render_page(page.get(), dots, dots);
        if (!image.is_valid() || image.format() != poppler::image::format_gray8)
            return damagedPage(name(), index);
        QImage grey(image.width(), image.height(), QImage::Format_Grayscale8);
        if (grey.isNull())
            return damagedPage(name(), index);
        for (int y = 0; y < grey.height(); ++y)
            std::memcpy(
                grey.scanLine(y), image.const_data() + qsizetype(y) * image.bytes_per_row(), size_t(grey.width()));
        return GreyPage{grey, false, dots / pointsPerInch};
    }

private:
    QByteArray m_bytes;
    std::unique_ptr<poppler::document> m_document;
};

std::unique_ptr<poppler::document> loaded(const Origin& origin)
{
    static std::once_flag silenced;
    // Poppler would write each oddity of a file to stderr, where encorectl speaks to people.
    std::call_once(silenced, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
    if (!origin.path.isEmpty())
        return std::unique_ptr<poppler::document>(
            poppler::document::load_from_file(QFile::encodeName(origin.path).toStdString()));
    if (origin.bytes.size() > INT_MAX)
        return nullptr;
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(origin.bytes.constData(), int(origin.bytes.size())));
}

} // namespace

OpenedSource openPdf(const Origin& origin)
{
    std::unique_ptr<poppler::document> document = loaded(origin);
    if (!document)
        return fileError(ErrorCode::Damaged, "raster.damaged_pdf", origin.name);
    if (document->is_locked())
        return fileError(ErrorCode::Refused, "raster.encrypted", origin.name);
    const int pages = document->pages();
    if (pages < 1)
        return fileError(ErrorCode::Damaged, "raster.damaged_pdf", origin.name);
    if (pages > PictureFile::maxPages)
        return domain::error(ErrorCode::Refused,
            domain::message("raster.too_many_pages")
                .with("file", origin.name)
                .with("pages", qint64(pages))
                .with("most", qint64(PictureFile::maxPages)));
    return std::shared_ptr<PictureFile::Source>(
        std::make_shared<PdfSource>(origin.name, origin.bytes, std::move(document)));
}

} // namespace encore::raster
