// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace encore::ui
{
namespace
{

constexpr int rowsOfField = 3; ///< of the grid: title, control, and what is wrong with it

} // namespace

FormDialog::FormDialog(const QString& name, Theme& theme, QWidget* parent) : QDialog(parent), m_theme(theme), m_name(name)
{
    setObjectName(name + QStringLiteral("Dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(500);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(name + QStringLiteral("HeadingLabel"));
    m_heading->setFont(theme.font(TextRole::Heading));
    m_heading->setWordWrap(true);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(2 * Theme::grid);
    m_grid->setVerticalSpacing(Theme::grid / 2);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    column->addWidget(m_heading);
    column->addLayout(m_grid);
}

QString FormDialog::named(const char* field, const char* suffix) const
{
    return m_name + QLatin1String(field) + QLatin1String(suffix);
}

void FormDialog::setHeading(const Words& heading)
{
    m_wording.label(m_heading, heading);
    m_wording.also([this] { setWindowTitle(m_heading->text()); });
}

template<class Control>
Control* FormDialog::place(const char* field, const char* suffix, Width width, const Words& title, const Words& hint)
{
    auto* label = new QLabel(this);
    label->setObjectName(named(field, "TitleLabel"));
    auto* control = new Control(this);
    control->setObjectName(named(field, suffix));
    const bool isSecond = width == Width::Half && m_isHalfTaken;
    if (!isSecond)
        m_row += rowsOfField;
    const int column = isSecond ? 1 : 0;
    const int span = width == Width::Half ? 1 : 2;
    m_grid->addWidget(label, m_row, column, 1, span, Qt::AlignBottom);
    m_grid->addWidget(control, m_row + 1, column, 1, span);
    m_isHalfTaken = width == Width::Half && !isSecond;
    m_wording.field(label, control, title, hint);
    m_titles.emplace_back(control, label);
    return control;
}

QLabel* FormDialog::addText(const char* field, const Words& text)
{
    auto* label = new QLabel(this);
    label->setObjectName(named(field, "Label"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    Theme::makeMuted(label);
    addPart(label);
    m_wording.label(label, text);
    return label;
}

QLineEdit* FormDialog::addLine(const char* field, const Words& title, const Words& hint, Width width)
{
    auto* line = place<QLineEdit>(field, "LineEdit", width, title, hint);
    constexpr int mostCharacters = 200;
    line->setMaxLength(mostCharacters);
    connect(line, &QLineEdit::textChanged, this, [this] { refresh(); });
    return line;
}

QComboBox* FormDialog::addChoice(const char* field, const Words& title, const Words& hint, Width width)
{
    auto* choice = place<QComboBox>(field, "ComboBox", width, title, hint);
    connect(choice, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    return choice;
}

QPlainTextEdit* FormDialog::addLongText(const char* field, const Words& title, const Words& hint)
{
    auto* text = place<QPlainTextEdit>(field, "Edit", Width::Whole, title, hint);
    text->setMaximumHeight(12 * Theme::grid);
    text->setTabChangesFocus(true);
    return text;
}

QCheckBox* FormDialog::addCheck(const char* field, const Words& title, const Words& hint)
{
    auto* check = new QCheckBox(this);
    check->setObjectName(named(field, "CheckBox"));
    addPart(check);
    m_grid->setAlignment(check, Qt::AlignLeft); // a click beside the words is none
    m_wording.button(check, title, hint);
    return check;
}

void FormDialog::addPart(QWidget* part)
{
    m_row += rowsOfField;
    m_isHalfTaken = false;
    m_grid->addWidget(part, m_row, 0, 1, 2);
}

void FormDialog::finish(const Words& confirmWords, const Words& confirmHint)
{
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    m_fault = new QLabel(this);
    m_fault->setObjectName(named("", "FaultLabel"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(named("", "CancelButton"));
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(named("", "ConfirmButton"));
    m_confirm->setDefault(true);
    Theme::makePrimary(m_confirm);
    auto* row = new QHBoxLayout;
    row->addStretch();
    for (QPushButton* button : {m_cancel, m_confirm}) {
        button->setMinimumHeight(5 * Theme::grid);
        row->addWidget(button);
    }
    m_row += rowsOfField;
    placeFault(nullptr);
    column->addSpacing(Theme::grid);
    column->addLayout(row);
    m_wording.button(m_cancel, [] { return tr("Cancel"); }, [] { return tr("Nothing is changed (Esc)"); });
    m_wording.button(m_confirm, confirmWords, confirmHint);
    connect(m_cancel, &QPushButton::clicked, this, &FormDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, [this] { confirm(); });
}

void FormDialog::setFault(const QString& words, bool mayConfirm, const QWidget* field)
{
    placeFault(field);
    m_fault->setText(words);
    m_fault->setVisible(!words.isEmpty());
    m_confirm->setEnabled(mayConfirm);
    if (isVisible())
        fitHeight();
}

void FormDialog::placeFault(const QWidget* field)
{
    int row = m_row + 1; // below everything
    if (const int place = field ? m_grid->indexOf(field) : -1; place >= 0) {
        int column = 0;
        int rows = 0;
        int columns = 0;
        m_grid->getItemPosition(place, &row, &column, &rows, &columns);
    }
    if (m_faultRow == row + 1)
        return;
    m_faultRow = row + 1;
    m_grid->removeWidget(m_fault);
    m_grid->addWidget(m_fault, m_faultRow, 0, 1, 2);
}

void FormDialog::setShown(QWidget* field, bool isShown)
{
    field->setVisible(isShown);
    for (const auto& [control, title] : m_titles) {
        if (control == field)
            title->setVisible(isShown);
    }
    if (isVisible())
        fitHeight();
}

std::optional<int> FormDialog::wholeNumber(const QLineEdit* field)
{
    bool isNumber = false;
    const int value = field->text().trimmed().toInt(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

/// Texts that take several lines need a height that only the width decides, which a window does not ask for by itself.
void FormDialog::fitHeight()
{
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

void FormDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    fitHeight();
}

void FormDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
}

} // namespace encore::ui
