// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("encore"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ENCORE_VERSION));
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeFirst();
    encore::cli::Cli cli;
    return cli.run(arguments);
}
