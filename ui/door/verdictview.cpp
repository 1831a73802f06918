// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdictview.h"

#include "doorwords.h"
#include "signalicon.h"

#include <QAccessible>
#include <QPainter>
#include <QTextLayout>

namespace encore::ui
{
namespace
{

QFont sized(const QFont& font, qreal pixelSize, int weight)
{
    QFont result = font;
    result.setPixelSize(std::max(11, int(pixelSize)));
    result.setWeight(QFont::Weight(weight));
    return result;
}

/// The largest size, at most @p wanted, at which @p text fits into @p width.
qreal fitting(const QFont& font, const QString& text, qreal wanted, qreal width, int weight)
{
    // Glyphs do not shrink quite in step with their size, those of a second font least of all.
    const qreal needed = QFontMetricsF(sized(font, wanted, weight)).horizontalAdvance(text) * 1.03;
    return needed <= width ? wanted : wanted * width / needed;
}

/// Breaks the text into at most @p maxLines lines; the last one is cut with an ellipsis if that is not enough.
QStringList brokenLines(const QString& text, const QFont& font, qreal width, int maxLines)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(QString(text).replace(u'\n', QChar::LineSeparator), font);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == maxLines) {
            lines.append(QFontMetricsF(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

/// Hangul comes from another font than Latin letters, and is taller than the first font's metrics say.
qreal lineHeightOf(const QFont& font)
{
    return std::max(QFontMetricsF(font).lineSpacing(), font.pixelSize() * 1.32);
}

} // namespace

VerdictView::VerdictView(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("verdictView"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void VerdictView::showVerdict(const VerdictFace& face)
{
    m_several.clear();
    m_face = face;
    announce(face.accessibleText());
}

void VerdictView::showSeveral(const std::vector<VerdictFace>& faces)
{
    m_face.reset();
    m_several = faces;
    QStringList texts;
    for (const VerdictFace& face : faces)
        texts.append(face.accessibleText());
    announce(texts.join(QStringLiteral("\n")));
}

void VerdictView::showIdle(const QString& prompt, const QStringList& inputs)
{
    m_face.reset();
    m_several.clear();
    m_prompt = prompt;
    m_inputs = inputs;
    setAccessibleName(prompt);
    setAccessibleDescription(inputs.join(QStringLiteral(", ")));
    update();
}

void VerdictView::announce(const QString& text)
{
    setAccessibleName(text);
    setAccessibleDescription(QString());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    update();
}

void VerdictView::setBusy(const QString& text)
{
    m_busy = text;
    update();
}

void VerdictView::setReserved(const QSize& size)
{
    m_reserved = size;
    update();
}

void VerdictView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_face)
        paintFace(painter, *m_face);
    else if (!m_several.empty())
        paintSeveral(painter);
    else
        paintIdle(painter);
    if (!m_busy.isEmpty()) {
        const QRectF strip(0, height() - 40, width() - m_reserved.width(), 40);
        paintStrip(painter, m_busy, strip, {m_theme.raised(), m_theme.text(), m_theme.border()});
    }
}

void VerdictView::paintStrip(QPainter& painter, const QString& text, const QRectF& strip, const StateColours& colours) const
{
    painter.fillRect(strip, colours.background);
    painter.setPen(colours.text);
    const QFont base = m_theme.font(TextRole::Body);
    const QRectF inside = strip.adjusted(2 * Theme::grid, 0, -2 * Theme::grid, 0);
    painter.setFont(sized(base, fitting(base, text, strip.height() * 0.5, inside.width(), QFont::DemiBold), QFont::DemiBold));
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, text);
}

void VerdictView::paintIdle(QPainter& painter)
{
    painter.fillRect(rect(), m_theme.surface());
    const qreal unit = std::min(width() / 100.0, height() / 70.0);
    const qreal margin = std::max(3.0 * Theme::grid, unit * 5);
    const qreal textHeight = unit * (10 + 4.6 * qreal(m_inputs.size()));
    QRectF area(margin, std::max(margin, (height() - textHeight) * 0.42), width() - 2 * margin, height());
    painter.setPen(m_theme.text());
    area.setTop(area.top() + paintLine(painter, {m_prompt, 0, QFont::DemiBold, 2}, area, unit * 5.2) + unit * 2);
    painter.setPen(m_theme.mutedText());
    for (const QString& input : m_inputs)
        area.setTop(area.top() + paintLine(painter, {input, 0, QFont::Normal, 2}, area, std::max(15.0, unit * 2.4)) + unit);
}

/// Draws the text from the top of @p area, wrapping it; the height it took is returned.
qreal VerdictView::paintLine(QPainter& painter, const Line& line, const QRectF& area, qreal pixelSize) const
{
    if (line.text.isEmpty())
        return 0;
    const QFont base = m_theme.font(TextRole::Body);
    const qreal fits = fitting(base, line.text, pixelSize, area.width(), line.weight);
    const QFont font = sized(base, std::max(pixelSize * line.leastShare, fits), line.weight);
    painter.setFont(font);
    const qreal lineHeight = lineHeightOf(font);
    qreal y = area.top();
    const QStringList lines = brokenLines(line.text, font, area.width(), line.maxLines);
    for (const QString& part : lines) {
        painter.drawText(QRectF(area.left(), y, area.width(), lineHeight), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, part);
        y += lineHeight;
    }
    return y - area.top();
}

/// What stands below the word, with its size as a share of the view's unit.
std::vector<VerdictView::Line> VerdictView::linesOf(const VerdictFace& face) const
{
    std::vector<Line> lines = {{face.holder, 8, QFont::Bold, 3, 0}, {face.group, 6, QFont::Bold, 1, 0.4}, {face.place, 4.6, QFont::DemiBold, 2, 0, 0.5}};
    lines.push_back({face.performance, 3, QFont::Normal, 1, 1.4});
    for (const QString& note : face.notes)
        lines.push_back({QStringLiteral("▲ ") + note, 4, QFont::Bold, 2, 0.6});
    lines.push_back({face.explanation, 3.8, QFont::Medium, 4, 1.2});
    lines.push_back({face.footnote, 2.8, QFont::DemiBold, 2, 1});
    lines.push_back({face.reason, 2.4, QFont::Normal, 1, 0});
    std::erase_if(lines, [](const Line& line) { return line.text.isEmpty(); });
    return lines;
}

qreal VerdictView::heightOf(const std::vector<Line>& lines, qreal width, qreal unit) const
{
    const QFont base = m_theme.font(TextRole::Body);
    qreal height = 0;
    for (const Line& line : lines) {
        const qreal wanted = line.size * unit;
        const qreal fits = fitting(base, line.text, wanted, width, line.weight);
        const QFont font = sized(base, std::max(wanted * line.leastShare, fits), line.weight);
        height += qreal(brokenLines(line.text, font, width, line.maxLines).size()) * lineHeightOf(font) + line.gapAfter * unit;
    }
    return height;
}

qreal VerdictView::paintHeadline(QPainter& painter, const VerdictFace& face, const QRectF& area)
{
    const QFont base = m_theme.font(TextRole::Display);
    const qreal wanted = std::clamp(height() * 0.3, 64.0, 460.0);
    const qreal iconShare = 1.12; // the icon and its gap, measured in the word's size
    const qreal wordAtWanted = QFontMetricsF(sized(base, wanted, QFont::Black)).horizontalAdvance(face.word);
    const qreal size = std::min(wanted, wanted * area.width() / (wordAtWanted + wanted * iconShare));
    m_wordPixelSize = int(size);
    const qreal icon = size * 0.86;
    const QColor colour = m_theme.signal(face.colours).text;
    paintSignalIcon(painter, QRectF(area.left(), area.top() + size * 0.07, icon, icon), face.signal, colour);
    painter.setFont(sized(base, size, QFont::Black));
    painter.drawText(QRectF(area.left() + size * iconShare, area.top() - size * 0.25, area.width(), size * 1.5),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, face.word);
    return size * 1.08;
}

void VerdictView::paintFace(QPainter& painter, const VerdictFace& face)
{
    const StateColours colours = m_theme.signal(face.colours);
    painter.fillRect(rect(), colours.background);
    const qreal unit = std::min(width() / 100.0, height() / 70.0);
    const qreal margin = std::max(3.0 * Theme::grid, unit * 5);
    QRectF area(margin, margin, width() - 2 * margin, height() - 2 * margin);
    if (!face.banner.isEmpty()) {
        const QRectF strip(0, 0, width(), std::max(36.0, unit * 6));
        paintStrip(painter, face.banner, strip, {colours.text, colours.background, colours.border});
        area.setTop(strip.bottom() + unit * 3);
    }
    painter.setPen(colours.text);
    area.setTop(area.top() + paintHeadline(painter, face, area) + unit * 2);
    // The largest size at which everything fits; little text grows, much text shrinks.
    const std::vector<Line> lines = linesOf(face);
    const qreal cornerTop = m_reserved.isEmpty() ? height() : height() - m_reserved.height();
    qreal scale = 1.5;
    while (scale > 0.55 && area.top() + heightOf(lines, area.width(), unit * scale) > height() - margin * 0.6)
        scale -= 0.05;
    for (const Line& line : lines) {
        const qreal size = line.size * unit * scale;
        // The camera picture takes the lower right corner: texts that reach down there are narrower.
        const bool collides = area.top() + size * 1.32 > cornerTop;
        const QRectF place = area.adjusted(0, 0, collides ? -m_reserved.width() : 0, 0);
        area.setTop(area.top() + paintLine(painter, line, place, size) + line.gapAfter * unit * scale);
    }
}

void VerdictView::paintSeveral(QPainter& painter)
{
    painter.fillRect(rect(), m_theme.surface());
    const qreal gap = Theme::grid;
    const qreal row = std::min(120.0, (height() - gap) / qreal(m_several.size()) - gap);
    qreal y = gap;
    for (const VerdictFace& face : m_several) {
        const StateColours colours = m_theme.signal(face.colours);
        const QRectF box(gap, y, width() - 2 * gap, row);
        painter.fillRect(box, colours.background);
        const QRectF sign(box.left() + 2 * gap, box.center().y() - row * 0.3, row * 0.6, row * 0.6);
        paintSignalIcon(painter, sign, face.signal, colours.text);
        painter.setPen(colours.text);
        const QFont base = m_theme.font(TextRole::Body);
        const qreal wordWidth = box.width() * 0.3;
        const QRectF word(box.left() + row * 0.6 + 4 * gap, box.top(), wordWidth, row);
        painter.setFont(sized(base, fitting(base, face.word, row * 0.45, wordWidth, QFont::Black), QFont::Black));
        painter.drawText(word, Qt::AlignVCenter | Qt::AlignLeft, face.word);
        QRectF text(word.right() + 2 * gap, box.top() + row * 0.14, box.right() - word.right() - 4 * gap, row);
        text.setTop(text.top() + paintLine(painter, {DoorWords::joined({face.holder, face.group, face.place}), 0, QFont::Bold, 1}, text, row * 0.24));
        const QString& below = face.explanation.isEmpty() ? face.performance : face.explanation;
        paintLine(painter, {below, 0, QFont::Normal, 2}, text, row * 0.19);
        y += row + gap;
    }
}

} // namespace encore::ui
