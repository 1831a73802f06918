// SPDX-License-Identifier: GPL-3.0-or-later
#include "door/facts.h"

#include "store/hearsay.h"
#include "ticket/ticketcode.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

template<class Map, class Id>
std::optional<typename Map::mapped_type> lookUp(const Map& map, const Id& id)
{
    const auto found = map.find(id);
    return found == map.end() ? std::nullopt : std::optional<typename Map::mapped_type>(found->second);
}

void fillCatalogued(door::TicketFacts& facts, const store::Catalogue& catalogue)
{
    if (const auto product = lookUp(catalogue.products, facts.ticket.productId))
        facts.product = *product;
    if (facts.ticket.variationId)
        facts.variation = lookUp(catalogue.variations, *facts.ticket.variationId);
    if (facts.ticket.performanceId)
        facts.performance = lookUp(catalogue.performances, *facts.ticket.performanceId);
}

door::TicketFacts factsOf(const domain::Ticket& ticket, store::Reader& reader)
{
    door::TicketFacts facts;
    facts.ticket = ticket;
    fillCatalogued(facts, reader.catalogue());
    if (const auto order = reader.order(ticket.orderId))
        facts.order = *order;
    facts.history = store::HearsayReader(reader).history(ticket.id);
    const auto listed = [&](const char* kind) {
        return reader.isRefused(kind, ticket.id.hex()) || (!ticket.secret.isEmpty() && reader.isRefused(kind, ticket.secret));
    };
    facts.blockedByList = listed("block");
    facts.revokedByList = listed("revocation");
    return facts;
}

door::TicketFacts factsOfUnlisted(const ticket::VerifiedCode& code, const QString& text, store::Reader& reader)
{
    door::TicketFacts facts;
    facts.ticket.id = code.signedId;
    facts.ticket.label = code.signedId.hex();
    facts.ticket.productId = code.productId.value_or(domain::ProductId());
    facts.ticket.performanceId = code.performanceId;
    facts.ticket.validFrom = code.validFrom;
    facts.ticket.validUntil = code.validUntil;
    facts.ticket.seat = code.seat;
    fillCatalogued(facts, reader.catalogue());
    facts.history = store::HearsayReader(reader).history(code.signedId);
    const auto listed = [&](const char* kind) { return reader.isRefused(kind, code.signedId.hex()) || reader.isRefused(kind, text); };
    facts.blockedByList = listed("block");
    facts.revokedByList = listed("revocation");
    return facts;
}

void matchCode(const QString& raw, store::Reader& reader, DoorFacts& facts)
{
    const QString text = ticket::cleanCode(raw);
    const std::optional<ticket::VerifiedCode> verified = ticket::verifyCode(text, reader.catalogue().issuers);
    if (verified && verified->kind == ticket::CodeKind::Encore) {
        if (const auto ticket = reader.ticket(verified->signedId))
            facts.match.tickets.push_back(factsOf(*ticket, reader));
    }
    if (facts.match.tickets.empty()) {
        for (const domain::Ticket& ticket : reader.ticketsBySecret(text))
            facts.match.tickets.push_back(factsOf(ticket, reader));
    }
    if (const QString secret = raw.trimmed(); facts.match.tickets.empty() && !verified && secret != text) {
        // A secret of somebody else's making may begin like what a scanner puts before a code.
        for (const domain::Ticket& ticket : reader.ticketsBySecret(secret))
            facts.match.tickets.push_back(factsOf(ticket, reader));
    }
    if (verified)
        facts.match.codeKind = verified->kind;
    else if (!facts.match.tickets.empty())
        facts.match.codeKind = ticket::CodeKind::Secret;
    if (verified && facts.match.tickets.empty()) {
        facts.match.unlisted = verified;
        facts.match.unlistedFacts = factsOfUnlisted(*verified, text, reader);
        facts.signedId = verified->signedId;
    }
}

door::Place placeOf(const domain::Gate& gate, store::Reader& reader)
{
    const store::Catalogue& catalogue = reader.catalogue();
    door::Place place;
    place.gate = gate;
    place.gates = catalogue.gates;
    place.zones = catalogue.zones;
    countAnew(place, reader);
    place.questions = catalogue.questions;
    if (gate.performanceIds && gate.performanceIds->size() == 1)
        place.gatePerformance = lookUp(catalogue.performances, gate.performanceIds->front());
    if (const auto workspace = reader.workspace())
        place.zone = workspace->zone;
    return place;
}

void addAddons(door::Match& match, const domain::Gate& gate, store::Reader& reader)
{
    if (!gate.addonMatch)
        return;
    for (const domain::Ticket& addon : reader.addonsOf(match.tickets.front().ticket.id))
        match.addons.push_back(factsOf(addon, reader));
}

} // namespace

door::Match matchOf(const domain::Ticket& ticket, const domain::Gate& gate, store::Reader& reader)
{
    door::Match match;
    match.tickets.push_back(factsOf(ticket, reader));
    addAddons(match, gate, reader);
    return match;
}

void countAnew(door::Place& place, store::Reader& reader)
{
    store::HearsayReader heard(reader);
    place.inside = heard.zoneCounts();
    place.insideByGate = int(heard.gateCounts(place.gate.id).inside);
}

Result<DoorFacts> gatherFacts(const ScanInput& input, store::Reader& reader)
{
    const auto gate = lookUp(reader.catalogue().gates, input.gateId);
    if (!gate)
        return error(ErrorCode::NotFound, message("door.no_gate").with("gate", input.gateId.text()));
    DoorFacts facts;
    facts.place = placeOf(*gate, reader);
    if (input.ticketId) {
        if (input.reason.trimmed().isEmpty() && !input.lookOnly)
            return error(ErrorCode::Invalid, message("door.no_reason"));
        const auto ticket = reader.ticket(*input.ticketId);
        if (!ticket)
            return error(ErrorCode::NotFound, message("ticket.not_found").with("ticket", input.ticketId->text()));
        facts.match.tickets.push_back(factsOf(*ticket, reader));
    } else if (input.code.size() <= ticket::maxCodeLength) {
        matchCode(input.code, reader, facts);
    }
    if (facts.match.tickets.size() == 1) {
        facts.signedId = facts.match.tickets.front().ticket.id;
        addAddons(facts.match, *gate, reader);
    }
    if (const domain::Status status = reader.status(); !status)
        return status.error();
    return facts;
}

} // namespace encore::commands
