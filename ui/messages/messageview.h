// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/outgoing/outgoing.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/messages/letterservice.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace encore::ui
{

/// One message beside the table: how it stands with it, what it says, and sending it again where it did not arrive.
class MessageView final : public QFrame
{
    Q_OBJECT

public:
    MessageView(const Services& services, LetterService& letters, Theme& theme, QWidget* parent = nullptr);

    void show(const std::optional<commands::Messages::Row>& message, const QString& zone);
    void retranslate();

Q_SIGNALS:
    void messageChanged();

private:
    void build();
    void refresh();
    void askLetter();
    [[nodiscard]] QString standing() const;

    Services m_services;
    LetterService& m_letters;
    Theme& m_theme;
    Wording m_wording;
    std::optional<commands::Messages::Row> m_message;
    QString m_zone;
    int m_asked = 0; ///< answers of an older question are for another message
    QLabel* m_heading = nullptr;
    QLabel* m_standing = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_subject = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_again = nullptr;
};

} // namespace encore::ui
