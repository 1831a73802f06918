// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/result.h"

#include <QString>

#include <functional>

class QObject;

namespace encore::ui
{

/// What of letters and of the webhook is no command and no query: secrets, which never are arguments, and what a letter says.
class LetterService
{
public:
    LetterService() = default;
    virtual ~LetterService() = default;
    Q_DISABLE_COPY_MOVE(LetterService)

    enum class Secret { MailPassword, WebhookKey };
    struct Known { ///< which are set here; what they are is told to nobody
        bool mailPassword = false;
        bool webhookKey = false;
    };
    struct Letter {
        QString subject;
        QString text;
    };
    using Answer = std::function<void(const domain::Status&)>;

    virtual void secrets(QObject* receiver, std::function<void(const Known&)> answer) = 0;
    virtual void keep(Secret secret, const QString& typed, QObject* receiver, Answer answer) = 0; ///< empty: it is forgotten
    /// As it would be written now; the codes of tickets are left out.
    virtual void read(domain::MessageId message, QObject* receiver, std::function<void(const domain::Result<Letter>&)> answer) = 0;
};

} // namespace encore::ui
