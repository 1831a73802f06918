// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"

#include <QWidget>

#include <functional>
#include <map>

class QFormLayout;
class QLabel;

namespace encore::ui
{

/// The questions of one guest, a field for each kind. An answer that does not fit is said in words under its field.
class QuestionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionForm(QWidget* parent = nullptr);

    void setZone(const domain::EventZone& zone) { m_zone = zone; }
    void setQuestions(const std::vector<commands::DoorQuestions::Row>& questions, const std::map<domain::QuestionId, QString>& draft);
    /// As the door understands them: True, False, labels of options, ISO 8601.
    [[nodiscard]] std::map<domain::QuestionId, QString> answers() const;
    /// Checks all; the first field that is wrong gets the focus.
    [[nodiscard]] bool validate();
    void focusFirst();

Q_SIGNALS:
    void edited();
    void submitted(); ///< Enter in the last field

private:
    struct Field {
        commands::DoorQuestions::Row question;
        QWidget* editor = nullptr;
        QLabel* label = nullptr;
        QLabel* fault = nullptr;
        std::function<QString()> value;
    };
    void addField(const commands::DoorQuestions::Row& question, const QString& draft);
    static void nameControls(const Field& field);
    void addText(Field& field, const QString& draft);
    void addBoolean(Field& field, const QString& draft);
    void addOptions(Field& field, const QString& draft, bool several);
    void addMoment(Field& field, const QString& draft);
    void addCountry(Field& field, const QString& draft);
    [[nodiscard]] static QString textOf(const commands::DoorQuestions::Row& question);

    QFormLayout* m_layout = nullptr;
    std::vector<Field> m_fields;
    domain::EventZone m_zone = domain::EventZone::utc();
};

} // namespace encore::ui
