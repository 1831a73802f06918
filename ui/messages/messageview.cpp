// SPDX-License-Identifier: GPL-3.0-or-later
#include "messageview.h"

#include "messagemodel.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"
#include "ui/common/recipientdialog.h"
#include "ui/common/rights.h"

#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace encore::ui
{

MessageView::MessageView(const Services& services, LetterService& letters, Theme& theme, QWidget* parent) :
    QFrame(parent), m_services(services), m_letters(letters), m_theme(theme)
{
    setObjectName(QStringLiteral("messageView"));
    Theme::makeCard(this);
    build();
    connect(m_again, &QPushButton::clicked, this, [this] {
        RecipientDialog* dialog = RecipientDialog::sendAgain(*m_message, m_services, m_theme, this);
        connect(dialog, &RecipientDialog::given, this, &MessageView::messageChanged);
        dialog->open();
    });
    m_wording.button(m_again, [] { return tr("Send again…"); }, [] { return tr("Asks for the address and sends it once more"); });
    m_wording.control(m_text, [] { return tr("What the letter says"); }, [] { return tr("It can be read and copied"); });
    m_wording.label(m_note, [] { return tr("As it would be written now; the codes of tickets are not shown."); });
    refresh();
}

void MessageView::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    column->setSpacing(Theme::grid);
    const auto label = [&](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        made->setWordWrap(true);
        column->addWidget(made);
        return made;
    };
    m_heading = label("messageHeadingLabel");
    m_standing = label("messageStandingLabel");
    m_reason = label("messageReasonLabel");
    m_subject = label("messageSubjectLabel");
    Theme::makeMuted(m_standing);
    m_reason->setProperty("fault", true);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("messageTextEdit"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    column->addWidget(m_text, 1);
    m_note = label("messageNoteLabel");
    Theme::makeMuted(m_note);
    m_again = new QPushButton(this);
    m_again->setObjectName(QStringLiteral("messageAgainButton"));
    m_again->setMinimumHeight(5 * Theme::grid);
    column->addWidget(m_again);
    column->addStretch();
}

void MessageView::show(const std::optional<commands::Messages::Row>& message, const QString& zone)
{
    const bool isAnother = message.has_value() != m_message.has_value() || (message && message->messageId != m_message->messageId);
    const bool isChanged = isAnother || (message && (message->at != m_message->at || message->attempts != m_message->attempts));
    m_message = message;
    m_zone = zone;
    if (isAnother) {
        m_subject->clear();
        m_text->clear();
    }
    if (isChanged)
        askLetter();
    refresh();
}

void MessageView::askLetter()
{
    const int asked = ++m_asked;
    if (!m_message)
        return;
    m_letters.read(m_message->messageId, this, [this, asked](const domain::Result<LetterService::Letter>& letter) {
        if (asked != m_asked)
            return;
        m_subject->setText(letter ? letter->subject : QString());
        m_text->setPlainText(letter ? letter->text : tr("It cannot be written now: %1").arg(inWords(letter.error().message)));
        refresh();
    });
}

QString MessageView::standing() const
{
    using State = store::MessageState;
    QStringList parts{MessageModel::stateText(m_message->state), tr("since %1").arg(shortMomentText(m_message->at, m_zone))};
    if (m_message->attempts > 0)
        parts << tr("tries: %1").arg(QLocale().toString(m_message->attempts));
    if (m_message->state == State::Waiting && m_message->attempts > 0)
        parts << tr("next try %1").arg(shortMomentText(m_message->dueAt, m_zone));
    else if (m_message->state == State::Sent)
        parts << tr("left %1").arg(shortMomentText(m_message->dueAt, m_zone));
    return parts.join(QStringLiteral("  ·  "));
}

void MessageView::refresh()
{
    m_heading->setFont(m_theme.font(TextRole::Heading));
    QFont subject = m_theme.font(TextRole::Body);
    subject.setWeight(QFont::DemiBold);
    m_subject->setFont(subject);
    for (QLabel* beside : {m_standing, m_note})
        beside->setFont(m_theme.font(TextRole::Caption));
    const bool isChosen = m_message.has_value();
    m_heading->setText(!isChosen ? tr("No message chosen")
                                 : tr("%1 to %2").arg(MessageModel::kindText(m_message->kind), m_message->recipient.isEmpty() ? tr("nobody known") : m_message->recipient));
    m_standing->setText(isChosen ? standing() : tr("Choose one in the table; what it says stands here."));
    m_reason->setText(isChosen ? m_message->reason : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_subject->setVisible(isChosen && !m_subject->text().isEmpty());
    m_text->setVisible(isChosen);
    m_note->setVisible(isChosen && !m_subject->text().isEmpty());
    m_again->setVisible(isChosen && m_message->state == store::MessageState::Failed && mayUse(m_services.sync->status(), commands::Right::Sell));
}

void MessageView::retranslate()
{
    m_wording.sayAgain();
    askLetter();
    refresh();
}

} // namespace encore::ui
