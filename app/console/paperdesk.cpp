// SPDX-License-Identifier: GPL-3.0-or-later
#include "paperdesk.h"

namespace encore::console
{

using domain::Result;

PaperDesk::PaperDesk(const store::Workspace& workspace, QString deskName, const DeskSecrets& secrets, const domain::Clock& clock,
                     domain::RandomSource& random, Mailbox& mailbox) :
    m_workspace(workspace), m_deskName(std::move(deskName)), m_secrets(secrets), m_clock(clock), m_random(random), m_mailbox(mailbox)
{
    m_pool.setMaxThreadCount(1);
}

Result<ticket::SigningKey> PaperDesk::key(store::Reader& reader) const
{
    const auto secrets = m_secrets.open(m_workspace.path());
    if (!secrets)
        return secrets.error();
    if (!reader.ownPublicKeys().empty())
        return commands::ownKey(reader, **secrets);
    const auto writer = m_workspace.openWriter();
    if (!writer)
        return writer.error();
    commands::Executor executor(**writer, m_deskName, m_clock, m_random);
    return commands::makeOwnKey(executor, commands::owner(), **secrets, m_random, m_deskName);
}

void PaperDesk::tickets(domain::OrderId order, QObject* receiver, Tickets answer)
{
    m_pool.start([this, order, post = m_mailbox.deliveryTo(receiver), answer = std::move(answer)] {
        const auto work = [&]() -> Result<std::vector<domain::TicketPaper>> {
            const auto reader = m_workspace.openReader();
            if (!reader)
                return reader.error();
            const Result<ticket::SigningKey> signing = key(**reader);
            if (!signing)
                return signing.error();
            return commands::ticketPapers(order, *signing, **reader);
        };
        const auto papers = work();
        post([answer, papers] { answer(papers); });
    });
}

void PaperDesk::receipt(domain::OrderId order, QObject* receiver, Receipt answer)
{
    m_pool.start([this, order, post = m_mailbox.deliveryTo(receiver), answer = std::move(answer)] {
        const auto reader = m_workspace.openReader();
        const auto paper = reader ? commands::receiptPaper(order, **reader) : Result<domain::ReceiptPaper>(reader.error());
        post([answer, paper] { answer(paper); });
    });
}

} // namespace encore::console
