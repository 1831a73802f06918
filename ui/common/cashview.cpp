// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cashview.h"

#include "domain/sale.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace encore::ui
{
namespace
{

/// What people hand over for this much: exactly it, then the next thousand, ten thousand and fifty thousand.
std::vector<qint64> likelyAmounts(qint64 due)
{
    std::vector<qint64> amounts{due};
    for (const qint64 note : {1'000, 10'000, 50'000}) {
        const qint64 next = (due + note - 1) / note * note;
        if (next > amounts.back())
            amounts.push_back(next);
    }
    return amounts;
}

} // namespace

CashView::CashView(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("cashView"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::grid);
    const auto label = [this](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        return made;
    };
    const auto button = [this](const QString& name) {
        auto* made = new QPushButton(this);
        made->setObjectName(name);
        made->setMinimumHeight(5 * Theme::grid);
        return made;
    };
    m_heading = label("cashHeadingLabel");
    m_dueTitle = label("cashDueTitleLabel");
    m_dueLabel = label("cashDueLabel");
    m_rounding = label("cashRoundingLabel");
    Theme::makeMuted(m_rounding);
    m_givenTitle = label("cashGivenTitleLabel");
    m_given = new QLineEdit(this);
    m_given->setObjectName(QStringLiteral("cashGivenLineEdit"));
    m_given->setMinimumHeight(6 * Theme::grid);
    m_given->setMaxLength(20);
    auto* notes = new QGridLayout;
    notes->setSpacing(Theme::grid);
    for (int i = 0; i < 4; ++i) {
        m_notes.push_back(button(QStringLiteral("cashNote%1Button").arg(i + 1)));
        notes->addWidget(m_notes.back(), i / 2, i % 2);
    }
    m_changeTitle = label("cashChangeTitleLabel");
    m_change = label("cashChangeLabel");
    m_back = button(QStringLiteral("cashBackButton"));
    m_take = button(QStringLiteral("takeCashButton"));
    m_take->setMinimumHeight(7 * Theme::grid);
    m_back->setMinimumHeight(7 * Theme::grid);
    Theme::makePrimary(m_take);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_heading, m_dueTitle, m_dueLabel, m_rounding, m_givenTitle, m_given})
        column->addWidget(widget);
    column->addLayout(notes);
    column->addWidget(m_changeTitle);
    column->addWidget(m_change);
    column->addStretch();
    auto* ends = new QHBoxLayout;
    ends->setSpacing(Theme::grid);
    ends->addWidget(m_back, 1);
    ends->addWidget(m_take, 2);
    column->addLayout(ends);
    for (QLabel* amount : {m_dueLabel, m_change})
        amount->setWordWrap(false);
    connect(m_given, &QLineEdit::textChanged, this, &CashView::refresh);
    connect(m_given, &QLineEdit::returnPressed, this, &CashView::take);
    connect(m_take, &QPushButton::clicked, this, &CashView::take);
    connect(m_back, &QPushButton::clicked, this, &CashView::backWanted);
    say();
}

void CashView::say()
{
    m_wording.label(m_heading, [] { return tr("Cash"); });
    m_wording.label(m_dueTitle, [] { return tr("To take"); });
    m_wording.field(m_givenTitle, m_given, [] { return tr("Handed over"); }, [] { return tr("What the buyer gave; empty means exactly the amount"); });
    m_wording.button(m_take, [] { return tr("Take cash"); }, [] { return tr("Books the sale (Enter)"); });
    m_wording.button(m_back, [] { return tr("Back"); }, [] { return tr("Back to the sale (Esc)"); });
    m_back->setShortcut(QKeySequence());
}

void CashView::retranslate()
{
    m_wording.sayAgain();
    ask(m_payable, m_currency.code());
}

void CashView::ask(qint64 payable, const QString& currency)
{
    if (const auto known = domain::Currency::fromCode(currency))
        m_currency = *known;
    m_payable = payable;
    m_due = domain::cashToTake(std::max<qint64>(payable, 0), m_currency);
    m_heading->setFont(m_theme.font(TextRole::Heading));
    m_dueLabel->setFont(m_theme.font(TextRole::Display));
    m_change->setFont(m_theme.font(TextRole::Title));
    m_dueLabel->setText(moneyText(m_due, m_currency));
    m_rounding->setVisible(m_due != payable);
    m_rounding->setText(tr("%1, rounded down to coins that exist").arg(moneyText(payable, m_currency)));
    const std::vector<qint64> amounts = likelyAmounts(m_due);
    for (size_t i = 0; i < m_notes.size(); ++i) {
        m_notes[i]->setVisible(i < amounts.size());
        if (i >= amounts.size())
            continue;
        m_notes[i]->setText(moneyText(amounts[i], m_currency));
        m_notes[i]->setAccessibleName(tr("Handed over: %1").arg(m_notes[i]->text()));
        m_notes[i]->setToolTip(tr("This much was handed over"));
        m_notes[i]->disconnect();
        connect(m_notes[i], &QPushButton::clicked, this, [this, amount = amounts[i]] {
            m_given->setText(domain::plainText({amount, m_currency}));
            m_take->setFocus();
        });
    }
    m_given->clear();
    refresh();
    if (isVisible())
        m_given->setFocus();
}

domain::Result<domain::Money> CashView::given() const
{
    if (m_given->text().trimmed().isEmpty())
        return domain::Money{m_due, m_currency};
    return domain::parseMoney(m_given->text().trimmed(), m_currency);
}

void CashView::refresh()
{
    const auto amount = given();
    const qint64 change = amount ? amount->minor - m_due : 0;
    const bool isEnough = amount && change >= 0;
    m_changeTitle->setText(!amount ? inWords(amount.error().message) : isEnough ? tr("Change") : tr("Still missing"));
    m_change->setText(amount ? moneyText(isEnough ? change : -change, m_currency) : QString());
    m_take->setEnabled(isEnough);
}

void CashView::take()
{
    const auto amount = given();
    if (amount && amount->minor >= m_due)
        Q_EMIT taken(amount->minor);
}

} // namespace encore::ui
