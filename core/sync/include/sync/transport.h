// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What carries a request to the server and its answer back. The network is one; the simulator has another.

#include "domain/message.h"

#include <QByteArray>

#include <functional>

namespace encore::sync
{

struct Request {
    QByteArray method = "GET";
    QByteArray path; ///< with its query
    QByteArray body;
    QByteArray type = "application/json"; ///< of the body
    QByteArray token; ///< empty: none
    int timeoutMs = 30'000;
};

struct Response {
    enum class Kind {
        Answered, ///< somebody did, with a status; it need not have been our server
        Unreachable,
        TimedOut,
        Untrusted, ///< the certificate is not the server's, or cannot be proven to be
    };
    Kind kind = Kind::Unreachable;
    int status = 0;
    QByteArray type; ///< of the body
    QByteArray body;
    qint64 retryAfterMs = 0; ///< 0: it does not say
    QString reason; ///< in the words of whoever failed; empty: none
    qint64 serverTimeMs = 0; ///< milliseconds since 1970 UTC at the server when it answered; 0: it does not say
};

class Transport
{
public:
    Transport() = default;
    virtual ~Transport() = default;
    Q_DISABLE_COPY_MOVE(Transport)

    /// @p answered is called once, later, in the caller's thread; not at all after forgetAll().
    virtual void send(const Request& request, std::function<void(const Response&)> answered) = 0;
    virtual void forgetAll() = 0; ///< gives up whatever is under way
};

} // namespace encore::sync
