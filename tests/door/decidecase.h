// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the case tables of the door tests (data/cases_*.jsonl over data/world.json) and makes of each line what decide() takes.

#include "domain/enums.h"
#include "door/checkin.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace encore::door::cases
{
using namespace domain;

inline const WorkspaceId workspace(QUuid(QStringLiteral("{6f1f0e3a-0000-4000-8000-000000000001}")));

template<class IdType>
IdType idOf(const QString& label)
{
    return idForExternal<IdType>(workspace, label);
}

inline QByteArray dataFile(const QString& name)
{
    QFile file(QStringLiteral(ENCORE_TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One object a line; empty lines and headings (#) left out. A line that is no JSON becomes an object with "fault".
inline std::vector<QJsonObject> lines(const QString& name)
{
    std::vector<QJsonObject> result;
    for (const QByteArray& line : dataFile(name).split('\n')) {
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        result.push_back(document.isObject() ? document.object()
                                             : QJsonObject{{QStringLiteral("fault"), QString::fromUtf8(line)}});
    }
    return result;
}

/// Members of @p over replace those of @p base; objects are merged, arrays joined.
inline QJsonObject merged(QJsonObject base, const QJsonObject& over)
{
    for (auto member = over.begin(); member != over.end(); ++member) {
        const QJsonValue before = base.value(member.key());
        if (before.isObject() && member->isObject())
            base[member.key()] = merged(before.toObject(), member->toObject());
        else
            base[member.key()] = *member;
    }
    return base;
}

template<class IdType>
std::optional<std::vector<IdType>> idList(const QJsonValue& value)
{
    if (!value.isArray())
        return std::nullopt;
    std::vector<IdType> ids;
    for (const QJsonValue& each : value.toArray())
        ids.push_back(idOf<IdType>(each.toString()));
    return ids;
}

inline std::optional<int> number(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

class Case
{
public:
    explicit Case(const QJsonObject& line)
        : m_world(QJsonDocument::fromJson(dataFile(QStringLiteral("world.json"))).object()),
          m_line(merged(m_world.value(u"defaults").toObject(), line)),
          m_zone(*EventZone::fromName(m_line.value(u"zone").toString()))
    {
        readPlace();
        readRequest();
        readMatch();
    }

    Match match;
    Place place;
    Request request;

    /// "19:00:00.001" of the case's day, "2026-11-21 00:00", both wall clock of the case's zone; or ISO 8601 with an offset.
    [[nodiscard]] Instant moment(const QString& text) const
    {
        if (text.contains(u'T'))
            return *parseInstant(text);
        const QStringList parts = text.split(u' ');
        const QString date = parts.size() == 2 ? parts.front() : m_line.value(u"date").toString();
        return m_zone.fromLocal(QDate::fromString(date, Qt::ISODate), QTime::fromString(parts.back(), Qt::ISODateWithMs));
    }

    [[nodiscard]] const QJsonObject& line() const { return m_line; }

private:
    QJsonObject inWorld(QStringView kind, const QString& label) const
    {
        const QJsonObject known = m_world.value(kind).toObject().value(label).toObject();
        return merged(known, m_line.value(kind).toObject().value(label).toObject());
    }

    std::optional<Instant> time(const QJsonValue& value) const
    {
        return value.isString() ? std::optional(moment(value.toString())) : std::nullopt;
    }

    static QString rulesOf(const QJsonValue& value)
    {
        if (value.isString())
            return value.toString();
        return value.isObject() ? QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)) : QString();
    }

    Gate gateOf(const QString& label) const
    {
        const QJsonObject from = inWorld(u"gates", label);
        Gate gate;
        gate.id = idOf<GateId>(label);
        gate.label = label;
        gate.name = from.value(u"name").toString();
        gate.performanceIds = idList<PerformanceId>(from.value(u"performance_ids"));
        gate.productIds = idList<ProductId>(from.value(u"product_ids"));
        if (from.value(u"zone").isString())
            gate.zone = idOf<ZoneId>(from.value(u"zone").toString());
        gate.includeUnpaid = from.value(u"include_unpaid").toBool();
        gate.entry = enumFromText<EntryPolicy>(from.value(u"entry").toString(QStringLiteral("once"))).value();
        gate.rules = rulesOf(from.value(u"rules"));
        gate.addonMatch = from.value(u"addon_match").toBool();
        gate.capacity = number(from.value(u"capacity"));
        gate.admitUnlisted = from.value(u"admit_unlisted").toBool(true);
        return gate;
    }

    Question questionOf(const QString& label) const
    {
        const QJsonObject from = inWorld(u"questions", label);
        Question question;
        question.id = idOf<QuestionId>(label);
        question.label = label;
        question.text = from.value(u"text").toString();
        question.kind = enumFromText<QuestionKind>(from.value(u"kind").toString()).value();
        question.required = from.value(u"required").toBool();
        question.askAtDoor = from.value(u"ask_at_door").toBool();
        question.productIds = idList<ProductId>(from.value(u"product_ids"));
        const QJsonObject options = from.value(u"options").toObject();
        for (auto option = options.begin(); option != options.end(); ++option)
            question.options.push_back({option.key(), option->toString()});
        return question;
    }

    Performance performanceOf(const QString& label) const
    {
        const QJsonObject from = inWorld(u"performances", label);
        Performance performance;
        performance.id = idOf<PerformanceId>(label);
        performance.label = label;
        performance.title = from.value(u"title").toString();
        performance.doorsAt = time(from.value(u"doors_at"));
        performance.startsAt = time(from.value(u"starts_at"));
        performance.endsAt = time(from.value(u"ends_at"));
        performance.zone = *EventZone::fromName(from.value(u"zone").toString());
        performance.ageRating = number(from.value(u"age_rating"));
        return performance;
    }

    void readPlace()
    {
        for (const QString& label : m_world.value(u"gates").toObject().keys()) {
            const Gate gate = gateOf(label);
            place.gates.emplace(gate.id, gate);
        }
        place.gate = gateOf(m_line.value(u"gate").toString());
        for (const QString& label : m_world.value(u"zones").toObject().keys()) {
            const QJsonObject from = inWorld(u"zones", label);
            Zone zone{idOf<ZoneId>(label), label, from.value(u"name").toString(), {}, number(from.value(u"capacity"))};
            if (from.value(u"parent").isString())
                zone.parent = idOf<ZoneId>(from.value(u"parent").toString());
            place.zones.emplace(zone.id, zone);
        }
        const QJsonObject inside = m_line.value(u"inside").toObject();
        for (auto zone = inside.begin(); zone != inside.end(); ++zone)
            place.inside[idOf<ZoneId>(zone.key())] = zone->toInt();
        place.insideByGate = m_line.value(u"inside_by_gate").toInt();
        for (const QString& label : m_world.value(u"questions").toObject().keys())
            place.questions.push_back(questionOf(label));
        if (m_line.value(u"gate_performance").isString())
            place.gatePerformance = performanceOf(m_line.value(u"gate_performance").toString());
        place.zone = m_zone;
    }

    static std::map<QuestionId, QString> answersOf(const QJsonValue& value)
    {
        std::map<QuestionId, QString> answers;
        const QJsonObject from = value.toObject();
        for (auto answer = from.begin(); answer != from.end(); ++answer)
            answers[idOf<QuestionId>(answer.key())] = answer->toString();
        return answers;
    }

    void readRequest()
    {
        const QJsonObject from = m_line.value(u"request").toObject();
        request.at = moment(m_line.value(u"at").toString());
        request.direction = enumFromText<Direction>(from.value(u"direction").toString(QStringLiteral("entry"))).value();
        request.allowUnpaid = from.value(u"allow_unpaid").toBool();
        request.overrideFull = from.value(u"override_full").toBool();
        request.answers = answersOf(from.value(u"answers"));
        request.performanceIds = idList<PerformanceId>(from.value(u"performance_ids"));
    }

    /// "entry A 19:00:00 [device [sequence]]"; a time with a date has a _ between them.
    Scan scanOf(const QString& text, TicketId ticket) const
    {
        const QStringList parts = text.split(u' ');
        Scan scan;
        scan.id = idOf<ScanId>(text);
        scan.ticketId = ticket;
        scan.direction = enumFromText<Direction>(parts.at(0)).value();
        scan.gateId = idOf<GateId>(parts.at(1));
        scan.at = moment(QString(parts.at(2)).replace(u'_', u' '));
        scan.device = parts.value(3);
        scan.deviceSequence = parts.value(4).toLongLong();
        return scan;
    }

    Ticket ticketOf(const QJsonObject& from) const
    {
        Ticket ticket;
        ticket.label = from.value(u"id").toString();
        ticket.id = idOf<TicketId>(ticket.label);
        ticket.productId = idOf<ProductId>(from.value(u"product").toString());
        if (from.value(u"performance").isString())
            ticket.performanceId = idOf<PerformanceId>(from.value(u"performance").toString());
        ticket.holderName = from.value(u"holder").toString();
        ticket.seat = from.value(u"seat").toString();
        ticket.status = enumFromText<TicketStatus>(from.value(u"status").toString(QStringLiteral("valid"))).value();
        ticket.blocked = from.value(u"blocked").toBool();
        ticket.revoked = from.value(u"revoked").toBool();
        ticket.validFrom = time(from.value(u"valid_from"));
        ticket.validUntil = time(from.value(u"valid_until"));
        ticket.attention = from.value(u"attention").toBool();
        ticket.answers = answersOf(from.value(u"answers"));
        return ticket;
    }

    TicketFacts factsOf(const QJsonObject& own, const QJsonArray& history) const
    {
        const QJsonObject from = merged(m_line.value(u"ticket").toObject(), own);
        TicketFacts facts;
        facts.ticket = ticketOf(from);
        facts.order.label = from.value(u"order").toString();
        facts.order.status = enumFromText<OrderStatus>(from.value(u"order_status").toString(QStringLiteral("paid"))).value();
        facts.order.requiresApproval = from.value(u"requires_approval").toBool();
        facts.order.admitWhileUnpaid = from.value(u"admit_while_unpaid").toBool();
        const QString product = from.value(u"product").toString();
        const QJsonObject productFrom = inWorld(u"products", product);
        facts.product = {facts.ticket.productId, product, productFrom.value(u"name").toString(),
                         productFrom.value(u"attention").toBool(), {}};
        if (const QString label = from.value(u"variation").toString(); !label.isEmpty()) {
            const QString name = productFrom.value(u"variations").toObject().value(label).toString();
            facts.variation = Variation{idOf<VariationId>(label), label, facts.ticket.productId, name};
        }
        if (facts.ticket.performanceId)
            facts.performance = performanceOf(from.value(u"performance").toString());
        for (const QJsonValue& scan : history)
            facts.history.push_back(scanOf(scan.toString(), facts.ticket.id));
        for (const QJsonValue& scan : own.value(u"history").toArray())
            facts.history.push_back(scanOf(scan.toString(), facts.ticket.id));
        facts.blockedByList = from.value(u"blocked_by_list").toBool();
        facts.revokedByList = from.value(u"revoked_by_list").toBool();
        return facts;
    }

    void readMatch()
    {
        const QJsonArray history = m_line.value(u"history").toArray();
        match.codeKind = ticket::CodeKind::Encore;
        if (m_line.contains(u"unlisted")) {
            const QJsonObject code = m_line.value(u"unlisted").toObject();
            const TicketFacts facts = factsOf(code, history);
            ticket::VerifiedCode verified;
            verified.kind = match.codeKind;
            verified.signedId = facts.ticket.id;
            if (code.value(u"product") != QJsonValue::Null)
                verified.productId = facts.ticket.productId;
            verified.performanceId = facts.ticket.performanceId;
            verified.validFrom = facts.ticket.validFrom;
            verified.validUntil = facts.ticket.validUntil;
            verified.seat = facts.ticket.seat;
            match.unlisted = verified;
            if (m_line.value(u"known").toBool())
                match.unlistedFacts = facts;
            return;
        }
        for (const QJsonValue& each : m_line.value(u"tickets").toArray())
            match.tickets.push_back(factsOf(each.toObject(), history));
        for (const QJsonValue& each : m_line.value(u"addons").toArray())
            match.addons.push_back(factsOf(each.toObject(), {}));
    }

    QJsonObject m_world;
    QJsonObject m_line;
    EventZone m_zone;
};

/// The ids of a message's sentences, in order, with + between them.
inline QByteArray sentenceIds(const Message& message)
{
    if (message.id != "door.sentences")
        return message.id;
    return sentenceIds(message.arguments.at(0).message.front()) + '+' + sentenceIds(message.arguments.at(1).message.front());
}

} // namespace encore::door::cases
