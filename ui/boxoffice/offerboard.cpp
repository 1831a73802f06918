// SPDX-License-Identifier: GPL-3.0-or-later
#include "offerboard.h"

#include "ui/common/moneytext.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

namespace encore::ui
{

/// Two lines, of which the first is cut short where there is no room for all of it.
class OfferButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;
    void setWords(const QString& title, const QString& second)
    {
        m_title = title;
        m_second = second;
        write();
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QPushButton::resizeEvent(event);
        write();
    }

private:
    void write()
    {
        const QString title = fontMetrics().elidedText(m_title, Qt::ElideRight, width() - 3 * Theme::grid); // inside its frame
        setText(QString(title).replace(u'&', QStringLiteral("&&")) + u'\n' + m_second);
    }

    QString m_title;
    QString m_second;
};

OfferBoard::OfferBoard(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("offerBoard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::grid);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    m_performance = new QComboBox(this);
    m_performance->setObjectName(QStringLiteral("performanceComboBox"));
    m_performance->setMinimumHeight(5 * Theme::grid);
    m_guests = new QPushButton(this);
    m_guests->setObjectName(QStringLiteral("guestsButton"));
    m_guests->setMinimumHeight(5 * Theme::grid);
    m_guestsMenu = new QMenu(this);
    m_guestsMenu->setObjectName(QStringLiteral("guestsMenu"));
    m_guests->setMenu(m_guestsMenu);
    m_new = new QPushButton(this);
    m_new->setObjectName(QStringLiteral("newOfferButton"));
    m_new->setMinimumHeight(5 * Theme::grid);
    row->addWidget(m_performance, 1);
    row->addWidget(m_guests);
    row->addWidget(m_new);
    column->addLayout(row);
    m_empty = new QLabel(this);
    m_empty->setObjectName(QStringLiteral("offersEmptyLabel"));
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("offersScrollArea"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto* board = new QWidget(m_scroll);
    auto* outer = new QVBoxLayout(board);
    outer->setContentsMargins(0, 0, Theme::grid, 0);
    m_grid = new QGridLayout;
    m_grid->setSpacing(2 * Theme::grid);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    outer->addLayout(m_grid);
    outer->addStretch();
    m_scroll->setWidget(board);
    column->addWidget(m_scroll, 1);
    connect(m_performance, &QComboBox::currentIndexChanged, this, &OfferBoard::fillButtons);
    connect(m_new, &QPushButton::clicked, this, &OfferBoard::offerWanted);
    m_wording.control(m_performance, [] { return tr("Performance"); }, [] { return tr("Shows what is on sale for this one"); });
    m_wording.button(m_guests, [] { return tr("Guests…"); }, [] { return tr("Free tickets for a list of names"); });
    m_wording.button(m_new, [] { return tr("Put on sale…"); }, [] { return tr("Adds a ticket, a thing or a fee to what is sold here"); });
    retranslate();
}

void OfferBoard::setOffers(const std::vector<commands::Offers::Row>& offers, const QString& currency)
{
    m_offers = offers;
    m_currency = currency;
    m_fault.clear();
    fillPerformances();
    fillButtons();
    fillGuestsMenu();
}

void OfferBoard::fillGuestsMenu()
{
    m_guestsMenu->clear();
    for (const commands::Offers::Row& row : m_offers) {
        if (row.offer.closed || row.offer.kind != domain::OfferKind::Ticket)
            continue;
        const QString name = row.offer.title + QStringLiteral("  ·  ") + row.performance;
        m_guestsMenu->addAction(QString(name).replace(u'&', QStringLiteral("&&")), this, [this, row] { Q_EMIT guestsWanted(row); });
    }
    m_guests->setVisible(!m_guestsMenu->isEmpty());
}

void OfferBoard::setFault(const QString& text)
{
    m_fault = text;
    fillButtons();
}

void OfferBoard::retranslate()
{
    m_wording.sayAgain();
    fillPerformances();
    fillButtons();
}

void OfferBoard::fillPerformances()
{
    const QVariant chosen = m_performance->currentData();
    const QSignalBlocker quiet(m_performance);
    m_performance->clear();
    m_performance->addItem(tr("Everything on sale"), QString());
    for (const commands::Offers::Row& row : m_offers) {
        if (!row.offer.performance || m_performance->findData(row.offer.performance->text()) >= 0)
            continue;
        const QString when = row.startsAt ? QStringLiteral("  ·  ") + momentText(*row.startsAt, row.timeZone) : QString();
        m_performance->addItem(row.performance + when, row.offer.performance->text());
    }
    m_performance->setCurrentIndex(std::max(0, m_performance->findData(chosen)));
    m_performance->setVisible(!m_offers.empty());
}

void OfferBoard::sayButton(OfferButton* button, const commands::Offers::Row& row) const
{
    const QString left = !row.left ? QString() : *row.left == 0 ? tr("sold out") : tr("%1 left").arg(QLocale().toString(*row.left));
    const QString second = QStringList{moneyText(row.offer.price, m_currency), left}.join(left.isEmpty() ? QString() : QStringLiteral("  ·  "));
    button->setWords(row.offer.title, second);
    button->setAccessibleName(row.offer.title + QStringLiteral(", ") + second);
    QStringList hint{row.offer.title};
    if (!row.performance.isEmpty())
        hint << row.performance;
    hint << tr("Adds one to the sale");
    button->setToolTip(hint.join(u'\n'));
    button->setEnabled(!row.left || *row.left > 0);
}

void OfferBoard::fillButtons()
{
    const QString performance = m_performance->currentData().toString();
    std::vector<const commands::Offers::Row*> shown;
    for (const commands::Offers::Row& row : m_offers) {
        const bool fits = performance.isEmpty() || !row.offer.performance || row.offer.performance->text() == performance;
        if (fits && !row.offer.closed)
            shown.push_back(&row);
    }
    while (m_buttons.size() > shown.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    for (size_t i = 0; i < shown.size(); ++i) {
        if (i == m_buttons.size()) {
            auto* button = new OfferButton(m_scroll->widget());
            button->setObjectName(QStringLiteral("offer%1Button").arg(i + 1));
            button->setMinimumHeight(9 * Theme::grid);
            button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            m_grid->addWidget(button, int(i) / 2, int(i) % 2);
            m_buttons.push_back(button);
        }
        sayButton(m_buttons[i], *shown[i]);
        m_buttons[i]->disconnect();
        connect(m_buttons[i], &QPushButton::clicked, this, [this, offer = *shown[i]] { Q_EMIT chosen(offer); });
    }
    m_empty->setVisible(shown.empty());
    m_scroll->setVisible(!shown.empty());
    m_empty->setText(!m_fault.isEmpty() ? m_fault : tr("Nothing is on sale yet. Put a ticket, a thing or a fee on sale; then it stands here as a button."));
}

} // namespace encore::ui
