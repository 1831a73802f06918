// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/bundle/bundleexport.h"

#include "bundle/bundlerows.h"
#include "store/bundlesource.h"

#include <QIODevice>

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Status;

namespace
{

std::optional<QString> given(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional<QString>(text);
}

/// Puts a bundle's text together piece by piece; knows labels by id.
class BundleWriter
{
public:
    BundleWriter(store::Reader& reader, QIODevice& out, ExportProgress progress) :
        m_source(reader), m_reader(reader), m_catalogue(reader.catalogue()), m_out(out), m_progress(std::move(progress))
    {
    }

    [[nodiscard]] Status write()
    {
        put("{\"format\":\"encore-bundle/1\"");
        writeWorkspace();
        writeProducts();
        writePerformances();
        writeZones();
        writeGates();
        writeQuestions();
        writeIssuers();
        writeRefused("revocations", "revocation");
        writeRefused("blocks", "block");
        writeOrders();
        writeScans();
        writeOthers();
        put("}\n");
        if (m_stopped)
            return error(ErrorCode::Cancelled, message("bundle.export_stopped"));
        if (!m_written)
            return error(ErrorCode::Unavailable, message("demo.unwritable").with("reason", m_out.errorString()));
        return m_reader.status();
    }

private:
    void put(const QByteArray& bytes) { m_written = m_written && m_out.write(bytes) == bytes.size(); }

    void begin(const char* name)
    {
        put(QByteArray(",\n\"") + name + "\":[");
        m_first = true;
    }
    void item(const QByteArray& json)
    {
        put((m_first ? QByteArray("\n") : QByteArray(",\n")) + json);
        m_first = false;
    }
    void end() { put("]"); }

    /// The row as JSON, with the members nobody knows behind the known ones.
    template<class Row>
    [[nodiscard]] static JsonValue merged(const Row& row, const QByteArray& extra, JsonDocument::AllocatorType& allocator)
    {
        JsonValue object = encode(row, allocator);
        if (extra.isEmpty())
            return object;
        const domain::Result<JsonDocument> unknown = parseJson(extra);
        Q_ASSERT(unknown.ok());
        for (const auto& member : unknown->GetObject())
            object.AddMember(JsonValue(member.name, allocator), JsonValue(member.value, allocator), allocator);
        return object;
    }
    template<class Row>
    [[nodiscard]] static QByteArray mergedText(const Row& row, const QByteArray& extra)
    {
        JsonDocument document;
        return jsonText(merged(row, extra, document.GetAllocator()));
    }
    template<class Id>
    [[nodiscard]] static QByteArray extraOf(const std::map<QUuid, QByteArray>& extras, const Id& id)
    {
        const auto found = extras.find(id.uuid());
        return found == extras.end() ? QByteArray() : found->second;
    }

    /// Everything of a catalogue map, by label.
    template<class Map>
    [[nodiscard]] static std::vector<const typename Map::mapped_type*> byLabel(const Map& map)
    {
        std::vector<const typename Map::mapped_type*> values;
        for (const auto& [id, value] : map)
            values.push_back(&value);
        std::sort(values.begin(), values.end(), [](const auto* left, const auto* right) { return left->label < right->label; });
        return values;
    }
    template<class Map, class Id>
    [[nodiscard]] static QString labelIn(const Map& map, const Id& id)
    {
        const auto found = map.find(id);
        return found == map.end() ? id.text() : found->second.label;
    }
    template<class Map, class Id>
    [[nodiscard]] static Labels labelsIn(const Map& map, const std::optional<std::vector<Id>>& ids)
    {
        if (!ids)
            return std::nullopt;
        std::vector<QString> labels;
        for (const Id& id : *ids)
            labels.push_back(labelIn(map, id));
        return labels;
    }

    void writeWorkspace()
    {
        const auto workspace = m_reader.workspace();
        if (!workspace)
            return;
        const BundleWorkspace row{workspace->id.text(), workspace->name, workspace->currency, workspace->zone.name()};
        put(",\n\"workspace\":" + mergedText(row, m_source.workspaceExtra()));
    }

    void writeProducts()
    {
        const auto extras = m_source.extras("products");
        const auto variationExtras = m_source.extras("variations");
        begin("products");
        for (const domain::Product* product : byLabel(m_catalogue.products)) {
            JsonDocument document;
            auto& allocator = document.GetAllocator();
            JsonValue row = merged(BundleProduct{product->label, product->name, product->attention, {}}, extraOf(extras, product->id), allocator);
            for (const domain::Variation& variation : product->variations)
                row["variations"].PushBack(
                    merged(BundleVariation{variation.label, variation.name}, extraOf(variationExtras, variation.id), allocator), allocator);
            item(jsonText(row));
        }
        end();
    }

    void writePerformances()
    {
        const auto extras = m_source.extras("performances");
        begin("performances");
        for (const domain::Performance* performance : byLabel(m_catalogue.performances)) {
            const BundlePerformance row{performance->label,    performance->title,        performance->doorsAt, performance->startsAt,
                                        performance->endsAt, performance->zone.name(), performance->ageRating};
            item(mergedText(row, extraOf(extras, performance->id)));
        }
        end();
    }

    void writeZones()
    {
        const auto extras = m_source.extras("zones");
        begin("zones");
        for (const domain::Zone* zone : byLabel(m_catalogue.zones)) {
            const auto parent = zone->parent ? std::optional<QString>(labelIn(m_catalogue.zones, *zone->parent)) : std::nullopt;
            item(mergedText(BundleZone{zone->label, zone->name, parent, zone->capacity}, extraOf(extras, zone->id)));
        }
        end();
    }

    void writeGates()
    {
        const auto extras = m_source.extras("gates");
        begin("gates");
        for (const domain::Gate* gate : byLabel(m_catalogue.gates)) {
            BundleGate row;
            row.id = gate->label;
            row.name = gate->name;
            row.performanceIds = labelsIn(m_catalogue.performances, gate->performanceIds);
            row.productIds = labelsIn(m_catalogue.products, gate->productIds);
            row.zone = gate->zone ? std::optional<QString>(labelIn(m_catalogue.zones, *gate->zone)) : std::nullopt;
            row.includeUnpaid = gate->includeUnpaid;
            row.entry = gate->entry;
            row.rules = gate->rules.isEmpty() ? std::nullopt : std::optional<RawJson>(RawJson{gate->rules.toUtf8()});
            row.addonMatch = gate->addonMatch;
            row.capacity = gate->capacity;
            row.admitUnlisted = gate->admitUnlisted;
            item(mergedText(row, extraOf(extras, gate->id)));
        }
        end();
    }

    void writeQuestions()
    {
        const auto extras = m_source.extras("questions");
        const auto options = m_source.questionOptions();
        begin("questions");
        for (const domain::Question& question : m_catalogue.questions) {
            const BundleQuestion row{question.label,     question.text,      question.kind, question.required,
                                     question.askAtDoor, labelsIn(m_catalogue.products, question.productIds), {}};
            JsonDocument document;
            auto& allocator = document.GetAllocator();
            JsonValue object = merged(row, extraOf(extras, question.id), allocator);
            object["options"] = encode(RawJson{options.at(question.id.uuid())}, allocator);
            item(jsonText(object));
        }
        end();
    }

    void writeIssuers()
    {
        const auto extras = m_source.extras("issuers");
        begin("issuers");
        for (const domain::Issuer& issuer : m_catalogue.issuers) {
            const auto labels = [](const auto& ids, const auto& map) -> std::optional<std::map<QString, QString>> {
                if (ids.empty())
                    return std::nullopt;
                std::map<QString, QString> texts;
                for (const auto& [outside, id] : ids)
                    texts.emplace(outside, labelIn(map, id));
                return texts;
            };
            const BundleIssuer row{issuer.label, issuer.kind, QString::fromLatin1(issuer.publicKey.toBase64()),
                                   labels(issuer.products, m_catalogue.products), labels(issuer.performances, m_catalogue.performances)};
            item(mergedText(row, extraOf(extras, issuer.id)));
        }
        end();
    }

    void writeRefused(const char* name, const char* kind)
    {
        begin(name);
        m_source.eachRefusedCode(kind, [this](const QString& entry) { item(encodeText(entry)); });
        end();
    }

    [[nodiscard]] BundleTicket rowOf(const domain::Ticket& ticket)
    {
        BundleTicket row;
        row.id = ticket.label;
        row.secret = given(ticket.secret);
        row.productId = labelIn(m_catalogue.products, ticket.productId);
        if (ticket.variationId)
            row.variationId = labelIn(m_catalogue.variations, *ticket.variationId);
        if (ticket.performanceId)
            row.performanceId = labelIn(m_catalogue.performances, *ticket.performanceId);
        row.holderName = given(ticket.holderName);
        row.holderEmail = given(ticket.holderEmail);
        row.seat = given(ticket.seat);
        row.status = ticket.status;
        row.blocked = ticket.blocked;
        row.revoked = ticket.revoked;
        row.validFrom = ticket.validFrom;
        row.validUntil = ticket.validUntil;
        row.attention = ticket.attention;
        if (ticket.addonOf) {
            const auto main = m_reader.ticket(*ticket.addonOf);
            row.addonOf = main ? main->label : ticket.addonOf->text();
        }
        if (!ticket.answers.empty()) {
            row.answers.emplace();
            for (const domain::Question& question : m_catalogue.questions) {
                if (const auto answer = ticket.answers.find(question.id); answer != ticket.answers.end())
                    row.answers->emplace(question.label, answer->second);
            }
        }
        return row;
    }

    void writeOrders()
    {
        const qint64 total = m_source.orderCount();
        qint64 done = 0;
        begin("orders");
        m_source.eachOrder([&](const store::BundleOrderRow& row) {
            JsonDocument document;
            auto& allocator = document.GetAllocator();
            const domain::Order& order = row.order;
            const BundleOrder written{order.label, order.status, order.requiresApproval, order.admitWhileUnpaid, std::nullopt, {}};
            JsonValue object = merged(written, row.extra, allocator);
            if (!order.buyerName.isEmpty() || !order.buyerEmail.isEmpty() || !row.buyerExtra.isEmpty())
                object["buyer"] = merged(BundleBuyer{given(order.buyerName), given(order.buyerEmail)}, row.buyerExtra, allocator);
            m_source.ticketsOf(order.id, [&](const domain::Ticket& ticket, const QByteArray& extra) {
                object["tickets"].PushBack(merged(rowOf(ticket), extra, allocator), allocator);
            });
            item(jsonText(object));
            m_stopped = m_progress && ++done % 256 == 0 && !m_progress(done, total);
            return m_written && !m_stopped;
        });
        end();
    }

    void writeScans()
    {
        begin("scans");
        m_source.eachPassage([this](const domain::Scan& scan, const QString& ticket) {
            item(encodeText(BundleScan{ticket, labelIn(m_catalogue.gates, scan.gateId), scan.direction, scan.at, scan.device}));
        });
        end();
    }

    void writeOthers()
    {
        QString list;
        const auto finishList = [&] {
            if (!list.isEmpty())
                end();
            list.clear();
        };
        std::optional<std::pair<QString, QByteArray>> alone; // a member without elements, until the next row shows that it has some
        const auto writeAlone = [&] {
            if (alone)
                put(",\n" + encodeText(alone->first) + ":" + alone->second);
            alone.reset();
        };
        m_source.eachOther([&](const QString& name, qint64 position, const QByteArray& json) {
            if (position < 0) {
                finishList();
                writeAlone();
                alone.emplace(name, json);
                return;
            }
            if (list != name) {
                alone.reset();
                put(",\n" + encodeText(name) + ":[");
                m_first = true;
                list = name;
            }
            item(json);
        });
        finishList();
        writeAlone();
    }

    store::BundleSource m_source;
    store::Reader& m_reader;
    const store::Catalogue& m_catalogue;
    QIODevice& m_out;
    ExportProgress m_progress;
    bool m_written = true;
    bool m_stopped = false;
    bool m_first = true;
};

} // namespace

Status exportBundle(store::Reader& reader, QIODevice& out, const ExportProgress& progress)
{
    return BundleWriter(reader, out, progress).write();
}

} // namespace encore::commands
