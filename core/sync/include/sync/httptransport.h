// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "sync/transport.h"

#include <QString>

#include <memory>

namespace encore::sync
{

/// Whether @p text is "http://…" or "https://…" with a host and no path: what a server is called by.
[[nodiscard]] bool isServerUrl(const QString& text);

/// HTTP over the network. Needs an event loop in the thread it lives in. Redirections are not followed: whoever redirects is not ours.
class HttpTransport final : public Transport
{
public:
    /// @p server "http://…" or "https://…", without a path. A certificate that does not hold ends the request; there is no way around it.
    /// @p authorities PEM file of certificates to be trusted beside the system's; empty: none.
    explicit HttpTransport(const QString& server, const QString& authorities = {});
    ~HttpTransport() override;

    void setLanguage(domain::Language language); ///< in which the server says why it refuses something

    void send(const Request& request, std::function<void(const Response&)> answered) override;
    void forgetAll() override;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace encore::sync
