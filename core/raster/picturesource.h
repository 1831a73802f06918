// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/picturefile.h"

#include <QIODevice>

namespace encore::raster
{

/// Where the bytes are: in a file, or in memory where the path is empty.
struct Origin {
    QString name; ///< as errors call it
    QString path;
    QByteArray bytes;
};

/// One kind of picture file.
class PictureFile::Source
{
public:
    explicit Source(QString name) : m_name(std::move(name)) { }
    virtual ~Source() = default;
    Q_DISABLE_COPY_MOVE(Source)

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] virtual bool isPdf() const { return false; }
    [[nodiscard]] virtual int pageCount() const { return 1; }
    [[nodiscard]] virtual domain::Result<GreyPage> page(int index, double dotsPerInch) const = 0;

private:
    QString m_name;
};

using OpenedSource = domain::Result<std::shared_ptr<PictureFile::Source>>;

[[nodiscard]] OpenedSource openImage(const Origin& origin);
[[nodiscard]] OpenedSource openSvg(const Origin& origin);
[[nodiscard]] OpenedSource openPdf(const Origin& origin);

/// A device over it, open for reading; none where the file went away meanwhile.
[[nodiscard]] std::unique_ptr<QIODevice> deviceOf(const Origin& origin);

/// An error that names the file.
[[nodiscard]] domain::Error fileError(domain::ErrorCode code, const char* id, const QString& name);

} // namespace encore::raster
