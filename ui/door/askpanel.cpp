// SPDX-License-Identifier: GPL-3.0-or-later
#include "askpanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace encore::ui
{

AskPanel::AskPanel(Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("askPanel"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("askTitleLabel"));
    m_title->setWordWrap(true);
    layout->addWidget(m_title);
    m_form = new QuestionForm;
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("questionScrollArea"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_form);
    layout->addWidget(m_scroll, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    const auto add = [&](QPushButton*& button, const char* name) {
        button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        button->setMinimumHeight(6 * Theme::grid);
        buttons->addWidget(button);
    };
    add(m_answer, "answerButton");
    add(m_pay, "takeMoneyButton");
    add(m_unpaid, "admitUnpaidButton");
    add(m_override, "overrideButton");
    add(m_oneMore, "oneMoreButton");
    add(m_allTheRest, "allTheRestButton");
    buttons->addStretch();
    add(m_park, "parkButton");
    add(m_discard, "discardButton");
    layout->addLayout(buttons);
    connect(m_form, &QuestionForm::edited, this, [this] { Q_EMIT draftChanged(m_form->answers()); });
    connect(m_form, &QuestionForm::submitted, this, &AskPanel::submit);
    connect(m_answer, &QPushButton::clicked, this, &AskPanel::submit);
    connect(m_pay, &QPushButton::clicked, this, &AskPanel::moneyTaken);
    connect(m_unpaid, &QPushButton::clicked, this, &AskPanel::unpaidConfirmed);
    connect(m_override, &QPushButton::clicked, this, &AskPanel::overrideRequested);
    connect(m_oneMore, &QPushButton::clicked, this, [this] { Q_EMIT morePass(1); });
    connect(m_allTheRest, &QPushButton::clicked, this, [this] { Q_EMIT morePass(m_groupLeft); });
    connect(m_park, &QPushButton::clicked, this, &AskPanel::parkRequested);
    connect(m_discard, &QPushButton::clicked, this, &AskPanel::discardRequested);
    connect(&theme, &Theme::changed, this, &AskPanel::retranslate);
    retranslate();
    hide();
}

void AskPanel::setZone(const domain::EventZone& zone)
{
    m_form->setZone(zone);
}

void AskPanel::showCase(const DoorCase& guest, const std::vector<commands::DoorQuestions::Row>& questions)
{
    m_asksUnpaid = guest.asksUnpaid();
    m_owesMoney = guest.owesMoney();
    m_asksSupervisor = guest.asksSupervisor();
    m_groupLeft = guest.groupLeft();
    m_isLeaving = guest.input.direction == domain::Direction::Exit;
    std::vector<commands::DoorQuestions::Row> open;
    if (guest.asksQuestions()) {
        for (size_t number = 0; number < guest.verdict.openQuestions.size(); ++number) {
            const domain::QuestionId id = guest.verdict.openQuestions.at(number);
            const auto known = std::find_if(questions.begin(), questions.end(), [&](const auto& row) { return row.id == id; });
            commands::DoorQuestions::Row row;
            if (known != questions.end()) {
                row = *known;
            } else {
                row.id = id;
                row.required = true;
                row.label = number < guest.verdict.openQuestionLabels.size() ? guest.verdict.openQuestionLabels.at(number) : id.text();
            }
            open.push_back(row);
        }
    }
    const bool asks = !open.empty();
    m_form->setQuestions(open, guest.draft);
    m_scroll->setVisible(asks);
    setSizePolicy(QSizePolicy::Preferred, asks ? QSizePolicy::Preferred : QSizePolicy::Maximum);
    m_answer->setVisible(asks);
    m_pay->setVisible(m_owesMoney);
    m_unpaid->setVisible(m_asksUnpaid);
    m_override->setVisible(m_asksSupervisor);
    m_oneMore->setVisible(m_groupLeft > 0);
    m_allTheRest->setVisible(m_groupLeft > 1);
    m_park->setVisible(guest.isOpen());
    m_discard->setVisible(m_groupLeft == 0);
    setBusy(false);
    retranslate();
    setVisible(asks || m_asksUnpaid || m_owesMoney || m_asksSupervisor || m_groupLeft > 0);
    if (asks)
        m_form->focusFirst();
    else if (m_owesMoney)
        m_pay->setFocus();
}

void AskPanel::submit()
{
    if (m_form->validate())
        Q_EMIT answered(m_form->answers());
}

void AskPanel::setBusy(bool busy)
{
    for (QPushButton* button : {m_answer, m_pay, m_unpaid, m_override, m_oneMore, m_allTheRest})
        button->setEnabled(!busy);
}

void AskPanel::retranslate()
{
    m_title->setFont(m_theme.font(TextRole::Heading));
    m_title->setText(m_asksUnpaid       ? tr("This ticket is not paid. Admit the guest all the same?")
                     : m_owesMoney      ? tr("This ticket is not paid.")
                     : m_groupLeft > 0  ? (m_isLeaving ? tr("Of this group %1 may leave") : tr("Of this group %1 more may come in")).arg(m_groupLeft)
                     : m_asksSupervisor ? tr("It is full. A supervisor may admit the guest.")
                                        : tr("Ask the guest"));
    const auto say = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + 5 * Theme::grid);
        button->setToolTip(hint);
        button->setAccessibleName(text);
    };
    say(m_answer, tr("Admit with these answers"), tr("Checks the answers and admits the guest (Enter)"));
    say(m_pay, tr("Take the money…"), tr("Takes what is open in cash and admits the guest; needs an open drawer"));
    say(m_unpaid, tr("Admit unpaid"), tr("Admits the guest; the ticket stays unpaid"));
    say(m_override, tr("Supervisor override…"), tr("Admits the guest although it is full; needs the PIN"));
    say(m_oneMore, tr("One more"), tr("Counts one more of the group, without holding the code up again"));
    say(m_allTheRest, tr("All the rest (%1)").arg(m_groupLeft), tr("Counts everybody of the group who is still missing, or nobody"));
    say(m_park, tr("Let wait"), tr("Sets the guest aside and takes the next (F6)"));
    say(m_discard, tr("Do not admit"), tr("Ends this without admitting the guest"));
}

void AskPanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
