// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/recipientdialog.h"

#include "ui/common/languageswitcher.h"

#include <QLineEdit>
#include <QPushButton>

namespace encore::ui
{

RecipientDialog::RecipientDialog(const Asking& asking, const Services& services, Theme& theme, QWidget* parent) :
    FormDialog(asking.name, theme, parent), m_services(services), m_asking(asking)
{
    setHeading(asking.heading);
    addText("Text", asking.text);
    QLineEdit* address = addLine("Email", [] { return tr("E-mail"); }, asking.hint);
    finish(asking.confirm, [] { return tr("It goes out with the next letters (Enter)"); });
    m_address = address; // from now on there is something to say about it
    refresh();
}

void RecipientDialog::refresh()
{
    if (!m_address)
        return;
    const QString typed = m_address->text().trimmed();
    const bool isRight = typed.isEmpty() ? !m_asking.isNeeded : commands::isMailAddress(typed);
    const bool isTold = !isRight && !typed.isEmpty();
    setFault(isTold ? inWords(domain::message("mail.address").with("address", typed)) : QString(), isRight, m_address);
}

void RecipientDialog::confirm()
{
    confirmButton()->setEnabled(false);
    m_services.commands->run(m_asking.request(m_address->text().trimmed()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        if (!outcome)
            return setFault(inWords(outcome.error().message), true, m_address);
        Q_EMIT given();
        accept();
    });
}

RecipientDialog* RecipientDialog::sendAgain(const commands::Messages::Row& letter, const Services& services, Theme& theme, QWidget* parent)
{
    Asking asking;
    asking.name = QStringLiteral("sendAgain");
    asking.heading = [] { return tr("Send this message again?"); };
    asking.text = [reason = letter.reason] { return reason.isEmpty() ? tr("It did not arrive.") : tr("The mail server said: %1").arg(reason); };
    asking.hint = [to = letter.recipient] { return to.isEmpty() ? tr("Where it goes to") : tr("Empty: to %1, as before").arg(to); };
    asking.confirm = [] { return tr("Send again"); };
    asking.isNeeded = letter.recipient.isEmpty();
    asking.request = [id = letter.messageId](const QString& address) {
        commands::SendMessageAgain command;
        command.messageId = id;
        if (!address.isEmpty())
            command.email = address;
        return makeRequest(command, commands::owner());
    };
    auto* dialog = new RecipientDialog(asking, services, theme, parent);
    dialog->m_address->setPlaceholderText(letter.recipient);
    return dialog;
}

} // namespace encore::ui
