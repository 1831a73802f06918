// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/outgoing/outgoing.h"
#include "ui/common/formdialog.h"
#include "ui/common/services.h"
#include "ui/messages/letterservice.h"

namespace encore::ui
{

/// A form with a secret beside its fields: it can be typed anew or forgotten, and is never shown. At a desk of a server there is none: what
/// leaves the house leaves it there.
class SecretForm : public FormDialog
{
    Q_OBJECT

Q_SIGNALS:
    void saved();

protected:
    SecretForm(const QString& name, LetterService::Secret secret, bool isKnown, const Services& services, LetterService& letters, Theme& theme,
               QWidget* parent);

    /// @p elsewhere: where it is set when that is not here.
    void addSecret(const Words& title, const Words& hint, const Words& elsewhere, Width width);
    void addForgetting(const Words& words, const Words& hint); ///< where there is one to forget
    /// First the secret: where that cannot be kept, nothing is changed.
    void save(const commands::CommandRequest& request);
    void confirm() override;
    void refresh() override;
    [[nodiscard]] bool isHere() const;
    [[nodiscard]] bool lacksSecret() const; ///< afterwards there is none here, where one would have to be
    [[nodiscard]] QLineEdit* secretField() const { return m_typed; }

    struct Fault {
        QLineEdit* field = nullptr;
        QString words;
    };
    [[nodiscard]] virtual std::optional<Fault> fault() const = 0;
    [[nodiscard]] virtual commands::CommandRequest request() const = 0;

    Services m_services;

private:
    void give(const commands::CommandRequest& request);

    LetterService::Secret m_secret;
    bool m_isKnown;
    LetterService& m_letters;
    QLineEdit* m_typed = nullptr;
    QCheckBox* m_forget = nullptr;
    bool m_hasTried = false; ///< from then on, what was left out is told, too
};

/// By which server letters leave the house, and from whom.
class MailDialog final : public SecretForm
{
    Q_OBJECT

public:
    MailDialog(const store::MailSettings& settings, bool isPasswordKnown, const Services& services, LetterService& letters, Theme& theme, QWidget* parent);

protected:
    [[nodiscard]] std::optional<Fault> fault() const override;
    [[nodiscard]] commands::CommandRequest request() const override;

private:
    void fill(const store::MailSettings& settings);
    [[nodiscard]] store::MailSettings typed() const;
    [[nodiscard]] QLineEdit* fieldOf(const domain::Message& fault) const;

    QLineEdit* m_host = nullptr;
    QLineEdit* m_port = nullptr;
    QComboBox* m_security = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_fromName = nullptr;
    QLineEdit* m_fromAddress = nullptr;
    QComboBox* m_language = nullptr;
};

/// Where it is told what was done in the house.
class WebhookDialog final : public SecretForm
{
    Q_OBJECT

public:
    WebhookDialog(const QString& url, bool isKeyKnown, const Services& services, LetterService& letters, Theme& theme, QWidget* parent);

protected:
    [[nodiscard]] std::optional<Fault> fault() const override;
    [[nodiscard]] commands::CommandRequest request() const override;

private:
    QLineEdit* m_url = nullptr;
};

} // namespace encore::ui
