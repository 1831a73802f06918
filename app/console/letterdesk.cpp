// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterdesk.h"

namespace encore::console
{

using domain::Result;
using domain::Status;

LetterDesk::LetterDesk(const store::Workspace& workspace, const DeskSecrets& secrets, Mailbox& mailbox) :
    m_workspace(workspace), m_parts(courier::partsOfEnvironment([&secrets, path = workspace.path()] { return secrets.open(path); })), m_mailbox(mailbox)
{
    m_pool.setMaxThreadCount(1);
}

void LetterDesk::secrets(QObject* receiver, std::function<void(const Known&)> answer)
{
    m_pool.start([this, post = m_mailbox.deliveryTo(receiver), answer = std::move(answer)] {
        const auto opened = m_parts.mail.secrets();
        const auto isKept = [&](const QString& name) { return opened && (*opened)->read(name); };
        const Known known{!m_parts.mail.password.isEmpty() || isKept(courier::mailPasswordSecret),
                          !m_parts.webhookSecret.isEmpty() || isKept(courier::webhookSecretName)};
        post([answer, known] { answer(known); });
    });
}

void LetterDesk::keep(Secret secret, const QString& typed, QObject* receiver, Answer answer)
{
    m_pool.start([this, secret, typed, post = m_mailbox.deliveryTo(receiver), answer = std::move(answer)] {
        const QString name = secret == Secret::MailPassword ? courier::mailPasswordSecret : courier::webhookSecretName;
        const auto opened = m_parts.mail.secrets();
        const Status kept = !opened ? Status(opened.error()) : typed.isEmpty() ? (*opened)->remove(name) : (*opened)->write(name, typed.toUtf8());
        post([answer, kept] { answer(kept); });
    });
}

void LetterDesk::read(domain::MessageId message, QObject* receiver, std::function<void(const Result<Letter>&)> answer)
{
    m_pool.start([this, message, post = m_mailbox.deliveryTo(receiver), answer = std::move(answer)] {
        const auto work = [&]() -> Result<Letter> {
            const auto reader = m_workspace.openReader();
            if (!reader)
                return reader.error();
            const auto letter = courier::readLetter(message, **reader);
            if (!letter)
                return letter.error();
            return Letter{letter->subject, letter->text};
        };
        const auto letter = work();
        post([answer, letter] { answer(letter); });
    });
}

} // namespace encore::console
