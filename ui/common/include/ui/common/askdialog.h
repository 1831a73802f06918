// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

/// Asks before something that cannot simply be taken back: what will happen, and for a reason or other short texts where those are needed.
class AskDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p name begins the names of its controls.
    AskDialog(const QString& name, Theme& theme, QWidget* parent = nullptr);

    void setWords(const Wording::Words& heading, const Wording::Words& text, const Wording::Words& confirm);
    /// A short text, asked for below the others; the confirmation waits for those that are needed.
    void addField(const Wording::Words& title, const Wording::Words& hint, bool isNeeded);
    void hideTyping(int number); ///< of a field that takes a secret
    [[nodiscard]] QString field(int number) const; ///< trimmed, from 0

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QString m_name;
    Wording m_wording;
    QLabel* m_heading = nullptr;
    QLabel* m_text = nullptr;
    QWidget* m_fieldsArea = nullptr;
    std::vector<std::pair<QLineEdit*, bool>> m_fields;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_confirm = nullptr;
};

} // namespace encore::ui
