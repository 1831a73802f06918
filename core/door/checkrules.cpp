// SPDX-License-Identifier: GPL-3.0-or-later
#include "door/checkin.h"
#include "gaterules.h"
#include "parsejson.h"

namespace encore::door
{
namespace
{
using domain::message;
using domain::Message;
using Fault = std::optional<Message>;
using Arguments = std::vector<Value>;

bool isLiteral(const Value& value)
{
    return !logicOf(value) && !(value.array() && value.array()->hasLogic);
}

Fault wrongArguments(const QString& name)
{
    return message("door.rule.wrong_arguments").with("operator", name);
}

Fault badTime(const QString& text)
{
    return message("door.rule.bad_time").with("text", text.left(64));
}

Fault buildTimeFault(const Arguments& arguments)
{
    const QString name = QStringLiteral("buildTime");
    if (arguments.empty())
        return wrongArguments(name);
    if (!isLiteral(arguments[0]))
        return std::nullopt; // known only while evaluating
    const QString kind = arguments[0].text() ? *arguments[0].text() : QString();
    if (kind == u"doors_at" || kind == u"starts_at" || kind == u"ends_at")
        return std::nullopt;
    if ((kind != u"custom" && kind != u"customtime") || arguments.size() < 2)
        return wrongArguments(name);
    if (!isLiteral(arguments[1]))
        return std::nullopt;
    if (!arguments[1].text())
        return wrongArguments(name);
    const QString& time = *arguments[1].text();
    const bool good = kind == u"custom" ? domain::parseInstant(time).ok() : wallClockTime(time).has_value();
    return good ? std::nullopt : badTime(time);
}

Fault gateOperatorFault(const QString& name, const Arguments& arguments)
{
    if (name == u"buildTime")
        return buildTimeFault(arguments);
    if (countsEntries(name))
        return arguments.size() == 1 ? std::nullopt : wrongArguments(name);
    if (arguments.size() < 2 || arguments.size() > 3)
        return wrongArguments(name);
    if (arguments.size() == 3 && isLiteral(arguments[2]) && !arguments[2].number() && !arguments[2].isNull())
        return message("door.rule.bad_tolerance").with("text", toText(arguments[2]).left(64));
    return std::nullopt;
}

/// @param overItems inside the body of map, filter and their kin, where variables are members of an item.
Fault fault(const Value& logic, bool overItems)
{
    if (logic.array()) {
        for (const Value& item : logic.array()->items) {
            if (const Fault inner = fault(item, overItems))
                return inner;
        }
        return std::nullopt;
    }
    const auto* operation = logicOf(logic);
    if (!operation) {
        // Two operators in one object would be plain data, and data is true.
        return logic.object() && !logic.object()->members.empty() ? Fault(message("door.rule.two_operators")) : std::nullopt;
    }
    const QString& name = operation->first;
    const Arguments arguments = argumentsOf(operation->second);
    if (isGateOperator(name)) {
        if (const Fault wrong = gateOperatorFault(name, arguments))
            return wrong;
    } else if (!isJsonLogicOperator(name)) {
        return message("door.rule.unknown_operator").with("operator", name.left(64));
    }
    if (name == u"var" && !overItems && arguments.size() == 1 && arguments[0].text() && !arguments[0].text()->isEmpty()
        && !isRuleVariable(*arguments[0].text()))
        return message("door.rule.unknown_variable").with("variable", arguments[0].text()->left(64));
    for (size_t i = 0; i < arguments.size(); ++i) {
        if (const Fault inner = fault(arguments[i], overItems || (i == 1 && isItemOperator(name))))
            return inner;
    }
    return std::nullopt;
}

} // namespace

domain::Status checkRules(const QString& jsonLogic)
{
    if (QStringView(jsonLogic).trimmed().isEmpty())
        return domain::done();
    const domain::Result<Value> logic = parseJson(jsonLogic.toUtf8());
    if (!logic)
        return logic.error();
    if (const Fault wrong = fault(*logic, false))
        return domain::error(domain::ErrorCode::Invalid, *wrong);
    return domain::done();
}

} // namespace encore::door
