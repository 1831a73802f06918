// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionform.h"

#include "door/checkin.h"
#include "doorwords.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace encore::ui
{

using commands::DoorQuestions;
using domain::QuestionKind;

QuestionForm::QuestionForm(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("questionForm"));
    m_layout = new QFormLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

QString QuestionForm::textOf(const DoorQuestions::Row& question)
{
    const QString text = question.text.isEmpty() ? question.label : question.text;
    return question.required ? tr("%1 (required)").arg(text) : text;
}

void QuestionForm::setQuestions(const std::vector<DoorQuestions::Row>& questions, const std::map<domain::QuestionId, QString>& draft)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_fields.clear();
    for (const DoorQuestions::Row& question : questions) {
        const auto typed = draft.find(question.id);
        addField(question, typed == draft.end() ? QString() : typed->second);
    }
}

void QuestionForm::addField(const DoorQuestions::Row& question, const QString& draft)
{
    Field field;
    field.question = question;
    switch (question.kind) {
    case QuestionKind::Boolean:
        addBoolean(field, draft);
        break;
    case QuestionKind::Choice:
    case QuestionKind::Choices:
        addOptions(field, draft, question.kind == QuestionKind::Choices);
        break;
    case QuestionKind::Date:
    case QuestionKind::Time:
    case QuestionKind::DateTime:
        addMoment(field, draft);
        break;
    case QuestionKind::Country:
        addCountry(field, draft);
        break;
    default:
        addText(field, draft);
        break;
    }
    nameControls(field);
    auto* column = new QWidget(this);
    auto* stack = new QVBoxLayout(column);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(2);
    stack->addWidget(field.editor);
    field.fault = new QLabel(column);
    field.fault->setObjectName(QStringLiteral("fault%1Label").arg(m_fields.size()));
    field.fault->setWordWrap(true);
    field.fault->hide();
    stack->addWidget(field.fault);
    field.label = new QLabel(textOf(question), this);
    field.label->setWordWrap(true);
    m_layout->addRow(field.label, column);
    m_fields.push_back(field);
}

/// A choice says its question too, because a screen reader comes to it alone.
void QuestionForm::nameControls(const Field& field)
{
    const QString question = textOf(field.question);
    QList<QWidget*> controls = field.editor->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    controls.append(field.editor);
    for (QWidget* control : controls) {
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        control->setAccessibleName(button ? QString(question + QStringLiteral(": ") + button->text()) : question);
        control->setToolTip(question);
    }
}

void QuestionForm::addText(Field& field, const QString& draft)
{
    auto* edit = new QLineEdit(draft, this);
    edit->setObjectName(QStringLiteral("answer%1LineEdit").arg(m_fields.size()));
    edit->setMaxLength(1000);
    if (field.question.kind == QuestionKind::Number)
        edit->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    if (field.question.kind == QuestionKind::Email)
        edit->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    if (field.question.kind == QuestionKind::Phone)
        edit->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    connect(edit, &QLineEdit::textEdited, this, &QuestionForm::edited);
    connect(edit, &QLineEdit::returnPressed, this, &QuestionForm::submitted);
    field.editor = edit;
    field.value = [edit] { return edit->text().trimmed(); };
}

void QuestionForm::addBoolean(Field& field, const QString& draft)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* yes = new QRadioButton(tr("Yes"), row);
    auto* no = new QRadioButton(tr("No"), row);
    yes->setObjectName(QStringLiteral("answer%1YesRadioButton").arg(m_fields.size()));
    no->setObjectName(QStringLiteral("answer%1NoRadioButton").arg(m_fields.size()));
    yes->setChecked(draft == QStringLiteral("True"));
    no->setChecked(draft == QStringLiteral("False"));
    for (QRadioButton* button : {yes, no}) {
        layout->addWidget(button);
        connect(button, &QRadioButton::clicked, this, &QuestionForm::edited);
    }
    layout->addStretch();
    row->setFocusProxy(yes);
    field.editor = row;
    field.value = [yes, no] {
        return yes->isChecked() ? QStringLiteral("True") : no->isChecked() ? QStringLiteral("False") : QString();
    };
}

void QuestionForm::addOptions(Field& field, const QString& draft, bool several)
{
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    QStringList chosen;
    for (const QString& label : draft.split(u',', Qt::SkipEmptyParts))
        chosen.append(label.trimmed());
    std::vector<std::pair<QAbstractButton*, QString>> buttons;
    for (const DoorQuestions::Option& option : field.question.options) {
        const QString text = option.text.isEmpty() ? option.label : option.text;
        QAbstractButton* button = nullptr;
        if (several)
            button = new QCheckBox(text, column);
        else
            button = new QRadioButton(text, column);
        button->setObjectName(QStringLiteral("answer%1Option%2%3")
                                  .arg(m_fields.size())
                                  .arg(buttons.size())
                                  .arg(several ? QStringLiteral("CheckBox") : QStringLiteral("RadioButton")));
        button->setChecked(chosen.contains(option.label));
        layout->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, &QuestionForm::edited);
        buttons.emplace_back(button, option.label);
    }
    if (!buttons.empty())
        column->setFocusProxy(buttons.front().first);
    field.editor = column;
    field.value = [buttons] {
        QStringList labels;
        for (const auto& [button, label] : buttons) {
            if (button->isChecked())
                labels.append(label);
        }
        return labels.join(u',');
    };
}

void QuestionForm::addMoment(Field& field, const QString& draft)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    // An editor of dates cannot be empty, so a tick says whether there is an answer.
    auto* given = new QCheckBox(tr("Answered"), row);
    given->setObjectName(QStringLiteral("answer%1GivenCheckBox").arg(m_fields.size()));
    auto* edit = new QDateTimeEdit(row);
    edit->setObjectName(QStringLiteral("answer%1DateTimeEdit").arg(m_fields.size()));
    const QuestionKind kind = field.question.kind;
    edit->setDisplayFormat(kind == QuestionKind::Date   ? QStringLiteral("yyyy-MM-dd")
                           : kind == QuestionKind::Time ? QStringLiteral("HH:mm")
                                                        : QStringLiteral("yyyy-MM-dd HH:mm"));
    edit->setCalendarPopup(kind != QuestionKind::Time);
    if (kind == QuestionKind::Time)
        edit->setTime(QTime::fromString(draft, QStringLiteral("HH:mm")));
    else if (kind == QuestionKind::Date && !draft.isEmpty())
        edit->setDate(QDate::fromString(draft, Qt::ISODate));
    else if (const auto instant = domain::parseInstant(draft); instant)
        edit->setDateTime(QDateTime(m_zone.local(*instant).date(), m_zone.local(*instant).time()));
    given->setChecked(!draft.isEmpty());
    layout->addWidget(edit);
    layout->addWidget(given);
    layout->addStretch();
    connect(edit, &QDateTimeEdit::dateTimeChanged, given, [given] { given->setChecked(true); });
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &QuestionForm::edited);
    connect(given, &QCheckBox::clicked, this, &QuestionForm::edited);
    row->setFocusProxy(edit);
    field.editor = row;
    field.value = [given, edit, kind, zone = m_zone] {
        if (!given->isChecked())
            return QString();
        if (kind == QuestionKind::Date)
            return edit->date().toString(Qt::ISODate);
        if (kind == QuestionKind::Time)
            return edit->time().toString(QStringLiteral("HH:mm"));
        return domain::formatInstant(zone.fromLocal(edit->date(), edit->time()));
    };
}

void QuestionForm::addCountry(Field& field, const QString& draft)
{
    auto* combo = new QComboBox(this);
    combo->setObjectName(QStringLiteral("answer%1ComboBox").arg(m_fields.size()));
    std::vector<std::pair<QString, QString>> countries;
    for (int territory = 1; territory <= int(QLocale::LastTerritory); ++territory) {
        const QString code = QLocale::territoryToCode(QLocale::Territory(territory));
        if (code.size() == 2 && code != QStringLiteral("ZZ"))
            countries.emplace_back(QLocale::territoryToString(QLocale::Territory(territory)), code);
    }
    std::sort(countries.begin(), countries.end());
    combo->addItem(QString(), QString());
    for (const auto& [name, code] : countries)
        combo->addItem(QStringLiteral("%1 (%2)").arg(name, code), code);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->setCurrentIndex(std::max(0, combo->findData(draft)));
    connect(combo, &QComboBox::currentTextChanged, this, &QuestionForm::edited);
    field.editor = combo;
    field.value = [combo] {
        const int known = combo->findText(combo->currentText());
        return known >= 0 ? combo->itemData(known).toString() : combo->currentText().trimmed().toUpper();
    };
}

std::map<domain::QuestionId, QString> QuestionForm::answers() const
{
    std::map<domain::QuestionId, QString> answers;
    for (const Field& field : m_fields) {
        if (const QString value = field.value(); !value.isEmpty())
            answers[field.question.id] = value;
    }
    return answers;
}

bool QuestionForm::validate()
{
    bool good = true;
    for (const Field& field : m_fields) {
        domain::Question question;
        question.id = field.question.id;
        question.label = field.question.label;
        question.kind = field.question.kind;
        question.required = field.question.required;
        for (const DoorQuestions::Option& option : field.question.options)
            question.options.push_back({option.label, option.text});
        const domain::Status status = door::checkAnswer(question, field.value());
        field.fault->setVisible(!status.ok());
        if (status)
            continue;
        field.fault->setText(QStringLiteral("▲ ") + inWords(status.error().message));
        if (good)
            field.editor->setFocus();
        good = false;
    }
    return good;
}

void QuestionForm::focusFirst()
{
    if (!m_fields.empty())
        m_fields.front().editor->setFocus();
}

} // namespace encore::ui
