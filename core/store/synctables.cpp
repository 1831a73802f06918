// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/synctables.h"

#include "domain/enums.h"

#include <algorithm>

namespace encore::store
{

namespace
{

#define ENCORE_OWN_PROJECT(column) "EXISTS (SELECT 1 FROM projects own WHERE own.id = r." column " AND own.author = ?)"
#define ENCORE_OWN_PLEDGE(condition)                                                                                                       \
    "EXISTS (SELECT 1 FROM pledges p JOIN projects own ON own.id = p.project_id WHERE " condition " AND own.author = ?)"
#define ENCORE_OWN_ORDER(column)                                                                                                           \
    "EXISTS (SELECT 1 FROM pledge_orders o JOIN pledges p ON p.id = o.pledge_id JOIN projects own ON own.id = p.project_id"                \
    " WHERE o.order_id = r." column " AND own.author = ?)"

constexpr SyncTable tables[] = {
    {"workspace", {"id"}, Audience::Everyone},
    {"rates", {"name", "valid_from"}, Audience::Everyone},
    {"products", {"id"}, Audience::Everyone},
    {"variations", {"id"}, Audience::Everyone},
    {"performances", {"id"}, Audience::Everyone},
    {"zones", {"id"}, Audience::Everyone},
    {"gates", {"id"}, Audience::Everyone},
    {"questions", {"id"}, Audience::Everyone},
    {"issuers", {"id"}, Audience::Everyone},

    {"orders", {"id"}, Audience::Door, ENCORE_OWN_ORDER("id")},
    {"tickets", {"id"}, Audience::Door, ENCORE_OWN_ORDER("order_id")},
    {"contacts", {"owner"}, Audience::Door, ENCORE_OWN_PLEDGE("p.backer = r.owner"), nullptr,
     "(EXISTS (SELECT 1 FROM tickets t WHERE t.id = r.owner) OR EXISTS (SELECT 1 FROM orders o WHERE o.id = r.owner))"},
    {"refused_codes", {"kind", "entry"}, Audience::Door},
    {"scans", {"id"}, Audience::Door},
    {"scan_undos", {"scan_id"}, Audience::Door},
    {"presence", {"ticket_id", "zone_id"}, Audience::Door},
    {"zone_counts", {"zone_id"}, Audience::Door},
    {"gate_counts", {"gate_id"}, Audience::Door},
    {"findings", {"id"}, Audience::Door},
    {"bundle_members", {"name", "position"}},

    {"projects", {"id"}, Audience::Campaigns, "r.author = ?"},
    {"project_totals", {"project_id"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"project_backers", {"project_id", "person_id"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"project_days", {"project_id", "day"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"project_updates", {"id"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"project_history", {"project_id", "log_sequence"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"project_pictures", {"project_id", "sha256"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"rewards", {"id"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"pledges", {"id"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"pledge_lines", {"pledge_id", "line"}, Audience::Campaigns, ENCORE_OWN_PLEDGE("p.id = r.pledge_id")},
    {"backers", {"number"}, Audience::Campaigns, ENCORE_OWN_PLEDGE("p.backer = r.person_id")},
    {"closings", {"project_id"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"closing_lines", {"project_id", "position"}, Audience::Campaigns, ENCORE_OWN_PROJECT("project_id")},
    {"addresses", {"pledge_id"}, Audience::Campaigns, ENCORE_OWN_PLEDGE("p.id = r.pledge_id")},
    {"dispatches", {"number"}, Audience::Campaigns, ENCORE_OWN_PLEDGE("p.id = r.pledge_id")},
    {"dispatch_items", {"dispatch", "line", "item"}, Audience::Campaigns,
     "EXISTS (SELECT 1 FROM dispatches d JOIN pledges p ON p.id = d.pledge_id JOIN projects own ON own.id = p.project_id"
     " WHERE d.number = r.dispatch AND own.author = ?)"},
    {"pledge_orders", {"order_id"}, Audience::Campaigns, ENCORE_OWN_PLEDGE("p.id = r.pledge_id")},
    {"field_versions", {"entity", "field"}, Audience::Campaigns,
     "EXISTS (SELECT 1 FROM projects own LEFT JOIN rewards w ON w.project_id = own.id WHERE r.entity IN (own.id, w.id) AND own.author = ?)"},

    {"offers", {"id"}, Audience::BoxOffice},
    {"sales", {"number"}, Audience::BoxOffice},
    {"sale_lines", {"order_id", "line"}, Audience::BoxOffice},
    {"tenders", {"order_id", "tender"}, Audience::BoxOffice},
    {"sale_history", {"order_id", "log_sequence"}, Audience::BoxOffice},
    {"drawer_days", {"number"}, Audience::BoxOffice},
    {"coupons", {"id"}, Audience::BoxOffice},
    {"coupon_claims", {"coupon_id", "person_id"}, Audience::BoxOffice},
    {"messages", {"number"}, Audience::BoxOffice},
    {"mass_refunds", {"performance_id", "plan_hash"}, Audience::BoxOffice},
    {"mass_refund_lines", {"plan_hash", "position"}, Audience::BoxOffice},

    {"effects", {"id"}},
    {"mail_settings", {"one"}},
    {"webhook", {"one"}},
    {"accounts", {"id"}, Audience::House, nullptr, "r.kind = 'cash_drawer'"},
    {"ledger_entries", {"sequence"}},
    {"postings", {"entry", "line"}},
    {"command_log", {"sequence"}, Audience::House,
     "EXISTS (SELECT 1 FROM project_history h JOIN projects own ON own.id = h.project_id WHERE h.log_sequence = r.sequence AND own.author = ?)",
     "EXISTS (SELECT 1 FROM sale_history h WHERE h.log_sequence = r.sequence)", nullptr,
     "r.name NOT IN ('AddUser', 'SetPassword')"}, // verifiers of passwords are for whoever gives them out
    {"log_head", {"one"}},
};

bool isHouse(domain::Role role)
{
    return role == domain::Role::Admin || role == domain::Role::Finance || role == domain::Role::Reviewer;
}

} // namespace

std::span<const SyncTable> syncTables()
{
    return tables;
}

int syncTableIndex(std::string_view name)
{
    const auto found = std::find_if(std::begin(tables), std::end(tables), [&](const SyncTable& table) { return name == table.name; });
    return found == std::end(tables) ? -1 : int(found - std::begin(tables));
}

bool Scope::sees(const SyncTable& table) const
{
    if (isHouse(role) || table.audience == Audience::Everyone)
        return true;
    if (role == domain::Role::Musician)
        return table.own != nullptr;
    if (role == domain::Role::BoxOffice)
        return table.audience != Audience::House || table.boxOffice;
    return table.audience == Audience::Door;
}

const char* Scope::condition(const SyncTable& table) const
{
    if (role == domain::Role::Musician && table.audience != Audience::Everyone)
        return table.own ? table.own : "";
    if (role == domain::Role::BoxOffice && table.audience == Audience::House)
        return table.boxOffice ? table.boxOffice : "";
    if (role == domain::Role::Finance || role == domain::Role::Reviewer)
        return table.office ? table.office : "";
    if (role == domain::Role::Door || role == domain::Role::Supervisor)
        return table.door ? table.door : "";
    return "";
}

QString Scope::text() const
{
    if (isHouse(role))
        return role == domain::Role::Admin ? QStringLiteral("house") : QStringLiteral("office");
    if (role == domain::Role::Musician)
        return QString(QStringLiteral("musician:") + label);
    return role == domain::Role::BoxOffice ? QStringLiteral("box_office") : QStringLiteral("door");
}

} // namespace encore::store
