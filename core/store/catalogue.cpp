// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"
#include "rowmapping.h"
#include "store/reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace encore::store
{
namespace
{

void readProducts(Database& database, Catalogue& catalogue)
{
    Rows products = database.run("SELECT id, label, name, attention FROM products");
    while (products.next()) {
        const auto id = idAt<domain::ProductId>(products, 0);
        catalogue.products.emplace(id, domain::Product{id, products.text(1), products.text(2), products.flag(3), {}});
    }
    Rows variations = database.run("SELECT id, label, product_id, name FROM variations ORDER BY rowid");
    while (variations.next()) {
        const domain::Variation variation{idAt<domain::VariationId>(variations, 0), variations.text(1),
                                          idAt<domain::ProductId>(variations, 2), variations.text(3)};
        catalogue.variations.emplace(variation.id, variation);
        if (const auto product = catalogue.products.find(variation.productId); product != catalogue.products.end())
            product->second.variations.push_back(variation);
    }
}

void readPerformances(Database& database, Catalogue& catalogue)
{
    Rows rows = database.run("SELECT id, label, title, doors_at, starts_at, ends_at, time_zone, age_rating FROM performances");
    while (rows.next()) {
        domain::Performance performance;
        performance.id = idAt<domain::PerformanceId>(rows, 0);
        performance.label = rows.text(1);
        performance.title = rows.text(2);
        performance.doorsAt = optionalInstantAt(rows, 3);
        performance.startsAt = optionalInstantAt(rows, 4);
        performance.endsAt = optionalInstantAt(rows, 5);
        if (const auto zone = domain::EventZone::fromName(rows.text(6)))
            performance.zone = *zone;
        performance.ageRating = optionalIntAt(rows, 7);
        catalogue.performances.emplace(performance.id, performance);
    }
}

void readGates(Database& database, Catalogue& catalogue)
{
    Rows zones = database.run("SELECT id, label, name, parent, capacity FROM zones");
    while (zones.next()) {
        const domain::Zone zone{idAt<domain::ZoneId>(zones, 0), zones.text(1), zones.text(2),
                                optionalIdAt<domain::ZoneId>(zones, 3), optionalIntAt(zones, 4)};
        catalogue.zones.emplace(zone.id, zone);
    }
    Rows gates = database.run("SELECT id, label, name, performance_ids, product_ids, zone, include_unpaid, entry, rules, addon_match,"
                              " capacity, admit_unlisted FROM gates");
    while (gates.next()) {
        domain::Gate gate;
        gate.id = idAt<domain::GateId>(gates, 0);
        gate.label = gates.text(1);
        gate.name = gates.text(2);
        gate.performanceIds = idListAt<domain::PerformanceId>(gates, 3);
        gate.productIds = idListAt<domain::ProductId>(gates, 4);
        gate.zone = optionalIdAt<domain::ZoneId>(gates, 5);
        gate.includeUnpaid = gates.flag(6);
        gate.entry = enumAt(gates, 7, domain::EntryPolicy::Once);
        gate.rules = gates.text(8);
        gate.addonMatch = gates.flag(9);
        gate.capacity = optionalIntAt(gates, 10);
        gate.admitUnlisted = gates.flag(11);
        catalogue.gates.emplace(gate.id, gate);
    }
}

void readQuestions(Database& database, Catalogue& catalogue)
{
    Rows rows = database.run("SELECT id, label, text, kind, required, ask_at_door, product_ids, options FROM questions ORDER BY label");
    while (rows.next()) {
        domain::Question question;
        question.id = idAt<domain::QuestionId>(rows, 0);
        question.label = rows.text(1);
        question.text = rows.text(2);
        question.kind = enumAt(rows, 3, domain::QuestionKind::Text);
        question.required = rows.flag(4);
        question.askAtDoor = rows.flag(5);
        question.productIds = idListAt<domain::ProductId>(rows, 6);
        for (const QJsonValue option : QJsonDocument::fromJson(rows.text(7).toUtf8()).array()) {
            const QJsonObject object = option.toObject();
            question.options.push_back({object.value(u"id").toString(), object.value(u"text").toString()});
        }
        catalogue.questions.push_back(question);
    }
}

template<class IdType>
std::map<QString, IdType> idMap(const std::map<QString, QString>& texts)
{
    std::map<QString, IdType> ids;
    for (const auto& [outside, inside] : texts)
        ids.emplace(outside, IdType(QUuid::fromString(inside)));
    return ids;
}

void readIssuers(Database& database, Catalogue& catalogue)
{
    Rows rows = database.run("SELECT id, label, kind, public_key, product_map, performance_map FROM issuers ORDER BY label");
    while (rows.next()) {
        domain::Issuer issuer;
        issuer.id = idAt<domain::IssuerId>(rows, 0);
        issuer.label = rows.text(1);
        issuer.kind = enumAt(rows, 2, domain::IssuerKind::Encore);
        issuer.publicKey = rows.bytes(3);
        issuer.products = idMap<domain::ProductId>(mapAt(rows, 4));
        issuer.performances = idMap<domain::PerformanceId>(mapAt(rows, 5));
        catalogue.issuers.push_back(issuer);
    }
}

} // namespace

const Catalogue& Reader::catalogue()
{
    if (!m_catalogue) {
        Catalogue catalogue;
        if (const std::optional<WorkspaceRecord> record = workspace())
            catalogue.workspaceId = record->id;
        readProducts(*m_database, catalogue);
        readPerformances(*m_database, catalogue);
        readGates(*m_database, catalogue);
        readQuestions(*m_database, catalogue);
        readIssuers(*m_database, catalogue);
        m_catalogue = std::move(catalogue);
    }
    return *m_catalogue;
}

void Reader::forgetWhatOthersChanged()
{
    const std::optional<qint64> version = m_database->engine().changesOfOthers(*m_database);
    if (version != m_dataVersion)
        forgetCatalogue();
    m_dataVersion = version;
    m_outsideLog.reset();
}

std::vector<QByteArray> Reader::ownPublicKeys()
{
    Rows rows = m_database->run("SELECT public_key FROM issuers WHERE own = 1 ORDER BY created_at DESC, rowid DESC");
    std::vector<QByteArray> keys;
    while (rows.next())
        keys.push_back(rows.bytes(0));
    return keys;
}

} // namespace encore::store
