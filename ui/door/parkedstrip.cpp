// SPDX-License-Identifier: GPL-3.0-or-later
#include "parkedstrip.h"

#include "doorwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace encore::ui
{

ParkedStrip::ParkedStrip(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("parkedStrip"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, Theme::grid, 2 * Theme::grid, Theme::grid);
    layout->setSpacing(Theme::grid);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("parkedLabel"));
    layout->addWidget(m_title);
    auto* inner = new QWidget;
    m_chips = new QHBoxLayout(inner);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(Theme::grid);
    m_chips->setAlignment(Qt::AlignLeft);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("parkedScrollArea"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    scroll->setFixedHeight(7 * Theme::grid);
    layout->addWidget(scroll, 1);
    connect(&theme, &Theme::changed, this, &ParkedStrip::rebuild);
    hide();
}

void ParkedStrip::setCases(const std::vector<DoorCase>& cases, bool hideNames)
{
    m_cases = cases;
    m_hideNames = hideNames;
    rebuild();
    setVisible(!cases.empty());
}

QString ParkedStrip::nameOf(const DoorCase& guest) const
{
    const bool named = !m_hideNames && !guest.verdict.holder.isEmpty();
    const QString name = named ? guest.verdict.holder : guest.verdict.ticketLabel;
    const QString shortened = name.size() > 24 ? name.left(23) + QChar(0x2026) : name;
    return DoorWords::joined({shortened, guest.verdict.seat});
}

void ParkedStrip::rebuild()
{
    m_title->setFont(m_theme.font(TextRole::Heading));
    m_title->setText(tr("Waiting: %n", nullptr, int(m_cases.size())));
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide(); // until then it must not be seen nor reached
        item->widget()->deleteLater();
        delete item;
    }
    for (const DoorCase& guest : m_cases) {
        const int id = guest.id;
        auto* resume = new QPushButton(nameOf(guest), this);
        resume->setObjectName(QStringLiteral("resume%1Button").arg(id));
        resume->setMinimumSize(resume->fontMetrics().horizontalAdvance(resume->text()) + 4 * Theme::grid, 5 * Theme::grid);
        resume->setToolTip(tr("Go on with this guest"));
        resume->setAccessibleName(tr("Go on with %1").arg(nameOf(guest)));
        connect(resume, &QPushButton::clicked, this, [this, id] { Q_EMIT resumed(id); });
        m_chips->addWidget(resume);
        auto* discard = new QToolButton(this);
        discard->setObjectName(QStringLiteral("discard%1Button").arg(id));
        discard->setText(QStringLiteral("✕"));
        discard->setMinimumSize(5 * Theme::grid, 5 * Theme::grid);
        discard->setToolTip(tr("Do not admit this guest"));
        discard->setAccessibleName(tr("Do not admit %1").arg(nameOf(guest)));
        connect(discard, &QToolButton::clicked, this, [this, id] { Q_EMIT discarded(id); });
        m_chips->addWidget(discard);
    }
}

void ParkedStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace encore::ui
