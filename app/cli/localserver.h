// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QProcess>
#include <QStringList>

namespace encore::cli
{

/// Lets encore-server, which stands beside this program, do one thing, and gives what it printed. Unavailable where it did not end well.
[[nodiscard]] domain::Result<QByteArray> runServer(const QStringList& arguments, const QByteArray& input = {});

/// encore-server as a process of its own, on a free port of this machine. It ends with this, in its own time: nothing of it is lost.
class LocalServer
{
public:
    LocalServer() = default;
    ~LocalServer() { (void)end(); }
    Q_DISABLE_COPY_MOVE(LocalServer)

    /// @p database as its option has it.
    [[nodiscard]] domain::Status start(const QString& database);
    [[nodiscard]] domain::Status end(); ///< Unavailable where it did not end well; fine where it does not run
    [[nodiscard]] QString url() const { return m_url; }

private:
    QProcess m_process;
    QString m_url;
};

} // namespace encore::cli
