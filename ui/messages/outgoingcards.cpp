// SPDX-License-Identifier: GPL-3.0-or-later
#include "outgoingcards.h"

#include "settingdialogs.h"
#include "ui/common/recipientdialog.h"
#include "ui/common/rights.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace encore::ui
{

OutgoingCards::OutgoingCards(const Services& services, LetterService& letters, Theme& theme, QWidget* parent) :
    QFrame(parent), m_services(services), m_letters(letters), m_theme(theme)
{
    setObjectName(QStringLiteral("outgoingCards"));
    Theme::makeCard(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Theme::grid, Theme::grid, 2 * Theme::grid, Theme::grid);
    column->setSpacing(Theme::grid);
    QHBoxLayout* mail = addRow("mail", m_mailTitle, m_mailText);
    m_test = addButton(mail, "testLetterButton");
    m_mail = addButton(mail, "mailSettingsButton");
    m_webhook = addButton(addRow("webhook", m_webhookTitle, m_webhookText), "webhookButton");
    connect(m_test, &QPushButton::clicked, this, &OutgoingCards::askTest);
    connect(m_mail, &QPushButton::clicked, this, &OutgoingCards::askMail);
    connect(m_webhook, &QPushButton::clicked, this, &OutgoingCards::askWebhook);
    m_wording.label(m_mailTitle, [] { return tr("Letters"); });
    m_wording.label(m_webhookTitle, [] { return tr("Webhook"); });
    m_wording.button(m_test, [] { return tr("Send a test…"); }, [] { return tr("A letter that says no more than that letters arrive"); });
    m_wording.button(m_mail, [] { return tr("Mail settings…"); }, [] { return tr("By which server letters leave the house, and from whom"); });
    m_wording.button(m_webhook, [] { return tr("Webhook settings…"); }, [] { return tr("Where it is told what was done in the house"); });
    refresh();
}

QHBoxLayout* OutgoingCards::addRow(const char* name, QLabel*& title, QLabel*& text)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    title = new QLabel(this);
    title->setObjectName(QLatin1String(name) + QStringLiteral("TitleLabel"));
    text = new QLabel(this);
    text->setObjectName(QLatin1String(name) + QStringLiteral("TextLabel"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    Theme::makeMuted(text);
    texts->addWidget(title);
    texts->addWidget(text);
    row->addLayout(texts, 1);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
    return row;
}

QPushButton* OutgoingCards::addButton(QHBoxLayout* row, const char* name)
{
    auto* made = new QPushButton(this);
    made->setObjectName(QLatin1String(name));
    made->setMinimumHeight(5 * Theme::grid);
    row->addWidget(made);
    return made;
}

bool OutgoingCards::isHere() const
{
    return !m_services.sync->status().isDesk;
}

void OutgoingCards::reload()
{
    setVisible(mayUse(m_services.sync->status(), commands::Right::ManageWorkspace));
    if (isHere()) {
        m_letters.secrets(this, [this](const LetterService::Known& known) {
            m_known = known;
            refresh();
        });
    }
    askAgain();
}

void OutgoingCards::askAgain()
{
    m_services.queries->ask<commands::OutgoingSettings>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty())
            m_settings = rows->front();
        refresh();
    });
}

QString OutgoingCards::mailText() const
{
    const store::MailSettings& mail = m_settings.mail;
    if (mail.host.isEmpty())
        return tr("No letter leaves the house: they wait until a mail server is set.");
    const QString names[] = {QStringLiteral("STARTTLS"), QStringLiteral("TLS"), tr("no encryption")};
    const QString from = mail.fromName.isEmpty() ? mail.fromAddress : QString(mail.fromName + QStringLiteral(" <") + mail.fromAddress + u'>');
    QStringList parts{tr("By %1:%2, %3").arg(mail.host, QString::number(mail.port), names[int(mail.security)]), tr("from %1").arg(from)};
    if (mail.userName.isEmpty())
        parts << tr("nobody signs in");
    else if (!isHere())
        parts << tr("%1 signs in, with the password set where the server runs").arg(mail.userName);
    else
        parts << (m_known.mailPassword ? tr("%1 signs in, password set") : tr("%1 signs in, but no password is set")).arg(mail.userName);
    return parts.join(QStringLiteral("  ·  "));
}

QString OutgoingCards::webhookText() const
{
    if (m_settings.webhookUrl.isEmpty())
        return tr("Nobody is told what was done in the house.");
    QStringList parts{m_settings.webhookUrl};
    if (!isHere()) {
        parts << tr("how far it was told is known where the server runs");
        return parts.join(QStringLiteral("  ·  "));
    }
    if (!m_known.webhookKey)
        parts << tr("no key is set to sign with");
    const qint64 told = std::max(m_settings.relayed, m_settings.webhookSince - 1);
    if (told >= m_settings.logged)
        parts << tr("everything is told, up to line %1").arg(QLocale().toString(told));
    else
        parts << tr("told up to line %1 of %2").arg(QLocale().toString(told), QLocale().toString(m_settings.logged));
    if (!m_settings.fault.isEmpty())
        parts << tr("%1 It is tried again by itself, within five minutes.").arg(m_settings.fault);
    return parts.join(QStringLiteral("  ·  "));
}

void OutgoingCards::refresh()
{
    for (QLabel* title : {m_mailTitle, m_webhookTitle})
        title->setFont(m_theme.font(TextRole::Heading));
    for (QLabel* text : {m_mailText, m_webhookText})
        text->setFont(m_theme.font(TextRole::Caption));
    m_mailText->setText(mailText());
    m_webhookText->setText(webhookText());
    m_test->setEnabled(!m_settings.mail.host.isEmpty());
}

void OutgoingCards::retranslate()
{
    m_wording.sayAgain();
    refresh();
}

void OutgoingCards::askTest()
{
    RecipientDialog::Asking asking;
    asking.name = QStringLiteral("testLetter");
    asking.heading = [] { return tr("Send a test"); };
    asking.text = [] { return tr("What became of it stands in the table a moment later."); };
    asking.hint = [] { return tr("For example your own"); };
    asking.confirm = [] { return tr("Send"); };
    asking.request = [](const QString& address) { return makeRequest(commands::SendTestMessage{address}, commands::owner()); };
    auto* dialog = new RecipientDialog(asking, m_services, m_theme, this);
    connect(dialog, &RecipientDialog::given, this, &OutgoingCards::letterGiven);
    dialog->open();
}

void OutgoingCards::askMail()
{
    auto* dialog = new MailDialog(m_settings.mail, m_known.mailPassword, m_services, m_letters, m_theme, this);
    connect(dialog, &MailDialog::saved, this, &OutgoingCards::reload);
    dialog->open();
}

void OutgoingCards::askWebhook()
{
    auto* dialog = new WebhookDialog(m_settings.webhookUrl, m_known.webhookKey, m_services, m_letters, m_theme, this);
    connect(dialog, &WebhookDialog::saved, this, &OutgoingCards::reload);
    dialog->open();
}

} // namespace encore::ui
