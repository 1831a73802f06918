// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httpserver.h"
#include "api/ratelimit.h"
#include "domain/random.h"
#include "store/workspace.h"

namespace encore::api
{

struct ServerSettings {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8470; ///< 0: any that is free
    std::optional<TlsFiles> tls;
    QString name = QStringLiteral("encore-server"); ///< what the log calls this server where no device is named
    HttpLimits limits;
    RateLimits rates;
    /// One line a request, as JSON: no tokens, no names, no bodies. Called on the server's thread; absent: nothing is logged.
    std::function<void(const QByteArray& line)> log;
};

class Service;

/// The HTTP API (CONTRACTS §6) over one workspace.
class Server
{
public:
    Server(const store::Workspace& workspace, const domain::Clock& clock, domain::RandomSource& random, ServerSettings settings);
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    [[nodiscard]] domain::Result<QString> start(); ///< the URL it listens on
    /// Everything that was taken on is finished; false: some of it had to be cut off after @p patience.
    bool drain(std::chrono::milliseconds patience);

private:
    ServerSettings m_settings;
    std::unique_ptr<HttpServer> m_http; ///< ends after the service, which answers through it
    std::unique_ptr<Service> m_service;
};

} // namespace encore::api
