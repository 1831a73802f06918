// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "courier/couriers.h"
#include "desksecrets.h"
#include "mailbox.h"
#include "store/workspace.h"
#include "ui/messages/letterservice.h"

#include <QThreadPool>

namespace encore::console
{

/// Reads letters and keeps the secrets of sending, on a thread of its own: the keychain may ask somebody first.
class LetterDesk final : public ui::LetterService
{
public:
    LetterDesk(const store::Workspace& workspace, const DeskSecrets& secrets, Mailbox& mailbox);

    void secrets(QObject* receiver, std::function<void(const Known&)> answer) override;
    void keep(Secret secret, const QString& typed, QObject* receiver, Answer answer) override;
    void read(domain::MessageId message, QObject* receiver, std::function<void(const domain::Result<Letter>&)> answer) override;

private:
    const store::Workspace& m_workspace;
    courier::CourierParts m_parts; ///< what the environment has, and the secrets
    Mailbox& m_mailbox;
    QThreadPool m_pool; ///< waits for what runs when it is taken down
};

} // namespace encore::console
