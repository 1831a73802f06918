// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/tickets/signingkeys.h"
#include "desksecrets.h"
#include "mailbox.h"
#include "store/workspace.h"
#include "ui/common/services.h"

#include <QThreadPool>

namespace encore::console
{

/// Signs and collects what is printed, on a thread of its own: the keychain may ask somebody first.
class PaperDesk final : public ui::PaperService
{
public:
    PaperDesk(const store::Workspace& workspace, QString deskName, const DeskSecrets& secrets, const domain::Clock& clock, domain::RandomSource& random,
              Mailbox& mailbox);

    void tickets(domain::OrderId order, QObject* receiver, Tickets answer) override;
    void receipt(domain::OrderId order, QObject* receiver, Receipt answer) override;

private:
    [[nodiscard]] domain::Result<ticket::SigningKey> key(store::Reader& reader) const;

    const store::Workspace& m_workspace;
    QString m_deskName;
    const DeskSecrets& m_secrets;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    Mailbox& m_mailbox;
    QThreadPool m_pool; ///< waits for what runs when it is taken down
};

} // namespace encore::console
