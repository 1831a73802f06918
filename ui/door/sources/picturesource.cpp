// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/picturesource.h"

#include "sources/picturejob.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace encore::ui
{

namespace
{

constexpr qsizetype longestPath = 4096;

QStringList localFiles(const QMimeData& data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

// File managers and terminals paste a path or a file: link as text.
QString fileNamedBy(const QString& text)
{
    const QString line = text.trimmed();
    if (line.isEmpty() || line.size() > longestPath || line.contains(QLatin1Char('\n')))
        return {};
    const QString path = line.startsWith(QLatin1String("file:")) ? QUrl(line).toLocalFile() : line;
    const QFileInfo file(path);
    return file.isAbsolute() && file.isFile() ? path : QString();
}

} // namespace

class PictureSource::Private
{
public:
    explicit Private(PictureSource* source);

    void read(const QString& name, const QString& path, const QImage& image);
    void finish(int number, const QString& name, const domain::Result<raster::StillReading>& reading);
    int tell(const QString& name, const raster::StillReading& reading);
    [[nodiscard]] bool isWaitedFor(int number) const { return number >= next && number <= last; }

    PictureSource* q;
    int next = 1; // tasks from next to last are waited for
    int last = 0;
    PictureJob job;
};

PictureSource::Private::Private(PictureSource* source) : q(source)
{
    QObject::connect(&job, &PictureJob::taskStarted, q, [this](int number, const QString& name) {
        if (isWaitedFor(number))
            Q_EMIT q->started(name);
    });
    QObject::connect(&job, &PictureJob::pageRead, q, [this](int number, int done, int total) {
        if (isWaitedFor(number))
            Q_EMIT q->progress(done, total);
    });
    QObject::connect(&job, &PictureJob::taskFinished, q,
        [this](int number, const QString& name, const domain::Result<raster::StillReading>& reading) {
            if (isWaitedFor(number))
                finish(number, name, reading);
        });
}

void PictureSource::Private::read(const QString& name, const QString& path, const QImage& image)
{
    job.read({++last, name, path, image});
    if (next == last)
        Q_EMIT q->stateChanged();
}

void PictureSource::Private::finish(
    int number, const QString& name, const domain::Result<raster::StillReading>& reading)
{
    next = number + 1;
    int found = 0;
    if (reading.ok())
        found = tell(name, *reading);
    else
        Q_EMIT q->failed(reading.error().message);
    Q_EMIT q->finished(found);
    if (next > last)
        Q_EMIT q->stateChanged();
}

int PictureSource::Private::tell(const QString& name, const raster::StillReading& reading)
{
    const int count = int(reading.codes.size());
    for (int number = 0; number < count; ++number)
        Q_EMIT q->scanned({reading.codes[std::size_t(number)].text, QStringLiteral("picture"), name, number, count});
    for (const domain::Message& fault : reading.unreadPages)
        Q_EMIT q->failed(fault);
    if (count == 0 && reading.unreadPages.empty())
        Q_EMIT q->failed(domain::message("source.picture.no_code").with("file", name));
    return count;
}

PictureSource::PictureSource(QObject* parent) : ScanSource(parent), m_private(std::make_unique<Private>(this)) { }

PictureSource::~PictureSource() = default;

QString PictureSource::label() const
{
    return tr("Pictures and PDFs");
}

bool PictureSource::isActive() const
{
    return m_private->next <= m_private->last;
}

void PictureSource::start() { }

void PictureSource::stop()
{
    cancel();
}

void PictureSource::readFile(const QString& path)
{
    m_private->read(QFileInfo(path).fileName(), path, {});
}

void PictureSource::readMime(const QMimeData* data)
{
    const QStringList files = localFiles(*data);
    for (const QString& file : files)
        readFile(file);
    if (!files.isEmpty())
        return;
    if (const QImage image = qvariant_cast<QImage>(data->imageData()); data->hasImage() && !image.isNull()) {
        m_private->read(tr("the pasted picture"), {}, image);
        return;
    }
    const QString text = data->text();
    if (const QString file = fileNamedBy(text); !file.isEmpty())
        readFile(file);
    else if (!text.trimmed().isEmpty())
        Q_EMIT scanned({text, QStringLiteral("picture"), tr("pasted text"), 0, 1});
}

bool PictureSource::accepts(const QMimeData* data)
{
    return !localFiles(*data).isEmpty() || data->hasImage() || !data->text().trimmed().isEmpty();
}

void PictureSource::cancel()
{
    if (!isActive())
        return;
    m_private->job.cancelUpTo(m_private->last);
    m_private->next = m_private->last + 1;
    Q_EMIT finished(0);
    Q_EMIT stateChanged();
}

} // namespace encore::ui
