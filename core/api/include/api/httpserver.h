// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace encore::api
{

struct TlsFiles {
    QString certificate; ///< PEM, with the chain
    QString key; ///< PEM
};

/// What went through since the start.
struct HttpCounts {
    std::atomic<qint64> connections = 0; ///< open now
    std::atomic<qint64> accepted = 0;
    std::atomic<qint64> turnedAway = 0; ///< because too many were open
    std::atomic<qint64> requests = 0;
    std::atomic<qint64> malformed = 0; ///< ended before a handler saw them
};

class HttpLoop;

/// HTTP/1.1 on one thread of its own (Boost.Beast). Requests of a connection are answered in their order, one at a time; whoever sends
/// slowly, too much, or nonsense is cut off by itself.
class HttpServer
{
public:
    /// To be called once, from any thread.
    using Answer = std::function<void(HttpAnswer)>;
    /// Called on the server's thread, so it must not block: longer work goes elsewhere and answers later.
    using Handler = std::function<void(HttpRequest, Answer)>;

    HttpServer(HttpLimits limits, Handler handler);
    ~HttpServer(); ///< cuts off what is still open
    Q_DISABLE_COPY_MOVE(HttpServer)

    /// @p port 0: any that is free. The port it listens on; Unavailable where it cannot, or the TLS files are not usable.
    [[nodiscard]] domain::Result<quint16> listen(const QString& host, quint16 port, const std::optional<TlsFiles>& tls);
    /// Takes no new connections, lets requests under way be answered and ends; false: some were cut off after @p patience.
    bool drain(std::chrono::milliseconds patience);
    [[nodiscard]] const HttpCounts& counts() const;

private:
    std::unique_ptr<HttpLoop> m_loop;
};

} // namespace encore::api
