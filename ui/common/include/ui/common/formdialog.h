// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace encore::ui
{

/// A dialog that asks for several things at once: a heading, titled fields below each other or in pairs, what is wrong in words, and two
/// buttons. Controls are called after the form: <form>HeadingLabel, <form><Field>TitleLabel, <form><Field>LineEdit, <form>ConfirmButton ….
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Width { Whole, Half }; ///< two halves that follow each other stand side by side

protected:
    FormDialog(const QString& name, Theme& theme, QWidget* parent);

    using Words = Wording::Words;
    void setHeading(const Words& heading);
    QLabel* addText(const char* field, const Words& text); ///< a sentence between the fields
    QLineEdit* addLine(const char* field, const Words& title, const Words& hint, Width width = Width::Whole);
    QComboBox* addChoice(const char* field, const Words& title, const Words& hint, Width width = Width::Whole);
    QPlainTextEdit* addLongText(const char* field, const Words& title, const Words& hint);
    QCheckBox* addCheck(const char* field, const Words& title, const Words& hint);
    void addPart(QWidget* part); ///< something larger, over the whole width
    /// Puts what is wrong and the buttons below everything; to be called last.
    void finish(const Words& confirm, const Words& confirmHint);
    /// Shows what is wrong, below the field that it is about where there is one; the confirmation waits for @p mayConfirm.
    void setFault(const QString& words, bool mayConfirm, const QWidget* field = nullptr);
    void setShown(QWidget* field, bool isShown); ///< with its title

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    /// Asked whenever a field changes: says by setFault() how things stand.
    virtual void refresh() = 0;
    /// What the confirming button does; closes the dialog unless it is told otherwise.
    virtual void confirm() { accept(); }

    [[nodiscard]] QPushButton* confirmButton() const { return m_confirm; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] static std::optional<int> wholeNumber(const QLineEdit* field); ///< ≥ 0; absent: none, or no number

    Theme& m_theme;
    Wording m_wording;

private:
    template<class Control>
    Control* place(const char* field, const char* suffix, Width width, const Words& title, const Words& hint);
    void fitHeight();
    void placeFault(const QWidget* field);
    [[nodiscard]] QString named(const char* field, const char* suffix) const;

    QString m_name;
    QLabel* m_heading = nullptr;
    QGridLayout* m_grid = nullptr;
    int m_row = 0;
    bool m_isHalfTaken = false;
    std::vector<std::pair<QWidget*, QLabel*>> m_titles;
    QLabel* m_fault = nullptr;
    int m_faultRow = 0; ///< below the field that is at fault
    QPushButton* m_cancel = nullptr;
    QPushButton* m_confirm = nullptr;
};

} // namespace encore::ui
