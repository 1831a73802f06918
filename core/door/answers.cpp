// SPDX-License-Identifier: GPL-3.0-or-later
#include "countries.h"
#include "door/checkin.h"
#include "gaterules.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace encore::door
{
namespace
{
using namespace domain;

bool matches(const QString& text, const QRegularExpression& pattern)
{
    return pattern.match(text).hasMatch();
}

bool isNumber(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?\\z"));
    return matches(text, pattern);
}

bool isDate(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"));
    return matches(text, pattern) && QDate::fromString(text, Qt::ISODate).isValid();
}

bool isTime(const QString& text)
{
    return text.size() >= 5 && text.at(2) == u':' && wallClockTime(text);
}

bool isEmail(const QString& text)
{
    // One @, nothing that would need quoting, a domain of at least two labels; whether it arrives, only sending tells.
    static const QRegularExpression pattern(QStringLiteral("\\A[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}.-]{1,253}\\z"));
    if (!matches(text, pattern))
        return false;
    const QString local = text.section(u'@', 0, 0);
    const QStringList labels = text.section(u'@', 1).split(u'.');
    return labels.size() >= 2 && !local.startsWith(u'.') && !local.endsWith(u'.') && !local.contains(u"..")
        && std::all_of(labels.begin(), labels.end(), [](const QString& label) {
               return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-') && !label.endsWith(u'-');
           });
}

/// ITU-T E.164: at most 15 digits. Without a + it is a number of the venue's country.
bool isPhone(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A\\+?[0-9(][0-9 ().\\-/]*\\z"));
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return matches(text, pattern) && digits >= 6 && digits <= 15;
}

bool isOption(const Question& question, QStringView label)
{
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const QuestionOption& option) { return option.label == label; });
}

/// Labels with commas between them, each at most once.
bool areOptions(const Question& question, const QString& answer)
{
    QStringList seen;
    for (const QString& part : answer.split(u',')) {
        const QString label = part.trimmed();
        if (!isOption(question, label) || seen.contains(label))
            return false;
        seen.append(label);
    }
    return true;
}

bool isYes(const QString& text)
{
    return text == u"True" || text == u"true";
}

bool isBoolean(const QString& text)
{
    return isYes(text) || text == u"False" || text == u"false";
}

Message optionTexts(const Question& question)
{
    QStringList texts;
    for (const QuestionOption& option : question.options)
        texts.append(option.text.isEmpty() ? option.label : option.text);
    return message("door.answer.options").with("options", texts.join(QStringLiteral(", ")));
}

/// What is wrong with an answer that is there.
std::optional<Message> fault(const Question& question, const QString& answer)
{
    const auto unless = [](bool good, const char* id) { return good ? std::nullopt : std::optional(message(id)); };
    switch (question.kind) {
    case QuestionKind::Text:
        return std::nullopt;
    case QuestionKind::Number:
        return unless(isNumber(answer), "door.answer.number");
    case QuestionKind::Boolean:
        if (question.required && !isYes(answer))
            return message("door.answer.must_be_yes");
        return unless(isBoolean(answer), "door.answer.boolean");
    case QuestionKind::Choice:
        return isOption(question, answer) ? std::nullopt : std::optional(optionTexts(question));
    case QuestionKind::Choices:
        return areOptions(question, answer) ? std::nullopt : std::optional(optionTexts(question));
    case QuestionKind::Date:
        return unless(isDate(answer), "door.answer.date");
    case QuestionKind::Time:
        return unless(isTime(answer), "door.answer.time");
    case QuestionKind::DateTime:
        return unless(parseInstant(answer).ok(), "door.answer.datetime");
    case QuestionKind::Email:
        return unless(isEmail(answer), "door.answer.email");
    case QuestionKind::Phone:
        return unless(isPhone(answer), "door.answer.phone");
    case QuestionKind::Country:
        return unless(isCountry(answer), "door.answer.country");
    }
    Q_UNREACHABLE();
}

} // namespace

Status checkAnswer(const Question& question, const QString& answer)
{
    const QString given = answer.trimmed();
    if (given.isEmpty())
        return question.required ? Status(error(ErrorCode::Invalid, message("door.answer.required"))) : done();
    if (const std::optional<Message> wrong = fault(question, given))
        return error(ErrorCode::Invalid, *wrong);
    return done();
}

} // namespace encore::door
