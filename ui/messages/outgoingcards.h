// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/outgoing/outgoing.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/messages/letterservice.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace encore::ui
{

/// How letters leave the house and how far the webhook is told, each in words and with the buttons that change it.
class OutgoingCards final : public QFrame
{
    Q_OBJECT

public:
    OutgoingCards(const Services& services, LetterService& letters, Theme& theme, QWidget* parent = nullptr);

    void reload();
    void askAgain(); ///< how far it is, without the secrets: a keychain takes its time
    void retranslate();

Q_SIGNALS:
    void letterGiven(); ///< a test

private:
    [[nodiscard]] QHBoxLayout* addRow(const char* name, QLabel*& title, QLabel*& text);
    [[nodiscard]] QPushButton* addButton(QHBoxLayout* row, const char* name);
    void refresh();
    void askTest();
    void askMail();
    void askWebhook();
    [[nodiscard]] bool isHere() const;
    [[nodiscard]] QString mailText() const;
    [[nodiscard]] QString webhookText() const;

    Services m_services;
    LetterService& m_letters;
    Theme& m_theme;
    Wording m_wording;
    commands::OutgoingSettings::Row m_settings;
    LetterService::Known m_known;
    QLabel* m_mailTitle = nullptr;
    QLabel* m_mailText = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_mail = nullptr;
    QLabel* m_webhookTitle = nullptr;
    QLabel* m_webhookText = nullptr;
    QPushButton* m_webhook = nullptr;
};

} // namespace encore::ui
