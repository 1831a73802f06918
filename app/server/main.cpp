// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QCoreApplication>

#include <csignal>

#include <sys/resource.h>

int main(int argc, char* argv[])
{
    // Whoever ends the server wakes the thread that waits for it, and no other.
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    signal(SIGPIPE, SIG_IGN);

    // Every connection is a file: as many as this system lets one program have.
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }

    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("encore"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ENCORE_VERSION));
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeFirst();
    return encore::server::runProgram(arguments, [&ending] {
        int received = 0;
        sigwait(&ending, &received);
    });
}
