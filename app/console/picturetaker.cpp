// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturetaker.h"

#include <cstdio>

namespace encore::console
{
namespace
{

constexpr int settleMs = 300;
constexpr int readMs = 1500; ///< for the picture to be read and its verdict to be shown

} // namespace

PictureTaker::PictureTaker(Console& console, const QString& folder, QString read) :
    m_console(console), m_folder(folder), m_read(std::move(read))
{
    for (const QString& page : m_console.window().pageIds()) {
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            for (const ui::ThemeKind theme : {ui::ThemeKind::Light, ui::ThemeKind::Dark}) {
                for (const domain::Language language : {domain::Language::Korean, domain::Language::English})
                    m_shots.push_back({page, size, theme, language});
            }
        }
    }
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &PictureTaker::take);
}

void PictureTaker::start()
{
    if (!m_folder.mkpath(QStringLiteral("."))) {
        fprintf(stderr, "encore: the folder %s cannot be made\n", qUtf8Printable(m_folder.path()));
        Q_EMIT finished(3);
        return;
    }
    m_console.window().show();
    prepare();
}

void PictureTaker::prepare()
{
    const Shot& shot = m_shots[m_next];
    m_console.theme().apply(shot.theme);
    m_console.languages().apply(shot.language);
    m_console.window().resize(shot.size);
    m_console.window().showPage(shot.page);
    // A verdict leaves the screen after a while, so it is asked for again for every picture of the Door.
    const bool read = !m_read.isEmpty() && shot.page == u"door";
    if (read)
        m_console.readPicture(m_read);
    m_settle.start(read ? readMs : settleMs);
}

void PictureTaker::take()
{
    const Shot& shot = m_shots[m_next];
    const QString name = QStringLiteral("%1-%2x%3-%4-%5.png")
                             .arg(shot.page)
                             .arg(shot.size.width())
                             .arg(shot.size.height())
                             .arg(shot.theme == ui::ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                             .arg(shot.language == domain::Language::Korean ? QStringLiteral("ko") : QStringLiteral("en"));
    if (!m_console.window().grab().save(m_folder.filePath(name))) {
        fprintf(stderr, "encore: %s cannot be written\n", qUtf8Printable(m_folder.filePath(name)));
        Q_EMIT finished(3);
        return;
    }
    printf("%s\n", qUtf8Printable(m_folder.filePath(name)));
    if (++m_next == m_shots.size())
        Q_EMIT finished(0);
    else
        prepare();
}

} // namespace encore::console
