// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/bundle/bundleexport.h"

#include "bundle/bundlerows.h"
#include "store/bundlesource.h"

#include <QIODevice>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

std::optional<QString> textOrAbsent(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional<QString>(text);
}

/// How the outside calls the thing of an id.
template<class IdType, class T>
QString labelOf(const std::map<IdType, T>& things, const IdType& id)
{
    const auto found = things.find(id);
    return found == things.end() ? id.text() : found->second.label;
}

template<class IdType, class T>
Labels labelsOf(const std::map<IdType, T>& things, const std::optional<std::vector<IdType>>& ids)
{
    if (!ids)
        return std::nullopt;
    std::vector<QString> labels;
    for (const IdType& id : *ids)
        labels.push_back(labelOf(things, id));
    return labels;
}

template<class IdType, class T>
std::optional<std::map<QString, QString>> labelsOf(const std::map<IdType, T>& things, const std::map<QString, IdType>& ids)
{
    if (ids.empty())
        return std::nullopt;
    std::map<QString, QString> labels;
    for (const auto& [outside, id] : ids)
        labels.emplace(outside, labelOf(things, id));
    return labels;
}

/// Members that were unknown when they came, behind the known ones; what is known by now is not written twice.
void addExtra(JsonValue& object, const QByteArray& extra, JsonDocument::AllocatorType& allocator)
{
    if (extra.isEmpty())
        return;
    const Result<JsonDocument> members = parseJson(extra);
    if (!members || !members->IsObject())
        return;
    for (const auto& member : members->GetObject()) {
        if (!object.HasMember(member.name))
            object.AddMember(JsonValue(member.name, allocator), JsonValue(member.value, allocator), allocator);
    }
}

class Exporter
{
public:
    Exporter(store::BundleSource& source, QIODevice& out, const std::function<bool(qint64, qint64)>& progress) :
        m_source(source), m_catalogue(source.catalogue()), m_out(out), m_progress(progress)
    {
        for (const domain::Question& question : m_catalogue.questions)
            m_questions.emplace(question.id, question.label);
    }
    [[nodiscard]] Status run();

private:
    void write(const QByteArray& bytes);
    void beginMember(const QString& name);
    void beginList(const char* name);
    void endList();
    void item(const QByteArray& json);
    template<class Row>
    void item(const Row& row, const QByteArray& extra);
    [[nodiscard]] bool step();

    void writeWorkspace(const store::Stored<store::WorkspaceRecord>& workspace);
    void writeProducts();
    void writePerformances();
    void writeZones();
    void writeGates();
    void writeQuestions();
    void writeOrders();
    void writeIssuers();
    void writeRefusedCodes(const char* member, const char* kind);
    void writeScans();
    void writeOthers();
    [[nodiscard]] JsonValue ticketValue(const store::StoredTicket& stored, JsonDocument::AllocatorType& allocator) const;

    store::BundleSource& m_source;
    const store::Catalogue& m_catalogue;
    QIODevice& m_out;
    const std::function<bool(qint64, qint64)>& m_progress;
    std::map<domain::QuestionId, QString> m_questions;
    std::optional<domain::Error> m_failure;
    bool m_firstItem = true;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

void Exporter::write(const QByteArray& bytes)
{
    if (!m_failure && m_out.write(bytes) != bytes.size())
        m_failure = error(ErrorCode::Unavailable, message("bundle.unwritable").with("reason", m_out.errorString()));
}

void Exporter::beginMember(const QString& name)
{
    JsonDocument document;
    write(",\n" + jsonText(jsonString(name, document.GetAllocator())) + ':');
}

void Exporter::beginList(const char* name)
{
    beginMember(QString::fromLatin1(name));
    write("[");
    m_firstItem = true;
}

void Exporter::endList()
{
    write(m_firstItem ? "]" : "\n]");
}

void Exporter::item(const QByteArray& json)
{
    write(m_firstItem ? "\n" : ",\n");
    write(json);
    m_firstItem = false;
}

template<class Row>
void Exporter::item(const Row& row, const QByteArray& extra)
{
    JsonDocument document;
    JsonValue object = encode(row, document.GetAllocator());
    addExtra(object, extra, document.GetAllocator());
    item(jsonText(object));
}

/// Another row is done: whether to go on.
bool Exporter::step()
{
    constexpr qint64 rowsBetweenQuestions = 256;
    if (++m_done % rowsBetweenQuestions == 0 && m_progress && !m_progress(m_done, m_total) && !m_failure)
        m_failure = error(ErrorCode::Cancelled, message("bundle.export_cancelled"));
    return !m_failure;
}

void Exporter::writeWorkspace(const store::Stored<store::WorkspaceRecord>& workspace)
{
    JsonDocument document;
    const store::WorkspaceRecord& record = workspace.value;
    JsonValue object
        = encode(BundleWorkspace{record.id.text(), record.name, record.currency, record.zone.name()}, document.GetAllocator());
    addExtra(object, workspace.extra, document.GetAllocator());
    beginMember(QStringLiteral("workspace"));
    write(jsonText(object));
}

void Exporter::writeProducts()
{
    const std::map<domain::VariationId, QByteArray> extras = m_source.variationExtras();
    beginList("products");
    for (const auto& [product, extra] : m_source.products()) {
        JsonDocument document;
        auto& allocator = document.GetAllocator();
        JsonValue object = encode(BundleProduct{product.label, product.name, product.attention, {}}, allocator);
        JsonValue variations(rapidjson::kArrayType);
        for (const domain::Variation& variation : product.variations) {
            JsonValue row = encode(BundleVariation{variation.label, variation.name}, allocator);
            if (const auto found = extras.find(variation.id); found != extras.end())
                addExtra(row, found->second, allocator);
            variations.PushBack(row, allocator);
        }
        object["variations"] = variations;
        addExtra(object, extra, allocator);
        item(jsonText(object));
    }
    endList();
}

void Exporter::writePerformances()
{
    beginList("performances");
    for (const auto& [performance, extra] : m_source.performances()) {
        item(BundlePerformance{performance.label, performance.title, performance.doorsAt, performance.startsAt, performance.endsAt,
                               performance.zone.name(), performance.ageRating},
             extra);
    }
    endList();
}

void Exporter::writeZones()
{
    beginList("zones");
    for (const auto& [zone, extra] : m_source.zones()) {
        std::optional<QString> parent;
        if (zone.parent)
            parent = labelOf(m_catalogue.zones, *zone.parent);
        item(BundleZone{zone.label, zone.name, parent, zone.capacity}, extra);
    }
    endList();
}

void Exporter::writeGates()
{
    beginList("gates");
    for (const auto& [gate, extra] : m_source.gates()) {
        BundleGate row;
        row.id = gate.label;
        row.name = gate.name;
        row.performanceIds = labelsOf(m_catalogue.performances, gate.performanceIds);
        row.productIds = labelsOf(m_catalogue.products, gate.productIds);
        if (gate.zone)
            row.zone = labelOf(m_catalogue.zones, *gate.zone);
        row.includeUnpaid = gate.includeUnpaid;
        row.entry = gate.entry;
        if (const Result<JsonDocument> rules = parseJson(gate.rules.toUtf8()); rules && !gate.rules.isEmpty())
            row.rules = RawJson{jsonText(*rules)};
        row.addonMatch = gate.addonMatch;
        row.capacity = gate.capacity;
        row.admitUnlisted = gate.admitUnlisted;
        item(row, extra);
    }
    endList();
}

void Exporter::writeQuestions()
{
    beginList("questions");
    for (const store::StoredQuestion& stored : m_source.questions()) {
        const domain::Question& question = stored.question;
        JsonDocument document;
        JsonValue object = encode(BundleQuestion{question.label, question.text, question.kind, question.required, question.askAtDoor,
                                                 labelsOf(m_catalogue.products, question.productIds), {}},
                                  document.GetAllocator());
        if (const Result<JsonDocument> options = parseJson(stored.optionsJson); options && options->IsArray())
            object["options"].CopyFrom(*options, document.GetAllocator());
        addExtra(object, stored.extra, document.GetAllocator());
        item(jsonText(object));
    }
    endList();
}

JsonValue Exporter::ticketValue(const store::StoredTicket& stored, JsonDocument::AllocatorType& allocator) const
{
    const domain::Ticket& ticket = stored.ticket;
    BundleTicket row;
    row.id = ticket.label;
    row.secret = textOrAbsent(ticket.secret);
    row.productId = labelOf(m_catalogue.products, ticket.productId);
    if (ticket.variationId)
        row.variationId = labelOf(m_catalogue.variations, *ticket.variationId);
    if (ticket.performanceId)
        row.performanceId = labelOf(m_catalogue.performances, *ticket.performanceId);
    row.holderName = textOrAbsent(ticket.holderName);
    row.holderEmail = textOrAbsent(ticket.holderEmail);
    row.seat = textOrAbsent(ticket.seat);
    row.status = ticket.status;
    row.blocked = ticket.blocked;
    row.revoked = ticket.revoked;
    row.validFrom = ticket.validFrom;
    row.validUntil = ticket.validUntil;
    row.attention = ticket.attention;
    if (ticket.addonOf)
        row.addonOf = stored.addonLabel.isEmpty() ? ticket.addonOf->text() : stored.addonLabel;
    if (!ticket.answers.empty()) {
        row.answers.emplace();
        for (const auto& [question, answer] : ticket.answers) {
            const auto label = m_questions.find(question);
            row.answers->emplace(label == m_questions.end() ? question.text() : label->second, answer);
        }
    }
    JsonValue object = encode(row, allocator);
    addExtra(object, stored.extra, allocator);
    return object;
}

void Exporter::writeOrders()
{
    beginList("orders");
    m_source.eachOrder([this](const store::StoredOrder& stored) {
        JsonDocument document;
        auto& allocator = document.GetAllocator();
        const domain::Order& order = stored.order;
        BundleOrder row{order.label, order.status, order.requiresApproval, order.admitWhileUnpaid, order.isGroup, std::nullopt, {}};
        if (!order.buyerName.isEmpty() || !order.buyerEmail.isEmpty() || !stored.buyerExtra.isEmpty())
            row.buyer = BundleBuyer{textOrAbsent(order.buyerName), textOrAbsent(order.buyerEmail)};
        JsonValue object = encode(row, allocator);
        if (row.buyer)
            addExtra(object["buyer"], stored.buyerExtra, allocator);
        JsonValue tickets(rapidjson::kArrayType);
        for (const store::StoredTicket& ticket : stored.tickets)
            tickets.PushBack(ticketValue(ticket, allocator), allocator);
        object["tickets"] = tickets;
        addExtra(object, stored.extra, allocator);
        item(jsonText(object));
        return step();
    });
    endList();
}

void Exporter::writeIssuers()
{
    beginList("issuers");
    for (const auto& [issuer, extra] : m_source.issuers()) {
        item(BundleIssuer{issuer.label, issuer.kind, QString::fromLatin1(issuer.publicKey.toBase64()),
                          labelsOf(m_catalogue.products, issuer.products), labelsOf(m_catalogue.performances, issuer.performances)},
             extra);
    }
    endList();
}

void Exporter::writeRefusedCodes(const char* member, const char* kind)
{
    beginList(member);
    m_source.eachRefusedCode(kind, [this](const QString& entry) {
        item(entry, {});
        return !m_failure;
    });
    endList();
}

void Exporter::writeScans()
{
    beginList("scans");
    QByteArray previous;
    m_source.eachScan([&](const store::StoredScan& stored) {
        JsonDocument document;
        BundleScan row;
        row.ticketId = stored.ticketLabel.isEmpty() ? stored.scan.ticketId.text() : stored.ticketLabel;
        row.gateId = labelOf(m_catalogue.gates, stored.scan.gateId);
        row.direction = stored.scan.direction;
        row.at = stored.scan.at;
        row.device = stored.scan.device;
        row.listed = stored.listed;
        JsonValue object = encode(row, document.GetAllocator());
        if (row.listed)
            object.RemoveMember("listed");
        // Two desks may have written the same passage down; whoever reads it merges them.
        const QByteArray said = jsonText(object);
        if (said != previous) {
            addExtra(object, stored.extra, document.GetAllocator());
            item(jsonText(object));
        }
        previous = said;
        return step();
    });
    endList();
}

void Exporter::writeOthers()
{
    QByteArray whole; // the member at hand, until it shows to be a list
    bool inList = false;
    const auto finish = [&] {
        if (inList)
            endList();
        else
            write(whole);
    };
    m_source.eachOther([&](const QString& name, qint64 position, const QByteArray& json) {
        if (position < 0) {
            finish();
            beginMember(name);
            whole = json;
            inList = false;
            return !m_failure;
        }
        if (!inList)
            write("[");
        m_firstItem = m_firstItem || !inList;
        inList = true;
        item(json);
        return !m_failure;
    });
    finish();
}

Status Exporter::run()
{
    const std::optional<store::Stored<store::WorkspaceRecord>> workspace = m_source.workspace();
    if (!workspace)
        return error(ErrorCode::Damaged, message("bundle.no_workspace"));
    m_total = m_source.rowCount();
    write("{\"format\":\"encore-bundle/1\"");
    writeWorkspace(*workspace);
    writeProducts();
    writePerformances();
    writeZones();
    writeGates();
    writeQuestions();
    writeOrders();
    writeIssuers();
    writeRefusedCodes("revocations", "revocation");
    writeRefusedCodes("blocks", "block");
    writeScans();
    writeOthers();
    write("}\n");
    return m_failure ? Status(*m_failure) : domain::done();
}

} // namespace

Status exportBundle(store::Reader& reader, QIODevice& out, const std::function<bool(qint64, qint64)>& progress)
{
    store::BundleSource source(reader);
    if (const Status begun = reader.status(); !begun)
        return begun;
    const Status written = Exporter(source, out, progress).run();
    // What could not be read comes back as nothing, so that the file would only look whole.
    const Status read = reader.status();
    return read ? written : read;
}

} // namespace encore::commands
