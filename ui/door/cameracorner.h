// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace encore::ui
{

class CameraSource;
class Theme;

/// The camera picture in the corner of the verdict; a click makes it large while nothing is shown there.
class CameraCorner final : public QAbstractButton
{
    Q_OBJECT

public:
    CameraCorner(CameraSource& camera, Theme& theme, QWidget* parent);
    /// Takes its place within @p area; while a verdict is shown it stays small.
    void place(const QRect& area, bool isVerdictShown);
    /// The corner it takes when it is small, with its margin.
    [[nodiscard]] static QSize cornerSize(const QRect& area);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    Theme& m_theme;
};

} // namespace encore::ui
