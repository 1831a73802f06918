// SPDX-License-Identifier: GPL-3.0-or-later
#include "guestdelegate.h"

#include "signalicon.h"

#include <QPainter>

namespace encore::ui
{

GuestDelegate::GuestDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize GuestDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const QFontMetrics title(m_theme.font(TextRole::Body));
    const QFontMetrics detail(m_theme.font(TextRole::Caption));
    return {200, title.lineSpacing() + detail.lineSpacing() + 2 * Theme::grid};
}

void GuestDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRect area = option.rect.adjusted(0, 0, 0, -1);
    painter->fillRect(option.rect, m_theme.raised());
    if (index.data(SignalRole).isValid()) {
        const auto signal = door::Signal(index.data(SignalRole).toInt());
        const QRect sign(area.left() + 4, area.top() + 4, area.height() - 8, area.height() - 8);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.signal(signal).background);
        painter->drawRoundedRect(sign, 6, 6);
        const int inset = sign.height() / 5;
        paintSignalIcon(*painter, sign.adjusted(inset, inset, -inset, -inset), signal, m_theme.signal(signal).text);
        area.setLeft(sign.right());
    }
    area.adjust(Theme::grid + 2, Theme::grid / 2, -Theme::grid, -Theme::grid / 2);
    painter->setPen(m_theme.border());
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const QString trailing = index.data(TrailingRole).toString();
    QFont font = m_theme.font(TextRole::Caption);
    painter->setFont(font);
    painter->setPen(m_theme.mutedText());
    const int trailingWidth = trailing.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(trailing) + Theme::grid;
    const int half = area.height() / 2;
    painter->drawText(QRect(area.left(), area.top(), area.width(), half), Qt::AlignRight | Qt::AlignVCenter, trailing);
    const QString detail = QFontMetrics(font).elidedText(index.data(DetailRole).toString(), Qt::ElideRight, area.width());
    painter->drawText(QRect(area.left(), area.top() + half, area.width(), half), Qt::AlignLeft | Qt::AlignVCenter, detail);

    font = m_theme.font(TextRole::Body);
    font.setWeight(QFont::DemiBold);
    font.setStrikeOut(index.data(StruckRole).toBool());
    painter->setFont(font);
    painter->setPen(m_theme.text());
    const int titleWidth = area.width() - trailingWidth;
    const QString title = QFontMetrics(font).elidedText(index.data(TitleRole).toString(), Qt::ElideRight, titleWidth);
    painter->drawText(QRect(area.left(), area.top(), titleWidth, half), Qt::AlignLeft | Qt::AlignVCenter, title);
    if (selected || option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.accent(), 2));
        painter->drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 6, 6);
    }
    painter->restore();
}

} // namespace encore::ui
