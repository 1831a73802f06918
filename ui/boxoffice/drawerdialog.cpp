// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawerdialog.h"

#include "commands/orders/drawers.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace encore::ui
{

DrawerDialog::DrawerDialog(const Services& services, Theme& theme, bool opens, const QString& currency, QWidget* parent) :
    QDialog(parent), m_services(services), m_theme(theme), m_opens(opens)
{
    setObjectName(QStringLiteral("drawerDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    if (const auto known = domain::Currency::fromCode(currency))
        m_currency = *known;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    const auto label = [this, column](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        column->addWidget(made);
        return made;
    };
    const auto field = [this, column](const char* name) {
        auto* made = new QLineEdit(this);
        made->setObjectName(QLatin1String(name));
        made->setMaxLength(20);
        column->addWidget(made);
        return made;
    };
    m_heading = label("drawerHeadingLabel");
    m_heading->setFont(m_theme.font(TextRole::Heading));
    m_text = label("drawerTextLabel");
    Theme::makeMuted(m_text);
    m_amountTitle = label("drawerAmountTitleLabel");
    m_amount = field("drawerAmountLineEdit");
    m_leftTitle = label("drawerLeftTitleLabel");
    m_left = field("drawerLeftLineEdit");
    m_answer = label("drawerAnswerLabel");
    m_answer->setProperty("fault", true);
    auto* row = new QHBoxLayout;
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("drawerCloseButton"));
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(QStringLiteral("drawerConfirmButton"));
    m_confirm->setDefault(true);
    Theme::makePrimary(m_confirm);
    for (QPushButton* button : {m_close, m_confirm})
        button->setMinimumHeight(5 * Theme::grid);
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_confirm);
    column->addSpacing(Theme::grid);
    column->addLayout(row);
    for (QWidget* part : std::initializer_list<QWidget*>{m_leftTitle, m_left})
        part->setVisible(!opens);
    connect(m_amount, &QLineEdit::textChanged, this, &DrawerDialog::refresh);
    connect(m_left, &QLineEdit::textChanged, this, &DrawerDialog::refresh);
    connect(m_confirm, &QPushButton::clicked, this, &DrawerDialog::submit);
    connect(m_close, &QPushButton::clicked, this, &DrawerDialog::reject);
    say();
}

void DrawerDialog::say()
{
    m_wording.label(m_heading, [this] { return m_opens ? tr("Open the day") : tr("Close the day"); });
    m_wording.label(m_text, [this] {
        return m_opens ? tr("Count the change that is in the drawer now. Cash can be taken from then on.")
                       : tr("Count all the cash in the drawer. What should be in it is told afterwards, and a difference is booked.");
    });
    m_wording.field(m_amountTitle, m_amount, [this] { return m_opens ? tr("Change in the drawer") : tr("Counted"); },
                    [] { return tr("An amount, for example 100,000"); });
    m_wording.field(m_leftTitle, m_left, [] { return tr("Stays in the drawer (the rest goes to the bank)"); },
                    [] { return tr("Empty: all of it stays"); });
    m_wording.button(m_close, [this] { return m_isDone ? tr("Close") : tr("Cancel"); }, [] { return tr("Closes this (Esc)"); });
    m_wording.button(m_confirm, [this] { return m_opens ? tr("Open the day") : tr("Close the day"); }, [] { return tr("Does it (Enter)"); });
    m_wording.also([this] {
        setWindowTitle(m_heading->text());
        refresh();
    });
}

domain::Result<domain::Money> DrawerDialog::amountIn(const QLineEdit* field) const
{
    return domain::parseMoney(field->text().trimmed(), m_currency);
}

void DrawerDialog::refresh()
{
    const bool leftIsSound = m_opens || m_left->text().trimmed().isEmpty() || amountIn(m_left).ok();
    m_confirm->setEnabled(!m_isDone && amountIn(m_amount).ok() && leftIsSound);
    m_confirm->setVisible(!m_isDone);
    QString answer = m_faultText;
    if (m_difference) {
        answer = *m_difference == 0  ? tr("The drawer is right: nothing is over or short.")
            : *m_difference > 0 ? tr("%1 is over. It is booked as a difference.").arg(moneyText(*m_difference, m_currency))
                                : tr("%1 is short. It is booked as a difference.").arg(moneyText(-*m_difference, m_currency));
    }
    m_answer->setText(answer);
    m_answer->setVisible(!answer.isEmpty());
}

void DrawerDialog::submit()
{
    const auto amount = amountIn(m_amount);
    const auto left = amountIn(m_left);
    if (!amount)
        return;
    const auto conclusion = [this](const domain::Result<commands::Outcome>& outcome) { conclude(outcome); };
    if (m_opens) {
        commands::OpenDay open;
        open.openingFloat = amount->minor;
        m_services.commands->run(makeRequest(open, commands::owner()), this, conclusion);
        return;
    }
    commands::CloseDay close;
    close.counted = amount->minor;
    if (left)
        close.left = left->minor;
    m_services.commands->run(makeRequest(close, commands::owner()), this, conclusion);
}

void DrawerDialog::conclude(const domain::Result<commands::Outcome>& outcome)
{
    if (!outcome) {
        m_faultText = inWords(outcome.error().message);
        refresh();
        return;
    }
    Q_EMIT done();
    if (m_opens) {
        accept();
        return;
    }
    m_faultText.clear();
    m_isDone = true;
    if (const auto json = commands::parseJson(outcome->json)) {
        if (const auto made = commands::decode<commands::CloseDay::Made>(*json, {}))
            m_difference = made->difference;
    }
    for (QWidget* part : std::initializer_list<QWidget*>{m_amount, m_left})
        part->setEnabled(false);
    m_wording.sayAgain();
    m_close->setFocus();
    adjustSize();
}

void DrawerDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
}

} // namespace encore::ui
