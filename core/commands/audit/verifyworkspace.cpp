// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/audit/verifyworkspace.h"

#include "commands/executor.h"
#include "domain/enums.h"
#include "domain/pledge.h"
#include "door/checkin.h"
#include "store/boxoffice.h"
#include "store/campaigns.h"
#include "store/commandlog.h"
#include "store/sales.h"

#include <set>

namespace encore::commands
{

using domain::message;
using domain::Result;

namespace
{

constexpr size_t mostFaults = 20; ///< enough to see what happened; the rest would only hide it

void addFault(AuditReport& report, const domain::Message& fault)
{
    if (report.faults.size() < mostFaults)
        report.faults.push_back(fault);
}

void verifyBodies(store::Reader& reader, AuditReport& report)
{
    reader.eachLogEntry([&](const store::LogEntry& entry) {
        const Result<JsonDocument> arguments = parseJson(entry.arguments);
        if (!arguments || bodyHash(entry.name, entry.schemaVersion, entry.arguments, entry.baseVersion) != entry.bodyHash)
            addFault(report, message("audit.body_changed").with("sequence", entry.sequence));
        return true;
    });
}

/// Where the sum of all scans puts people, to be compared with what the door shows.
struct Derived {
    std::map<domain::ZoneId, int> zones;
    std::map<domain::GateId, store::GateCounts> gates;
};

Derived deriveCounts(store::Reader& reader, AuditReport& report)
{
    Derived derived;
    std::set<domain::TicketId> tickets;
    reader.eachScan([&](const store::ScanRecord& record) {
        ++report.scans;
        store::GateCounts& counts = derived.gates[record.scan.gateId];
        const bool entry = record.scan.direction == domain::Direction::Entry;
        const qint64 stands = record.admitted && !record.undone;
        counts.entries += entry ? stands : 0;
        counts.exits += entry ? 0 : stands;
        counts.refused += !record.admitted;
        counts.unlisted += record.listed ? 0 : stands;
        if (record.admitted)
            tickets.insert(record.scan.ticketId);
    });
    const store::Catalogue& catalogue = reader.catalogue();
    for (const domain::TicketId& ticket : tickets) {
        const door::Presence presence = door::presenceAfter(reader.history(ticket), catalogue.gates, catalogue.zones);
        if (presence.zones != reader.presence(ticket))
            addFault(report, message("audit.presence_differs").with("ticket", ticket.text()));
        for (const auto& [zone, gate] : presence.zones) {
            ++derived.zones[zone];
            const auto found = catalogue.gates.find(gate);
            if (found != catalogue.gates.end() && found->second.effectiveZone() == zone)
                ++derived.gates[gate].inside;
        }
    }
    return derived;
}

void compareCounts(store::Reader& reader, const Derived& derived, AuditReport& report)
{
    const auto shown = reader.zoneCounts();
    for (const auto& [id, zone] : reader.catalogue().zones) {
        const auto count = [zoneId = id](const auto& counts) { return counts.contains(zoneId) ? counts.at(zoneId) : 0; };
        if (count(shown) != count(derived.zones))
            addFault(report, message("audit.zone_differs").with("zone", zone.name).with("shown", count(shown)).with("sum", count(derived.zones)));
    }
    for (const auto& [id, counts] : derived.gates) {
        const store::GateCounts kept = reader.gateCounts(id);
        const bool same = kept.entries == counts.entries && kept.exits == counts.exits && kept.inside == counts.inside
            && kept.refused == counts.refused && kept.unlisted == counts.unlisted;
        if (!same)
            addFault(report, message("audit.gate_differs").with("gate", id.text()));
    }
}

/// Counts every campaign anew from its pledges, and compares with what is shown: sums, backers, stock.
void compareCampaigns(store::Reader& reader, AuditReport& report)
{
    store::CampaignReader campaigns(reader);
    for (const domain::Project& project : campaigns.projects()) {
        store::ProjectTotals totals;
        std::set<domain::PersonId> backers;
        campaigns.eachPledge(project.id, [&](const domain::Pledge& pledge) {
            ++report.pledges;
            if (pledge.standing() <= 0)
                return;
            totals.raised += pledge.standing();
            ++totals.pledges;
            backers.insert(pledge.backer);
        });
        totals.backers = qint64(backers.size());
        if (totals != campaigns.totals(project.id))
            addFault(report, message("audit.project_differs").with("project", project.title));
        for (const domain::Reward& reward : campaigns.rewards(project.id)) {
            const qint64 taken = campaigns.countTaken(reward.id);
            if (taken != reward.taken)
                addFault(report, message("audit.reward_differs").with("reward", reward.title).with("shown", reward.taken).with("sum", taken));
            if (reward.limit && taken > *reward.limit)
                addFault(report, message("audit.oversold").with("reward", reward.title).with("taken", taken).with("limit", *reward.limit));
        }
    }
}

/// Counts every sale anew: what is sold of each offer, and what the books say of each order's money and revenue.
void compareSales(store::Reader& reader, AuditReport& report)
{
    store::SaleReader sales(reader);
    for (const domain::Offer& offer : sales.offers()) {
        const qint64 sold = sales.countSold(offer.id);
        if (sold != offer.sold)
            addFault(report, message("audit.offer_differs").with("offer", offer.title).with("shown", offer.sold).with("sum", sold));
        if (offer.limit && sold > *offer.limit)
            addFault(report, message("audit.oversold").with("reward", offer.title).with("taken", sold).with("limit", *offer.limit));
    }
    const auto books = store::LedgerReader(reader).orderBooks();
    for (const domain::OrderId& id : sales.allSales()) {
        const auto sale = sales.sale(id);
        if (!sale)
            continue;
        ++report.orders;
        qint64 money = 0;
        for (const domain::Tender& tender : sale->tenders)
            money += (tender.state == domain::TenderState::Succeeded ? tender.amount : 0) - tender.refunded;
        qint64 revenue = 0;
        for (const domain::SaleLine& line : sale->lines)
            revenue -= line.state == domain::LineState::Standing ? line.net() : 0;
        const bool isEarned = sale->state == domain::OrderState::Paid || sale->state == domain::OrderState::PartlyRefunded;
        const auto found = books.find(id);
        const store::LedgerReader::OrderBooks booked = found == books.end() ? store::LedgerReader::OrderBooks() : found->second;
        if (booked.money != money || booked.revenue != (isEarned ? revenue : 0))
            addFault(report, message("audit.order_differs").with("order", sale->label));
    }
    store::BoxOfficeReader boxOffice(reader);
    for (const store::CouponRow& row : boxOffice.coupons()) {
        const qint64 claims = boxOffice.countClaims(row.coupon.id);
        if (claims != row.claimed || (row.coupon.quantity != -1 && claims > row.coupon.quantity))
            addFault(report, message("audit.coupon_differs").with("coupon", row.coupon.name).with("shown", row.claimed).with("sum", claims));
    }
}

void verifyBooks(store::Reader& reader, AuditReport& report)
{
    const store::LedgerReport ledger = store::LedgerReader(reader).verify();
    report.ledgerEntries = ledger.entries;
    for (const domain::Message& fault : faultsOf(ledger))
        addFault(report, fault);
}

} // namespace

std::vector<domain::Message> faultsOf(const store::LedgerReport& ledger)
{
    std::vector<domain::Message> faults;
    const auto add = [&](const char* id, qint64 count, const QString& first) {
        if (count)
            faults.push_back(message(id).with("count", count).with("first", first));
    };
    add("ledger.fault.unbalanced", ledger.unbalancedEntries, QString::number(ledger.firstUnbalanced.value_or(0)));
    add("ledger.fault.balances", ledger.wrongBalances, ledger.firstWrongBalance);
    add("ledger.fault.thin", ledger.thinEntries, {});
    add("ledger.fault.gaps", ledger.gaps, {});
    add("ledger.fault.strangers", ledger.strangers, {});
    return faults;
}

domain::Message wordsOf(const AuditReport& report)
{
    return message(report.faults.empty() ? "cli.proven" : "cli.not_proven")
        .with("entries", report.logEntries)
        .with("scans", report.scans)
        .with("pledges", report.pledges)
        .with("orders", report.orders)
        .with("booked", report.ledgerEntries)
        .with("head", QString::fromLatin1(report.head.toHex().left(16)));
}

Result<AuditReport> verifyWorkspace(store::Reader& reader)
{
    // What a desk was not sent cannot be told from what is missing.
    using domain::Role;
    const auto desk = domain::enumFromText<Role>(reader.deskValue(QStringLiteral("role")));
    if (desk && *desk != Role::Admin && *desk != Role::Finance && *desk != Role::Reviewer)
        return domain::error(domain::ErrorCode::Refused, message("audit.part_only"));
    AuditReport report;
    const store::ChainReport chain = store::verifyChain(reader, !desk || *desk == Role::Admin);
    report.logEntries = chain.entries;
    report.head = chain.head;
    if (chain.brokenAt)
        addFault(report, chain.fault);
    verifyBodies(reader, report);
    reader.eachScanOutsideLog([&](domain::ScanId id) { addFault(report, message("audit.scan_without_line").with("scan", id.text())); });
    compareCounts(reader, deriveCounts(reader, report), report);
    compareCampaigns(reader, report);
    compareSales(reader, report);
    verifyBooks(reader, report);
    if (const domain::Status status = reader.status(); !status)
        return status.error();
    return report;
}

} // namespace encore::commands
