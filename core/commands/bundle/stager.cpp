// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle/stager.h"

#include "door/checkin.h"
#include "ticket/ticketcode.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

Status faultStatus(const JsonPath& path, const domain::Message& message)
{
    return faultAt(path, message);
}

} // namespace

Stager::Stager(store::BundleStaging& staging, store::Reader& reader, domain::WorkspaceId workspace, domain::EventZone zone,
               qint64 fileSize, ImportProgress progress) :
    m_staging(staging), m_reader(reader), m_workspace(workspace), m_zone(std::move(zone)), m_fileSize(fileSize),
    m_progress(std::move(progress)), m_context{workspace}
{
    const store::Catalogue& catalogue = reader.catalogue();
    const auto know = [this](const auto& things) {
        for (const auto& thing : things)
            m_known.insert(named(thing.first));
    };
    know(catalogue.products);
    know(catalogue.variations);
    know(catalogue.performances);
    know(catalogue.zones);
    know(catalogue.gates);
    for (const domain::Question& question : catalogue.questions)
        m_known.insert(named(question.id));
    for (const auto& [id, zoneOfWorkspace] : catalogue.zones)
        m_zones.emplace(id, std::pair(zoneOfWorkspace, QString()));
}

template<class IdType>
IdType Stager::refer(const QString& label, const JsonPath& path)
{
    const IdType made = id<IdType>(label);
    if (!m_references.contains(named(made)))
        m_references.insert(named(made), {label, path.text()});
    return made;
}

template<class IdType>
std::optional<IdType> Stager::refer(const std::optional<QString>& label, const JsonPath& path)
{
    return label ? std::optional<IdType>(refer<IdType>(*label, path)) : std::nullopt;
}

template<class IdType>
std::optional<std::vector<IdType>> Stager::refer(const Labels& labels, const JsonPath& path)
{
    if (!labels)
        return std::nullopt;
    std::vector<IdType> ids;
    for (size_t i = 0; i < labels->size(); ++i)
        ids.push_back(refer<IdType>(labels->at(i), path.item(qsizetype(i))));
    return ids;
}

Status Stager::added(bool isNew, const QString& label, const JsonPath& path) const
{
    if (label.isEmpty())
        return faultStatus(path.member("id"), message("json.empty_id"));
    if (!isNew)
        return faultStatus(path.member("id"), message("bundle.duplicate_id").with("id", label));
    return domain::done();
}

Stager::Take Stager::takerOf(const QString& member)
{
    static const QHash<QString, Take> takers{
        {QStringLiteral("products"), &Stager::takeProduct},       {QStringLiteral("performances"), &Stager::takePerformance},
        {QStringLiteral("zones"), &Stager::takeZone},             {QStringLiteral("gates"), &Stager::takeGate},
        {QStringLiteral("questions"), &Stager::takeQuestion},     {QStringLiteral("orders"), &Stager::takeOrder},
        {QStringLiteral("issuers"), &Stager::takeIssuer},         {QStringLiteral("scans"), &Stager::takeScan},
        {QStringLiteral("revocations"), &Stager::takeRevocation}, {QStringLiteral("blocks"), &Stager::takeBlock},
    };
    return takers.value(member, nullptr);
}

Status Stager::element(const QString& member, qsizetype index, const JsonValue& value, const JsonPath& path)
{
    if (const Take take = takerOf(member))
        return (this->*take)(value, path);
    m_staging.addOther(member, index, jsonText(value));
    return domain::done();
}

Status Stager::listBegins(const QString& member)
{
    if (member == u"format" || member == u"workspace")
        return detail::wrongType(JsonPath().member(member), member == u"format" ? "string" : "object");
    if (!takerOf(member))
        m_staging.addOther(member, -1, "[]"); // so that an empty list of something unknown comes back, too
    return domain::done();
}

Status Stager::member(const QString& name, const JsonValue& value, const JsonPath& path)
{
    if (name == u"format") {
        if (!value.IsString() || jsonString(value) != u"encore-bundle/1")
            return faultStatus(path, message("bundle.format"));
        m_sawFormat = true;
        return domain::done();
    }
    if (name == u"workspace")
        return takeWorkspace(value, path);
    if (takerOf(name))
        return detail::wrongType(path, "array");
    m_staging.addOther(name, -1, jsonText(value));
    return domain::done();
}

bool Stager::goOn(qint64 bytesRead)
{
    return !m_progress || m_progress(bytesRead, m_fileSize);
}

Status Stager::takeWorkspace(const JsonValue& value, const JsonPath& path)
{
    const Result<BundleWorkspace> row = decode<BundleWorkspace>(value, m_context, path);
    if (!row)
        return row.error();
    const Result<domain::EventZone> zone = domain::EventZone::fromName(row->timeZone);
    if (!zone)
        return faultStatus(path.member("time_zone"), message("json.at").with("fault", zone.error().message));
    m_staging.putWorkspace({m_workspace, row->name, row->currency, *zone}, detail::unknownMembers<BundleWorkspace>(value));
    return domain::done();
}

Status Stager::takeProduct(const JsonValue& value, const JsonPath& path)
{
    const Result<BundleProduct> row = decode<BundleProduct>(value, m_context, path);
    if (!row)
        return row.error();
    const domain::Product product{id<domain::ProductId>(row->id), row->id, row->name, row->attention, {}};
    m_known.insert(named(product.id));
    if (const Status status = added(m_staging.add(product, detail::unknownMembers<BundleProduct>(value)), row->id, path); !status)
        return status;
    const JsonPath list = path.member("variations");
    for (size_t i = 0; i < row->variations.size(); ++i) {
        const BundleVariation& variation = row->variations[i];
        const domain::Variation made{id<domain::VariationId>(variation.id), variation.id, product.id, variation.name};
        m_known.insert(named(made.id));
        const QByteArray extra = detail::unknownMembers<BundleVariation>(value["variations"][rapidjson::SizeType(i)]);
        if (const Status status = added(m_staging.add(made, extra), variation.id, list.item(qsizetype(i))); !status)
            return status;
    }
    return domain::done();
}

Status Stager::takePerformance(const JsonValue& value, const JsonPath& path)
{
    const Result<BundlePerformance> row = decode<BundlePerformance>(value, m_context, path);
    if (!row)
        return row.error();
    domain::Performance performance;
    performance.id = id<domain::PerformanceId>(row->id);
    performance.label = row->id;
    performance.title = row->title;
    performance.doorsAt = row->doorsAt;
    performance.startsAt = row->startsAt;
    performance.endsAt = row->endsAt;
    performance.ageRating = row->ageRating;
    performance.zone = m_zone;
    if (row->timeZone) {
        const Result<domain::EventZone> zone = domain::EventZone::fromName(*row->timeZone);
        if (!zone)
            return faultStatus(path.member("time_zone"), message("json.at").with("fault", zone.error().message));
        performance.zone = *zone;
    }
    if (performance.endsAt && performance.startsAt && *performance.endsAt < *performance.startsAt)
        return faultStatus(path.member("ends_at"), message("bundle.end_before_start"));
    m_known.insert(named(performance.id));
    return added(m_staging.add(performance, detail::unknownMembers<BundlePerformance>(value)), row->id, path);
}

Status Stager::takeZone(const JsonValue& value, const JsonPath& path)
{
    const Result<BundleZone> row = decode<BundleZone>(value, m_context, path);
    if (!row)
        return row.error();
    const domain::Zone zone{id<domain::ZoneId>(row->id), row->id, row->name, refer<domain::ZoneId>(row->parent, path.member("parent")),
                            row->capacity};
    m_known.insert(named(zone.id));
    m_zones.insert_or_assign(zone.id, std::pair(zone, path.member("parent").text()));
    return added(m_staging.add(zone, detail::unknownMembers<BundleZone>(value)), row->id, path);
}

Status Stager::takeGate(const JsonValue& value, const JsonPath& path)
{
    const Result<BundleGate> row = decode<BundleGate>(value, m_context, path);
    if (!row)
        return row.error();
    domain::Gate gate;
    gate.id = id<domain::GateId>(row->id);
    gate.label = row->id;
    gate.name = row->name;
    gate.performanceIds = refer<domain::PerformanceId>(row->performanceIds, path.member("performance_ids"));
    gate.productIds = refer<domain::ProductId>(row->productIds, path.member("product_ids"));
    gate.zone = refer<domain::ZoneId>(row->zone, path.member("zone"));
    gate.includeUnpaid = row->includeUnpaid;
    gate.entry = row->entry;
    gate.addonMatch = row->addonMatch;
    gate.capacity = row->capacity;
    gate.admitUnlisted = row->admitUnlisted;
    if (row->rules) {
        gate.rules = QString::fromUtf8(row->rules->text);
        if (const Status rules = door::checkRules(gate.rules); !rules)
            return faultStatus(path.member("rules"), message("json.at").with("fault", rules.error().message));
    }
    m_known.insert(named(gate.id));
    return added(m_staging.add(gate, detail::unknownMembers<BundleGate>(value)), row->id, path);
}

Status Stager::takeQuestion(const JsonValue& value, const JsonPath& path)
{
    const Result<BundleQuestion> row = decode<BundleQuestion>(value, m_context, path);
    if (!row)
        return row.error();
    domain::Question question;
    question.id = id<domain::QuestionId>(row->id);
    question.label = row->id;
    question.text = row->text;
    question.kind = row->kind;
    question.required = row->required;
    question.askAtDoor = row->askAtDoor;
    question.productIds = refer<domain::ProductId>(row->productIds, path.member("product_ids"));
    QSet<QString> optionIds;
    const JsonPath optionList = path.member("options");
    for (size_t i = 0; i < row->options.size(); ++i) {
        const QString& optionId = row->options[i].id;
        const bool isNew = !optionIds.contains(optionId);
        optionIds.insert(optionId);
        if (const Status status = added(isNew, optionId, optionList.item(qsizetype(i))); !status)
            return status;
    }
    // Options are kept as they stand, with whatever else they carry.
    const auto options = value.FindMember("options");
    const QByteArray optionsJson = options == value.MemberEnd() ? QByteArray("[]") : jsonText(options->value);
    m_known.insert(named(question.id));
    return added(m_staging.add(question, optionsJson, detail::unknownMembers<BundleQuestion>(value)), row->id, path);
}

Status Stager::takeOrder(const JsonValue& value, const JsonPath& path)
{
    const Result<BundleOrder> row = decode<BundleOrder>(value, m_context, path);
    if (!row)
        return row.error();
    domain::Order order;
    order.id = id<domain::OrderId>(row->id);
    order.label = row->id;
    order.status = row->status;
    order.requiresApproval = row->requiresApproval;
    order.admitWhileUnpaid = row->admitWhileUnpaid;
    order.isGroup = row->isGroup;
    QByteArray buyerExtra;
    if (row->buyer) {
        order.buyerName = row->buyer->name.value_or(QString());
        order.buyerEmail = row->buyer->email.value_or(QString());
        buyerExtra = detail::unknownMembers<BundleBuyer>(value["buyer"]);
    }
    if (const Status status = added(m_staging.add(order, detail::unknownMembers<BundleOrder>(value), buyerExtra), row->id, path); !status)
        return status;
    const JsonPath list = path.member("tickets");
    for (size_t i = 0; i < row->tickets.size(); ++i) {
        const JsonPath item = list.item(qsizetype(i));
        if (const Status status = takeTicket(row->tickets[i], value["tickets"][rapidjson::SizeType(i)], order.id, item); !status)
            return status;
    }
    return m_reader.status();
}

Status Stager::takeTicket(const BundleTicket& row, const JsonValue& value, domain::OrderId order, const JsonPath& path)
{
    domain::Ticket ticket;
    ticket.id = id<domain::TicketId>(row.id);
    ticket.label = row.id;
    ticket.orderId = order;
    ticket.productId = refer<domain::ProductId>(row.productId, path.member("product_id"));
    ticket.variationId = refer<domain::VariationId>(row.variationId, path.member("variation_id"));
    ticket.performanceId = refer<domain::PerformanceId>(row.performanceId, path.member("performance_id"));
    ticket.secret = row.secret.value_or(QString());
    if (ticket.secret.size() > longestSecret)
        return faultStatus(path.member("secret"), message("json.too_long").with("limit", longestSecret));
    ticket.holderName = row.holderName.value_or(QString());
    ticket.holderEmail = row.holderEmail.value_or(QString());
    ticket.seat = row.seat.value_or(QString());
    ticket.status = row.status;
    ticket.blocked = row.blocked;
    ticket.revoked = row.revoked;
    ticket.validFrom = row.validFrom;
    ticket.validUntil = row.validUntil;
    ticket.attention = row.attention;
    if (ticket.validFrom && ticket.validUntil && *ticket.validUntil < *ticket.validFrom)
        return faultStatus(path.member("valid_until"), message("bundle.end_before_start"));
    if (row.addonOf) {
        ticket.addonOf = id<domain::TicketId>(*row.addonOf);
        m_staging.mention(*ticket.addonOf, *row.addonOf, path.member("addon_of").text());
    }
    if (row.answers) {
        const JsonPath answers = path.member("answers");
        for (const auto& [question, answer] : *row.answers)
            ticket.answers.emplace(refer<domain::QuestionId>(question, answers.member(question)), answer);
    }
    return added(m_staging.add(ticket, detail::unknownMembers<BundleTicket>(value)), row.id, path);
}

Status Stager::takeIssuer(const JsonValue& value, const JsonPath& path)
{
    const Result<BundleIssuer> row = decode<BundleIssuer>(value, m_context, path);
    if (!row)
        return row.error();
    const Result<QByteArray> key = ticket::parsePublicKey(row->publicKey);
    if (!key)
        return faultStatus(path.member("public_key"), message("json.at").with("fault", key.error().message));
    domain::Issuer issuer;
    issuer.id = id<domain::IssuerId>(row->id);
    issuer.label = row->id;
    issuer.kind = row->kind;
    issuer.publicKey = *key;
    const JsonPath products = path.member("product_map");
    for (const auto& [outside, label] : row->productMap.value_or(std::map<QString, QString>()))
        issuer.products.emplace(outside, refer<domain::ProductId>(label, products.member(outside)));
    const JsonPath performances = path.member("performance_map");
    for (const auto& [outside, label] : row->performanceMap.value_or(std::map<QString, QString>()))
        issuer.performances.emplace(outside, refer<domain::PerformanceId>(label, performances.member(outside)));
    return added(m_staging.add(issuer, detail::unknownMembers<BundleIssuer>(value)), row->id, path);
}

Status Stager::takeScan(const JsonValue& value, const JsonPath& path)
{
    const Result<BundleScan> row = decode<BundleScan>(value, m_context, path);
    if (!row)
        return row.error();
    domain::Scan scan;
    scan.ticketId = id<domain::TicketId>(row->ticketId);
    scan.gateId = refer<domain::GateId>(row->gateId, path.member("gate_id"));
    scan.direction = row->direction;
    scan.at = row->at;
    scan.device = row->device;
    // The same passage told twice is one fact, whoever tells it: its id is made of what it says.
    const QByteArray content = scan.ticketId.bytes() + scan.gateId.bytes() + domain::enumText(scan.direction).toLatin1()
        + QByteArray::number(scan.at.ms) + '|' + scan.device.toUtf8();
    scan.id = domain::ScanId(QUuid::createUuidV5(m_workspace.uuid(), "scan:" + content));
    if (row->listed || !domain::uuidFromText(row->ticketId))
        m_staging.mention(scan.ticketId, row->ticketId, path.member("ticket_id").text());
    m_staging.add(scan, row->listed, detail::unknownMembers<BundleScan>(value));
    return domain::done();
}

Status Stager::takeRevocation(const JsonValue& value, const JsonPath& path)
{
    if (!value.IsString())
        return detail::wrongType(path, "string");
    m_staging.addRefusedCode("revocation", jsonString(value));
    return domain::done();
}

Status Stager::takeBlock(const JsonValue& value, const JsonPath& path)
{
    if (!value.IsString())
        return detail::wrongType(path, "string");
    m_staging.addRefusedCode("block", jsonString(value));
    return domain::done();
}

Status Stager::checkZones()
{
    const std::pair<domain::Zone, QString>* first = nullptr; // in the file, so that always the same one is told
    for (const auto& [start, entry] : m_zones) {
        size_t steps = 0;
        for (auto zone = m_zones.find(start); zone != m_zones.end() && zone->second.first.parent;
             zone = m_zones.find(*zone->second.first.parent)) {
            if (++steps <= m_zones.size())
                continue;
            if (!entry.second.isEmpty() && (!first || entry.second < first->second))
                first = &entry;
            break;
        }
    }
    if (first)
        return faultAt(first->second, message("bundle.zone_circle").with("id", first->first.label));
    return domain::done();
}

Status Stager::finish()
{
    if (!m_sawFormat)
        return error(ErrorCode::Invalid, message("bundle.no_format"));
    auto first = m_references.cend();
    for (auto reference = m_references.cbegin(); reference != m_references.cend(); ++reference) {
        // Of several, always the same one is told: the hash's order must not decide.
        if (!m_known.contains(reference.key()) && (first == m_references.cend() || reference->path < first->path))
            first = reference;
    }
    if (first != m_references.cend()) {
        const domain::Message kind{"bundle.kind." + QByteArray(first.key().first.data(), first.key().first.size()), {}};
        return faultAt(first->path, message("bundle.dangling").with("kind", kind).with("id", first->label));
    }
    if (const auto ticket = m_staging.danglingTicket())
        return faultAt(ticket->path, message("bundle.dangling").with("kind", message("bundle.kind.ticket")).with("id", ticket->label));
    if (const Status zones = checkZones(); !zones)
        return zones;
    return m_reader.status();
}

} // namespace encore::commands
