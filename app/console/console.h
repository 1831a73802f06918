// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bundlethread.h"
#include "deskpin.h"
#include "filedesk.h"
#include "letterdesk.h"
#include "paperdesk.h"
#include "courier/couriers.h"
#include "peopledesk.h"
#include "payment/scheduler.h"
#include "readerthread.h"
#include "syncdesk.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/theme.h"
#include "ui/door/camerasource.h"
#include "ui/door/picturesource.h"
#include "ui/door/serialsource.h"
#include "ui/door/signalplayer.h"
#include "ui/door/wedgesource.h"
#include "ui/shell/mainwindow.h"
#include "writerthread.h"

#include <QSettings>

#include <memory>

namespace encore::ui
{
class DoorPage;
class SettingsPage;
class SyncPage;
}

namespace encore::console
{

/// All parts of the running console, made in the order in which they need each other and taken down in the other.
class Console
{
public:
    /// @p chooseGate: the widest gate, for a desk that nobody sets up because nobody sits at it (pictures).
    Console(std::unique_ptr<store::Workspace> workspace, std::unique_ptr<QSettings> settings, bool chooseGate);
    ~Console();
    Q_DISABLE_COPY_MOVE(Console)

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] ui::LanguageSwitcher& languages() { return m_languages; }
    void readPicture(const QString& path) { m_pictures.readFile(path); }
    /// @p wanted: somebody wants another workspace opened in place of this one.
    void onWorkspaceWanted(std::function<void(const QString& path)> wanted) { m_workspaceWanted = std::move(wanted); }
    void useVideoFile(const QString& path) { m_camera.setVideoFile(path); } ///< instead of a camera

private:
    void chooseFirstGate();
    [[nodiscard]] ui::DoorPage* makeDoor();
    [[nodiscard]] ui::SettingsPage* makeSettings();
    [[nodiscard]] ui::SyncPage* makeSync();
    void addPages();
    [[nodiscard]] bool mayUse(commands::Right right) const;

    std::unique_ptr<store::Workspace> m_workspace;
    std::unique_ptr<QSettings> m_settings;
    domain::SystemClock m_clock;
    domain::SystemRandom m_random;
    Mailbox m_mailbox;
    WriterThread m_writer;
    ReaderThread m_reader;
    BundleThread m_bundles;
    DeskSecrets m_secrets;
    PaperDesk m_papers;
    FileDesk m_files;
    LetterDesk m_letters;
    DeskPin m_pin;
    SyncDesk m_sync;
    PeopleDesk m_people;
    payment::Scheduler m_due;
    courier::Couriers m_couriers;
    ui::Theme m_theme;
    ui::LanguageSwitcher m_languages;
    ui::CameraSource m_camera;
    ui::PictureSource m_pictures;
    ui::SerialSource m_serial;
    ui::SignalPlayer m_player;
    ui::Services m_services;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::WedgeSource> m_keyboard;
    std::function<void(const QString&)> m_workspaceWanted;
};

/// Memory of this process now (Linux; elsewhere 0).
[[nodiscard]] qint64 residentMegabytes();

} // namespace encore::console
