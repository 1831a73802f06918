// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "verdictface.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace encore::ui
{

/// The verdict as large as the place it is given, to be read at three metres. Painted as a whole, so that each text can take the size
/// that fits: the word first, then the name, then the rest. Several verdicts (a picture with several codes) become a list.
class VerdictView final : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictView(Theme& theme, QWidget* parent = nullptr);

    void showVerdict(const VerdictFace& face);
    void showSeveral(const std::vector<VerdictFace>& faces);
    /// @p inputs: which ways of reading are ready, in words.
    void showIdle(const QString& prompt, const QStringList& inputs);
    void setBusy(const QString& text); ///< empty: not busy
    /// Room at the bottom right that belongs to the camera picture.
    void setReserved(const QSize& size);

    [[nodiscard]] const std::optional<VerdictFace>& face() const { return m_face; }
    [[nodiscard]] int wordPixelSize() const { return m_wordPixelSize; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 200}; }
    [[nodiscard]] QSize sizeHint() const override { return {800, 600}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString text;
        qreal size = 0;
        int weight = 0;
        int maxLines = 1;
        qreal gapAfter = 0;
        qreal leastShare = 0.72; ///< of its size: a text that nearly fits is made smaller rather than broken
    };
    [[nodiscard]] std::vector<Line> linesOf(const VerdictFace& face) const;
    [[nodiscard]] qreal heightOf(const std::vector<Line>& lines, qreal width, qreal unit) const;
    void announce(const QString& text);
    void paintIdle(QPainter& painter);
    void paintFace(QPainter& painter, const VerdictFace& face);
    void paintSeveral(QPainter& painter);
    void paintStrip(QPainter& painter, const QString& text, const QRectF& strip, const StateColours& colours) const;
    qreal paintHeadline(QPainter& painter, const VerdictFace& face, const QRectF& area);
    qreal paintLine(QPainter& painter, const Line& line, const QRectF& area, qreal pixelSize) const;

    Theme& m_theme;
    std::optional<VerdictFace> m_face;
    std::vector<VerdictFace> m_several;
    QString m_prompt;
    QStringList m_inputs;
    QString m_busy;
    QSize m_reserved;
    int m_wordPixelSize = 0;
};

} // namespace encore::ui
