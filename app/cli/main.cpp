// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <QGuiApplication>

#include <algorithm>
#include <memory>

int main(int argc, char* argv[])
{
    // What is drawn with fonts needs more of Qt than everything else here; a display it does not need.
    const auto isDrawn = [](const char* word) { return qstrcmp(word, "pdf") == 0 || qstrcmp(word, "receipt") == 0 || qstrcmp(word, "tour") == 0 || qstrcmp(word, "work") == 0; };
    const bool draws = std::any_of(argv, argv + argc, isDrawn);
    if (draws)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> application(draws ? new QGuiApplication(argc, argv) : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(QStringLiteral("encore"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ENCORE_VERSION));
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeFirst();
    encore::cli::Cli cli;
    return cli.run(arguments);
}
