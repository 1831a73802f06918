// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"
#include "picturetaker.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTimer>

using namespace encore;

namespace
{

const QString workspaceKey = QStringLiteral("workspace/last");

std::unique_ptr<QSettings> ownSettingsFile()
{
    return std::make_unique<QSettings>(QStringLiteral("Encore"), QStringLiteral("encore"));
}

QString defaultWorkspace()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/workspace.encore");
}

/// The one that was chosen last, while it is there.
QString lastWorkspace()
{
    const QString last = ownSettingsFile()->value(workspaceKey).toString();
    return QFileInfo::exists(last) ? last : defaultWorkspace();
}

domain::Result<std::unique_ptr<store::Workspace>> openOrCreate(const QString& path, bool mayCreate)
{
    if (QFileInfo::exists(path) || !mayCreate)
        return store::Workspace::open(path, store::Workspace::Intent::WriteIfFree);
    const domain::SystemClock clock;
    domain::SystemRandom random;
    store::WorkspaceRecord record;
    record.id = domain::WorkspaceId(domain::makeUuidV7(clock.now(), random));
    record.name = QStringLiteral("Encore");
    record.currency = QStringLiteral("KRW");
    if (const auto zone = domain::EventZone::fromName(QStringLiteral("Asia/Seoul")))
        record.zone = *zone;
    return store::Workspace::create(path, record, clock, random);
}

int explain(const domain::Error& error, bool onScreen)
{
    const QString words = ui::inWords(error.message);
    if (onScreen)
        QMessageBox::critical(nullptr, QStringLiteral("Encore"), words);
    else
        fprintf(stderr, "encore: %s\n", qUtf8Printable(words));
    return 3;
}

} // namespace

int main(int argc, char* argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("encore"));
    QApplication::setApplicationVersion(QStringLiteral(ENCORE_VERSION));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("WORKSPACE"), QStringLiteral("a workspace file; made where there is none"));
    const QCommandLineOption pictures(QStringLiteral("pictures"), QStringLiteral("Save a picture of every screen and end."),
                                      QStringLiteral("DIR"));
    const QCommandLineOption camera(QStringLiteral("camera-file"), QStringLiteral("A video file instead of the camera."),
                                    QStringLiteral("FILE"));
    const QCommandLineOption read(QStringLiteral("read"), QStringLiteral("Read a picture or PDF at the start, as if it was dropped."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption startup(QStringLiteral("startup-time"), QStringLiteral("Print the time to a usable Door and end."));
    parser.addOptions({pictures, camera, read, startup});
    parser.process(application);

    const QStringList positional = parser.positionalArguments();
    // Pictures and measurements must not depend on what somebody chose on this desk, nor change it.
    const bool ownSettings = !parser.isSet(pictures) && !parser.isSet(startup);
    QString path = positional.isEmpty() ? (ownSettings ? lastWorkspace() : defaultWorkspace()) : positional.first();
    while (true) {
        auto workspace = openOrCreate(path, !parser.isSet(pictures));
        if (!workspace)
            return explain(workspace.error(), ownSettings);
        console::Console parts(std::move(workspace).value(), ownSettings ? ownSettingsFile() : std::make_unique<QSettings>(QString(), QSettings::IniFormat), parser.isSet(pictures));
        if (parser.isSet(camera))
            parts.useVideoFile(parser.value(camera));
        if (parser.isSet(pictures)) {
            console::PictureTaker taker(parts, parser.value(pictures), parser.value(read));
            QObject::connect(&taker, &console::PictureTaker::finished, &application, &QCoreApplication::exit);
            QTimer::singleShot(0, &taker, &console::PictureTaker::start);
            return QApplication::exec();
        }
        QString next;
        parts.onWorkspaceWanted([&next](const QString& wanted) {
            next = wanted;
            QCoreApplication::quit();
        });
        parts.window().show();
        if (parser.isSet(read))
            parts.readPicture(parser.value(read));
        if (parser.isSet(startup)) {
            // Usable is when the window has been painted and the first events were handled.
            QTimer::singleShot(0, &application, [&] {
                printf("{\"start_ms\":%lld,\"megabytes\":%lld}\n", static_cast<long long>(sinceStart.elapsed()),
                       static_cast<long long>(console::residentMegabytes()));
                QCoreApplication::quit();
            });
        }
        const int code = QApplication::exec();
        if (next.isEmpty())
            return code;
        path = next;
        ownSettingsFile()->setValue(workspaceKey, path);
    }
}
