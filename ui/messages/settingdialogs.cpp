// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingdialogs.h"

#include "ui/common/languageswitcher.h"
#include "ui/common/syncservice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace encore::ui
{

SecretForm::SecretForm(const QString& name, LetterService::Secret secret, bool isKnown, const Services& services, LetterService& letters, Theme& theme,
                       QWidget* parent) :
    FormDialog(name, theme, parent), m_services(services), m_secret(secret), m_isKnown(isKnown), m_letters(letters)
{
}

bool SecretForm::isHere() const
{
    return !m_services.sync->status().isDesk;
}

bool SecretForm::lacksSecret() const
{
    const bool isForgotten = m_forget && m_forget->isChecked();
    return m_typed && (isForgotten || (m_typed->text().isEmpty() && !m_isKnown));
}

void SecretForm::addSecret(const Words& title, const Words& hint, const Words& elsewhere, Width width)
{
    if (!isHere()) {
        addText("Elsewhere", elsewhere);
        return;
    }
    m_typed = addLine("Secret", title, hint, width);
    m_typed->setEchoMode(QLineEdit::Password);
    m_wording.also([this] { m_typed->setPlaceholderText(m_isKnown ? tr("Set; empty: it stays") : tr("Not set")); });
}

void SecretForm::addForgetting(const Words& words, const Words& hint)
{
    if (!isHere() || !m_isKnown)
        return;
    m_forget = addCheck("Forget", words, hint);
    connect(m_forget, &QCheckBox::toggled, this, [this](bool isForgotten) {
        m_typed->setEnabled(!isForgotten);
        refresh();
    });
}

void SecretForm::refresh()
{
    if (!confirmButton())
        return;
    const std::optional<Fault> found = fault();
    const bool isTold = found && (m_hasTried || !found->field->text().isEmpty());
    setFault(isTold ? found->words : QString(), !isTold, isTold ? found->field : nullptr);
}

void SecretForm::confirm()
{
    m_hasTried = true;
    refresh();
    if (const std::optional<Fault> found = fault()) {
        found->field->setFocus();
        return;
    }
    save(request());
}

void SecretForm::save(const commands::CommandRequest& request)
{
    confirmButton()->setEnabled(false);
    const bool isForgotten = m_forget && m_forget->isChecked();
    const QString typed = m_typed && !isForgotten ? m_typed->text() : QString();
    if (typed.isEmpty() && !isForgotten)
        return give(request);
    m_letters.keep(m_secret, typed, this, [this, request](const domain::Status& kept) {
        if (!kept)
            return setFault(inWords(kept.error().message), true, m_typed);
        give(request);
    });
}

void SecretForm::give(const commands::CommandRequest& request)
{
    m_services.commands->run(request, this, [this](const domain::Result<commands::Outcome>& outcome) {
        if (!outcome)
            return setFault(inWords(outcome.error().message), true);
        Q_EMIT saved();
        accept();
    });
}

MailDialog::MailDialog(const store::MailSettings& settings, bool isPasswordKnown, const Services& services, LetterService& letters, Theme& theme,
                       QWidget* parent) :
    SecretForm(QStringLiteral("mail"), LetterService::Secret::MailPassword, isPasswordKnown, services, letters, theme, parent)
{
    setHeading([] { return tr("How letters leave the house"); });
    m_host = addLine("Host", [] { return tr("Mail server"); }, [] { return tr("For example smtp.example.org; empty: no letter leaves, they wait"); });
    m_port = addLine("Port", [] { return tr("Port"); }, [] { return tr("587 for STARTTLS, 465 for TLS, mostly"); }, Width::Half);
    m_security = addChoice("Security", [] { return tr("Encryption"); }, [] { return tr("None only to this very machine"); }, Width::Half);
    m_user = addLine("User", [] { return tr("Who signs in"); }, [] { return tr("As the mail server knows the house; empty: nobody signs in"); }, Width::Half);
    addSecret([] { return tr("Password"); }, [] { return tr("Kept with the secrets of this computer, never in the workspace"); },
              [] { return tr("The password is set where the server runs: encorectl mail password, or ENCORE_SMTP_PASSWORD."); }, Width::Half);
    addForgetting([] { return tr("Forget the password"); }, [] { return tr("Then nobody can sign in"); });
    m_fromName = addLine("FromName", [] { return tr("Sender's name"); }, [] { return tr("Empty: the name of the workspace"); }, Width::Half);
    m_fromAddress = addLine("FromAddress", [] { return tr("Sender's e-mail"); }, [] { return tr("Answers go there"); }, Width::Half);
    m_language = addChoice("Language", [] { return tr("Language of the letters"); }, [] { return tr("Nobody says theirs yet: it is the house's"); }, Width::Half);
    for (const store::MailSecurity security : {store::MailSecurity::StartTls, store::MailSecurity::Tls, store::MailSecurity::None})
        m_security->addItem(QString(), int(security));
    m_language->addItem(QStringLiteral("한국어"), int(domain::Language::Korean));
    m_language->addItem(QStringLiteral("English"), int(domain::Language::English));
    m_wording.also([this] {
        const QString names[] = {QStringLiteral("STARTTLS"), QStringLiteral("TLS"), tr("none")};
        for (int i = 0; i < m_security->count(); ++i)
            m_security->setItemText(i, names[i]);
    });
    fill(settings);
    finish([] { return tr("Save"); }, [] { return tr("Letters that wait go out by these settings (Enter)"); });
    refresh();
}

void MailDialog::fill(const store::MailSettings& settings)
{
    m_host->setText(settings.host);
    m_port->setText(QString::number(settings.port));
    m_security->setCurrentIndex(m_security->findData(int(settings.security)));
    m_user->setText(settings.userName);
    m_fromName->setText(settings.fromName);
    m_fromAddress->setText(settings.fromAddress);
    m_language->setCurrentIndex(m_language->findData(int(settings.language)));
}

store::MailSettings MailDialog::typed() const
{
    return {m_host->text().trimmed(), wholeNumber(m_port).value_or(0), store::MailSecurity(m_security->currentData().toInt()), m_user->text().trimmed(),
            m_fromAddress->text().trimmed(), m_fromName->text().trimmed(), domain::Language(m_language->currentData().toInt())};
}

QLineEdit* MailDialog::fieldOf(const domain::Message& fault) const
{
    if (fault.id == "mail.port")
        return m_port;
    if (fault.id == "mail.address")
        return m_fromAddress;
    if (fault.id != "mail.one_line")
        return m_host; // its name, or that it is another machine
    store::MailSettings without = typed();
    without.userName.clear();
    return commands::checkMailSettings(without) ? m_user : m_fromName;
}

std::optional<SecretForm::Fault> MailDialog::fault() const
{
    const store::MailSettings settings = typed();
    if (!settings.host.isEmpty() && !wholeNumber(m_port)) // as it was typed
        return Fault{m_port, inWords(domain::message("mail.port").with("port", m_port->text().left(16)))};
    if (const domain::Status checked = commands::checkMailSettings(settings); !checked)
        return Fault{fieldOf(checked.error().message), inWords(checked.error().message)};
    if (!settings.host.isEmpty() && !settings.userName.isEmpty() && lacksSecret())
        return Fault{secretField(), tr("Whoever signs in needs a password.")};
    return std::nullopt;
}

commands::CommandRequest MailDialog::request() const
{
    const store::MailSettings settings = typed();
    commands::SetMailSettings command;
    command.host = settings.host;
    command.port = settings.host.isEmpty() ? commands::SetMailSettings().port : settings.port;
    command.security = settings.security;
    command.userName = settings.userName;
    command.fromAddress = settings.fromAddress;
    command.fromName = settings.fromName;
    command.language = settings.language;
    return makeRequest(command, commands::owner());
}

WebhookDialog::WebhookDialog(const QString& url, bool isKeyKnown, const Services& services, LetterService& letters, Theme& theme, QWidget* parent) :
    SecretForm(QStringLiteral("webhook"), LetterService::Secret::WebhookKey, isKeyKnown, services, letters, theme, parent)
{
    setHeading([] { return tr("Where it is told what was done"); });
    addText("Text", [] { return tr("Each line of the log is posted there, in order, signed; names and addresses are left out."); });
    m_url = addLine("Url", [] { return tr("URL"); }, [] { return tr("https://…; empty: nobody is told"); });
    constexpr int longestUrl = 1'000;
    m_url->setMaxLength(longestUrl);
    addSecret([] { return tr("Key that signs"); }, [] { return tr("Whoever receives it checks with the same key"); },
              [] { return tr("The key is set where the server runs: encorectl webhook secret, or ENCORE_WEBHOOK_SECRET."); }, Width::Whole);
    addForgetting([] { return tr("Forget the key"); }, [] { return tr("Then nobody is told any more"); });
    m_url->setText(url);
    finish([] { return tr("Save"); }, [] { return tr("It is told there from now on (Enter)"); });
    refresh();
}

std::optional<SecretForm::Fault> WebhookDialog::fault() const
{
    const QString url = m_url->text().trimmed();
    if (const domain::Status checked = commands::checkWebhookUrl(url); !checked)
        return Fault{m_url, inWords(checked.error().message)};
    if (!url.isEmpty() && lacksSecret())
        return Fault{secretField(), tr("Without a key nobody is told.")};
    return std::nullopt;
}

commands::CommandRequest WebhookDialog::request() const
{
    return makeRequest(commands::SetWebhook{m_url->text().trimmed()}, commands::owner());
}

} // namespace encore::ui
