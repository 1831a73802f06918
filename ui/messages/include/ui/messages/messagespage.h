// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

#include <QTimer>

class QComboBox;
class QLabel;

namespace encore::ui
{

class DataTable;
class LetterService;
class MessageModel;
class MessageView;
class OutgoingCards;

/// What goes to people: what waits, what was sent, what did not arrive; and for whoever may say so, how it leaves the house.
class MessagesPage final : public Page
{
    Q_OBJECT

public:
    MessagesPage(const Services& services, LetterService& letters, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Messages"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("messages"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("messages"); }
    void reload() override;

protected:
    void retranslated() override;

private:
    void build();
    void say();
    void ask();
    void refresh();

    Services m_services;
    LetterService& m_letters;
    Theme& m_theme;
    QString m_zone = QStringLiteral("Asia/Seoul");
    QTimer m_watch; ///< letters leave by themselves
    QString m_fault;
    MessageModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    MessageView* m_message = nullptr;
    OutgoingCards* m_outgoing = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_answer = nullptr;
    QComboBox* m_state = nullptr;
};

} // namespace encore::ui
