// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/verdictjson.h"

#include "domain/time.h"

namespace encore::commands
{

QByteArray verdictJson(const door::Verdict& verdict, domain::Language language)
{
    JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    const auto text = [&](const char* name, const QString& value) {
        object.AddMember(rapidjson::StringRef(name), value.isEmpty() ? JsonValue() : jsonString(value, allocator), allocator);
    };
    const auto flag = [&](const char* name, bool value) { object.AddMember(rapidjson::StringRef(name), JsonValue(value), allocator); };
    text("verdict", domain::enumText(verdict.kind));
    text("reason", verdict.reason ? domain::enumText(*verdict.reason) : QString());
    text("explanation", verdict.explanation.isEmpty() ? QString() : domain::words(verdict.explanation, language));
    text("code_kind", ticket::codeKindText(verdict.codeKind));
    text("ticket_id", verdict.ticketLabel);
    text("order_id", verdict.orderLabel);
    text("holder", verdict.holder);
    text("product", verdict.productLabel);
    text("product_name", verdict.productName);
    text("performance", verdict.performanceLabel);
    text("performance_title", verdict.performanceTitle);
    text("seat", verdict.seat);
    text("gate", verdict.gateLabel);
    text("direction", domain::enumText(verdict.direction));
    text("at", domain::formatInstant(verdict.at));
    text("first_admitted_at", verdict.firstAdmittedAt ? domain::formatInstant(*verdict.firstAdmittedAt) : QString());
    text("first_gate", verdict.firstGateLabel);
    object.AddMember("age_rating", verdict.ageRating ? JsonValue(*verdict.ageRating) : JsonValue(), allocator);
    flag("attention", verdict.attention);
    flag("listed", verdict.listed);
    flag("may_admit_unpaid", verdict.mayAdmitUnpaid);
    JsonValue questions(rapidjson::kArrayType);
    for (const QString& question : verdict.openQuestionLabels)
        questions.PushBack(jsonString(question, allocator), allocator);
    object.AddMember("open_questions", questions, allocator);
    if (verdict.group) { // only of a group: all other tickets look as they always did
        JsonValue group(rapidjson::kObjectType);
        group.AddMember("inside", verdict.group->inside, allocator);
        group.AddMember("people", verdict.group->people, allocator);
        object.AddMember("group", group, allocator);
    }
    text("scan_id", verdict.scanId ? verdict.scanId->text() : QString());
    return jsonText(object);
}

} // namespace encore::commands
