// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/services.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

/// Asks for the supervisor's PIN, or lets one be set where there is none yet. Open it with open(); accepted() means the PIN was right.
class PinDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PinDialog(PinService& pins, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void submit();
    void conclude(const domain::Status& status);
    void updateButton();

    PinService& m_pins;
    const bool m_isNew;
    QLabel* m_prompt = nullptr;
    QLineEdit* m_pin = nullptr;
    QLineEdit* m_repeat = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace encore::ui
