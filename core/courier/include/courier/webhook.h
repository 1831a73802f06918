// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "courier/eventsink.h"

#include <memory>

namespace encore::courier
{

/// Posts events as JSON to a URL: {"events":[{"id","sequence","command","at","concerns":[{"kind","id"}]}]}. The header Encore-Signature is
/// `t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`; whoever receives it checks both, so that nothing old is played again. Any 2xx
/// is a yes; redirections are not followed.
class Webhook final : public EventSink
{
public:
    Webhook(QString url, QByteArray secret);
    ~Webhook() override;
    [[nodiscard]] domain::Status deliver(const std::vector<Event>& events, domain::Instant now, const std::function<bool()>& mayGoOn) override;

    [[nodiscard]] static QByteArray bodyOf(const std::vector<Event>& events);
    [[nodiscard]] static QByteArray signatureOf(const QByteArray& body, const QByteArray& secret, domain::Instant at);

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
    QString m_url;
    QByteArray m_secret;
};

} // namespace encore::courier
