// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigncards.h"

#include "picturestrip.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace encore::ui
{
namespace
{

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr qint64 hourMs = 60LL * 60 * 1000;

} // namespace

QString projectStateText(domain::ProjectState state)
{
    return inWords(domain::messageFor("project.state.", state));
}

QString timeLeftText(const commands::Projects::Row& project)
{
    using State = domain::ProjectState;
    if (project.state != State::Live && project.state != State::Suspended)
        return projectStateText(project.state);
    if (project.leftMs <= 0)
        return CampaignCardModel::tr("over");
    if (project.leftMs < hourMs)
        return CampaignCardModel::tr("Minutes left: %1").arg(QLocale().toString(project.leftMs / 60'000));
    if (project.leftMs < 2 * dayMs)
        return CampaignCardModel::tr("Hours left: %1").arg(QLocale().toString(project.leftMs / hourMs));
    return CampaignCardModel::tr("Days left: %1").arg(QLocale().toString(project.leftMs / dayMs));
}

QString percentText(qint64 hundredths)
{
    return QLocale().toString(hundredths / 100) + QLocale().decimalPoint() + QStringLiteral("%1").arg(hundredths % 100, 2, 10, QLatin1Char('0'))
        + QStringLiteral(" %");
}

QVariant CampaignCardModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    const commands::Projects::Row& project = row(index.row());
    const qint64 raised = project.raisedAtClosing.value_or(project.raised);
    return QStringList{project.title, tr("%1 of %2").arg(moneyText(raised, project.currency), moneyText(project.goal, project.currency)),
                       percentText(project.percentHundredths), timeLeftText(project)}
        .join(QStringLiteral(", "));
}

CampaignCardDelegate::CampaignCardDelegate(const CampaignCardModel& model, PictureCache& pictures, Theme& theme, QObject* parent) :
    QStyledItemDelegate(parent), m_model(model), m_pictures(pictures), m_theme(theme)
{
}

QSize CampaignCardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {47 * Theme::grid, 18 * Theme::grid};
}

void CampaignCardDelegate::paintRing(QPainter& painter, const QRectF& place, const commands::Projects::Row& project) const
{
    constexpr int fullCircle = 360 * 16; // sixteenths of a degree
    const qint64 whole = 10'000;
    const int span = int(std::min<qint64>(project.percentHundredths, whole) * fullCircle / whole);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.border(), Theme::grid, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(place);
    painter.setPen(QPen(m_theme.accent(), Theme::grid, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(place, 90 * 16, -span);
    painter.setPen(m_theme.text());
    painter.setFont(m_theme.font(TextRole::Body));
    painter.drawText(place, Qt::AlignCenter, QLocale().toString(project.percentHundredths / 100) + QStringLiteral(" %"));
}

void CampaignCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const commands::Projects::Row& project = m_model.row(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = option.state & QStyle::State_Selected;
    const QRectF card = QRectF(option.rect).adjusted(4, 4, -4, -4);
    painter->setPen(QPen(isChosen ? m_theme.accent() : m_theme.border(), isChosen ? 2 : 1));
    painter->setBrush(m_theme.raised());
    painter->drawRoundedRect(card, Theme::grid, Theme::grid);
    if (const QPixmap picture = project.picture.isEmpty() ? QPixmap() : m_pictures.pixmap(project.picture); !picture.isNull()) {
        // Fills the card's left side from edge to edge; what does not fit is cut evenly. The ring stands on a plate in front of it.
        const QRectF side(card.left(), card.top(), 14.5 * Theme::grid, card.height());
        QPainterPath shape;
        shape.addRoundedRect(card, Theme::grid, Theme::grid);
        painter->save();
        painter->setClipPath(shape);
        painter->setClipRect(side, Qt::IntersectClip);
        const QSizeF filled = QSizeF(picture.size()).scaled(side.size(), Qt::KeepAspectRatioByExpanding);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawPixmap(QRectF(side.center() - QPointF(filled.width() / 2, filled.height() / 2), filled), picture, QRectF(picture.rect()));
        painter->restore();
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.raised());
        painter->drawEllipse(QPointF(card.left() + 7.25 * Theme::grid, card.center().y()), 6 * Theme::grid, 6 * Theme::grid);
    }
    const qreal ring = 9.5 * Theme::grid;
    const QRectF place(card.left() + 2.5 * Theme::grid, card.center().y() - ring / 2, ring, ring);
    paintRing(*painter, place, project);
    const QRectF text(place.right() + 3.5 * Theme::grid, card.top() + 1.5 * Theme::grid, card.right() - place.right() - 5 * Theme::grid, card.height() - 3 * Theme::grid);
    qreal y = text.top();
    const auto line = [&](const QString& words, TextRole role, const QColor& colour) {
        const QFont font = m_theme.font(role);
        const QFontMetricsF metrics(font);
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(QRectF(text.left(), y, text.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(words, Qt::ElideRight, text.width()));
        y += metrics.height() + 2;
    };
    line(project.title.isEmpty() ? CampaignCardModel::tr("Without a title") : project.title, TextRole::Heading, m_theme.text());
    line(moneyText(project.raisedAtClosing.value_or(project.raised), project.currency), TextRole::Heading, m_theme.accent());
    line(CampaignCardModel::tr("of %1").arg(moneyText(project.goal, project.currency)), TextRole::Body, m_theme.mutedText());
    line(CampaignCardModel::tr("Backers: %1").arg(QLocale().toString(project.backers)) + QStringLiteral("  ·  ") + timeLeftText(project), TextRole::Body, m_theme.text());
    painter->restore();
}

} // namespace encore::ui
