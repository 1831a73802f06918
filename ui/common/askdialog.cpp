// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/askdialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace encore::ui
{

AskDialog::AskDialog(const QString& name, Theme& theme, QWidget* parent) : QDialog(parent), m_name(name)
{
    setObjectName(name + QStringLiteral("Dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(480);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(name + QStringLiteral("HeadingLabel"));
    m_heading->setFont(theme.font(TextRole::Heading));
    m_heading->setWordWrap(true);
    m_text = new QLabel(this);
    m_text->setObjectName(name + QStringLiteral("TextLabel"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_fieldsArea = new QWidget(this);
    auto* fields = new QVBoxLayout(m_fieldsArea);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(Theme::grid);
    m_fieldsArea->hide();
    auto* row = new QHBoxLayout;
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(name + QStringLiteral("CancelButton"));
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(name + QStringLiteral("ConfirmButton"));
    m_confirm->setDefault(true);
    Theme::makePrimary(m_confirm);
    row->addStretch();
    for (QPushButton* button : {m_cancel, m_confirm}) {
        button->setMinimumHeight(5 * Theme::grid);
        row->addWidget(button);
    }
    column->addWidget(m_heading);
    column->addWidget(m_text);
    column->addWidget(m_fieldsArea);
    column->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &AskDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &AskDialog::accept);
}

void AskDialog::setWords(const Wording::Words& heading, const Wording::Words& text, const Wording::Words& confirm)
{
    m_wording.label(m_heading, heading);
    m_wording.label(m_text, text);
    m_wording.button(m_cancel, [] { return tr("Cancel"); }, [] { return tr("Nothing happens (Esc)"); });
    m_wording.button(m_confirm, confirm, [] { return tr("Does it (Enter)"); });
    m_wording.also([this] { setWindowTitle(m_heading->text()); });
}

void AskDialog::addField(const Wording::Words& title, const Wording::Words& hint, bool isNeeded)
{
    const QString number = QString::number(m_fields.size() + 1);
    auto* label = new QLabel(m_fieldsArea);
    label->setObjectName(m_name + QStringLiteral("Field%1Label").arg(number));
    auto* field = new QLineEdit(m_fieldsArea);
    field->setObjectName(m_name + QStringLiteral("Field%1LineEdit").arg(number));
    field->setMaxLength(200);
    m_fieldsArea->layout()->addWidget(label);
    m_fieldsArea->layout()->addWidget(field);
    m_fieldsArea->show();
    m_wording.field(label, field, title, hint);
    m_fields.emplace_back(field, isNeeded);
    connect(field, &QLineEdit::textChanged, this, &AskDialog::refresh);
    if (m_fields.size() == 1)
        field->setFocus();
    refresh();
}

void AskDialog::hideTyping(int number)
{
    m_fields.at(size_t(number)).first->setEchoMode(QLineEdit::Password);
}

QString AskDialog::field(int number) const
{
    return m_fields.at(size_t(number)).first->text().trimmed();
}

void AskDialog::refresh()
{
    m_confirm->setEnabled(std::all_of(m_fields.begin(), m_fields.end(), [](const auto& field) {
        return !field.second || !field.first->text().trimmed().isEmpty();
    }));
}

void AskDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
}

} // namespace encore::ui
