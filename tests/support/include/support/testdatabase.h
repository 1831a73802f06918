// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/program.h"

#include <QUuid>

namespace encore::support
{

/// Whether the tests are to run on the PostgreSQL of ENCORE_TEST_DATABASE instead of on files (tests/support/with_postgresql).
inline bool testsOnServer()
{
    return qEnvironmentVariableIsSet("ENCORE_TEST_DATABASE");
}

/// The address of an empty database: a schema of its own in that of ENCORE_TEST_DATABASE.
inline QString freshDatabase()
{
    const QString address = qEnvironmentVariable("ENCORE_TEST_DATABASE");
    const QString schema = u't' + QUuid::createUuid().toString(QUuid::Id128);
    const ProgramAnswer made = runProgram(QStringLiteral("psql"), {QStringLiteral("-qX"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), address,
                                                                  QStringLiteral("-c"), QStringLiteral("CREATE SCHEMA ") + schema},
                                          QProcessEnvironment::systemEnvironment());
    if (made.exitCode != 0)
        qFatal("no schema: %s", made.err.constData());
    return address + QStringLiteral("&options=-csearch_path%3D") + schema;
}

} // namespace encore::support
