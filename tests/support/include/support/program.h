// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace encore::support
{

/// What a program answered.
struct ProgramAnswer {
    int exitCode = -1; ///< -1: it did not start, or hung
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json(int line = 0) const { return QJsonDocument::fromJson(out.trimmed().split('\n').value(line)).object(); }
};

inline ProgramAnswer runProgram(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment,
                                const QByteArray& input = {}, int patienceMs = 60'000)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace encore::support
