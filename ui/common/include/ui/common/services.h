// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The small interfaces by which screens reach the rest of the program. Made in app/console, handed over by constructor.

#include "commands/door/doorservice.h"
#include "commands/imports/tableimport.h"
#include "commands/runner.h"
#include "domain/message.h"
#include "domain/papers.h"
#include "domain/time.h"

#include <QImage>
#include <QObject>

#include <functional>

class QSettings;

namespace encore::ui
{

/// The PIN that makes a supervisor and lets nobody but them out of kiosk mode. Hashing (argon2id) happens away from the window.
class PinService
{
public:
    PinService() = default;
    virtual ~PinService() = default;
    Q_DISABLE_COPY_MOVE(PinService)

    [[nodiscard]] virtual bool isSet() const = 0;
    /// Sets a PIN of 4 to 12 digits; where one is set already, @p current must be it.
    virtual void set(const QString& current, const QString& next, QObject* receiver,
                     std::function<void(const domain::Status&)> answer) = 0;
    /// After five wrong tries each further one waits longer; the error says for how long.
    virtual void verify(const QString& pin, QObject* receiver, std::function<void(const domain::Status&)> answer) = 0;
};

/// Whole bundles in and out of the workspace, one at a time and away from the window.
class BundleService
{
public:
    BundleService() = default;
    virtual ~BundleService() = default;
    Q_DISABLE_COPY_MOVE(BundleService)

    using Progress = std::function<void(qint64 done, qint64 total)>; ///< only the ratio means something; total 0: not known yet
    using Answer = std::function<void(const domain::Result<domain::Message>&)>; ///< what was done, in words
    virtual void importFile(const QString& path, QObject* receiver, Progress progress, Answer answer) = 0;
    /// Invented people, gates and a performance whose doors are open now, to try everything with.
    virtual void importDemo(QObject* receiver, Progress progress, Answer answer) = 0;
    virtual void exportFile(const QString& path, QObject* receiver, Progress progress, Answer answer) = 0;
    /// What runs or waits stops as soon as it can, having changed nothing, and answers with Cancelled. What cannot be stopped any more
    /// answers with what it did.
    virtual void cancel() = 0;
};

/// What is printed for a buyer, with codes that this desk signed; made away from the window, because a keychain may take its time.
class PaperService
{
public:
    PaperService() = default;
    virtual ~PaperService() = default;
    Q_DISABLE_COPY_MOVE(PaperService)

    using Tickets = std::function<void(const domain::Result<std::vector<domain::TicketPaper>>&)>;
    using Receipt = std::function<void(const domain::Result<domain::ReceiptPaper>&)>;
    /// Makes a signing key where the workspace has none yet.
    virtual void tickets(domain::OrderId order, QObject* receiver, Tickets answer) = 0;
    virtual void receipt(domain::OrderId order, QObject* receiver, Receipt answer) = 0;
};

/// Files that people bring, and lists that they take away: read and written away from the window.
class FileService
{
public:
    FileService() = default;
    virtual ~FileService() = default;
    Q_DISABLE_COPY_MOVE(FileService)

    using Preview = std::function<void(const domain::Result<commands::TableImport>&)>;
    using Answer = std::function<void(const domain::Status&)>;
    /// What the rows of a file would do, each tried and taken back.
    virtual void previewTable(const commands::ImportTarget& target, const QString& path, QObject* receiver, Preview answer) = 0;
    /// All of it or nothing.
    virtual void importTable(const commands::TableImport& table, QObject* receiver, Answer answer) = 0;

    struct Packed {
        qint64 parcels = 0;
        qint64 withoutAddress = 0;
    };
    /// Writes a slip for every parcel of a campaign that can leave now.
    virtual void writePackingList(domain::ProjectId project, const QString& path, domain::Language language, QObject* receiver,
                                  std::function<void(const domain::Result<Packed>&)> answer) = 0;

    /// Takes a picture's file into the workspace and puts it behind the others of a campaign.
    virtual void addPicture(domain::ProjectId project, const QString& path, QObject* receiver, Answer answer) = 0;
    /// A picture of the workspace by its hash, no larger than @p most; a null image where it is not there or cannot be read.
    virtual void thumbnail(const QByteArray& sha256, QSize most, QObject* receiver, std::function<void(const QImage&)> answer) = 0;
};

class PeopleService;
class SyncService;

/// Everything a screen may reach. Members are never null.
struct Services {
    commands::CommandRunner* commands = nullptr;
    commands::QueryRunner* queries = nullptr;
    commands::DoorService* door = nullptr;
    PinService* pin = nullptr;
    BundleService* bundles = nullptr;
    const domain::Clock* clock = nullptr;
    QSettings* settings = nullptr; ///< of this desk: language, theme, chosen gate, columns
    PaperService* papers = nullptr;
    FileService* files = nullptr;
    SyncService* sync = nullptr;
    PeopleService* people = nullptr;
};

} // namespace encore::ui
