// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace encore::ui
{

/// The first thing a new desk is asked: at which gate it stands.
class GateChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit GateChooser(Theme& theme, QWidget* parent = nullptr);
    void setGates(const std::vector<commands::DoorGates::Row>& gates);
    void setFault(const QString& text);

Q_SIGNALS:
    void chosen(encore::domain::GateId gate);
    void retryRequested();
    void importRequested();
    void demoRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();
    void choose();

    Theme& m_theme;
    std::vector<commands::DoorGates::Row> m_gates;
    QString m_fault;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_demo = nullptr;
};

/// A gate in words: its name, and on a second line what it admits.
[[nodiscard]] QString gateName(const commands::DoorGates::Row& gate);

} // namespace encore::ui
