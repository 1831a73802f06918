// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorcase.h"
#include "ui/common/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace encore::ui
{

/// Guests who wait for an answer while the next are scanned: each a button to go on with, and a small one to let go.
class ParkedStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ParkedStrip(Theme& theme, QWidget* parent = nullptr);
    void setCases(const std::vector<DoorCase>& cases, bool hideNames);

Q_SIGNALS:
    void resumed(int caseId);
    void discarded(int caseId);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    [[nodiscard]] QString nameOf(const DoorCase& guest) const;

    Theme& m_theme;
    QLabel* m_title = nullptr;
    QHBoxLayout* m_chips = nullptr;
    std::vector<DoorCase> m_cases;
    bool m_hideNames = false;
};

} // namespace encore::ui
