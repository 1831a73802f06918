// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a request and its answer are, whatever carries them. Times are seconds, sizes bytes.

#include "domain/result.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <vector>

namespace encore::api
{

struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< percent-decoded
    std::map<QByteArray, QByteArray> query; ///< percent-decoded; of a name given twice the first
    std::map<QByteArray, QByteArray> headers; ///< names in lower case; of one given twice all, with commas between (RFC 9110 §5.3)
    QByteArray body;
    QByteArray peer; ///< address of the other end
    QByteArray id; ///< of this request: in the answer's X-Request-Id and in the log

    [[nodiscard]] QByteArray header(const QByteArray& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? QByteArray() : found->second;
    }
};

struct HttpAnswer {
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
};

struct HttpLimits {
    quint32 headerBytes = 16 * 1024;
    qint64 bodyBytes = 1024 * 1024;
    qint64 batchBytes = 8 * 1024 * 1024; ///< of a batch of commands
    qint64 blobBytes = 10'000'000; ///< of a file
    int idleSeconds = 75; ///< between two requests of one connection
    int headerSeconds = 10; ///< from a request's first byte to the end of its header
    int bodySeconds = 30;
    int writeSeconds = 30;
    size_t connections = 20'000; ///< those beyond are closed at once
};

/// @p detail in English and Korean comes from the message; @p status 0: what belongs to the error's kind. RFC 9457.
[[nodiscard]] HttpAnswer problem(const domain::Error& error, domain::Language language = domain::Language::English, int status = 0);
[[nodiscard]] int statusOf(domain::ErrorCode code);
/// What the request would rather read.
[[nodiscard]] domain::Language languageOf(const HttpRequest& request);

} // namespace encore::api
