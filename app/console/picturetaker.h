// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include <QDir>
#include <QTimer>

namespace encore::console
{

/// Saves a picture of every screen in both sizes, themes and languages: `encore --pictures DIR`.
class PictureTaker final : public QObject
{
    Q_OBJECT

public:
    /// @p read: a picture with a code that is read first, so that the Door shows a verdict; may be empty.
    PictureTaker(Console& console, const QString& folder, QString read);
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    struct Shot {
        QString page;
        QSize size;
        ui::ThemeKind theme;
        domain::Language language;
    };
    void prepare();
    void take();

    Console& m_console;
    QDir m_folder;
    QString m_read;
    std::vector<Shot> m_shots;
    size_t m_next = 0;
    QTimer m_settle; ///< answers of queries arrive while it runs
};

} // namespace encore::console
