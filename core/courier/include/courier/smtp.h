// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "courier/letter.h"
#include "store/outgoing.h"

#include <functional>
#include <memory>

namespace encore::courier
{

/// What a mail server said to a letter.
struct Posted {
    enum class Result {
        Sent, ///< it has taken it over
        Later, ///< not this one now (4xx)
        Refused, ///< not this one, ever (5xx)
        Trouble, ///< none: it is not there, lets nobody in, or does not take our sender; the letter may have gone out
    };
    Result result = Result::Trouble;
    QString reason; ///< without the recipient's address
};

/// Sends letters to one mail server (RFC 5321) and keeps the connection between them.
class Smtp
{
public:
    /// @p authorities: a PEM file of those who may vouch for the server; empty: those of this system.
    explicit Smtp(QString authorities);
    ~Smtp();
    Q_DISABLE_COPY_MOVE(Smtp)

    /// @p mayGoOn is asked while it waits; where it says no, it ends at once.
    [[nodiscard]] Posted send(const store::MailSettings& settings, const QByteArray& password, const Letter& letter, domain::Instant at,
                              const std::function<bool()>& mayGoOn);
    void hangUp(); ///< the next letter begins with a new connection

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
    QString m_authorities;
};

} // namespace encore::courier
