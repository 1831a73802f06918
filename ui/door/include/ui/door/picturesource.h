// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/door/scansource.h"

#include <memory>

class QMimeData;

namespace encore::ui
{

/// Image files and PDFs that are dropped, pasted or opened: every code in them, told when its file has been read to the
/// end. Several files wait in line. Pasted text that names no file is itself a code.
class PictureSource final : public ScanSource
{
    Q_OBJECT

public:
    explicit PictureSource(QObject* parent = nullptr);
    ~PictureSource() override;

    [[nodiscard]] QString label() const override;
    /// Whether something is being read.
    [[nodiscard]] bool isActive() const override;
    /// Pictures can always be handed in.
    [[nodiscard]] bool isReady() const override { return true; }
    /// Does nothing: work starts by itself with readFile() or readMime().
    void start() override;
    /// The same as cancel().
    void stop() override;

    void readFile(const QString& path);
    void readMime(const QMimeData* data);
    [[nodiscard]] static bool accepts(const QMimeData* data);
    /// Drops what waits and what is being read; codes not told yet are not told any more.
    void cancel();

Q_SIGNALS:
    void started(const QString& name);
    /// Pages of the file being read.
    void progress(int done, int total);
    /// After the codes of a file were told; 0 when there were none, or it failed or was cancelled.
    void finished(int found);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace encore::ui
