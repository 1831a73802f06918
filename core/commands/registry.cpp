// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/registry.h"

#include <algorithm>
#include <map>
#include <set>

namespace encore::commands
{

namespace
{

template<class Entry>
const Entry* find(const std::vector<Entry>& entries, const QByteArray& name)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return name == entry.name; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

const CommandEntry* findCommand(const QByteArray& name)
{
    return find(allCommands(), name);
}

const QueryEntry* findQuery(const QByteArray& name)
{
    return find(allQueries(), name);
}

bool hasRight(Role role, Right right)
{
    using enum Right;
    // Each row: what this role may do. A command is refused to every other (tests/commands/data/rights.json says the same by hand).
    static const std::map<Role, std::set<Right>> rights = {
        {Role::Door, {Scan}},
        {Role::Supervisor, {Scan, Supervise}},
        {Role::BoxOffice, {Scan, Sell, Refund, TakePledges}},
        {Role::Musician, {ManageCampaigns}},
        {Role::Finance, {Refund}},
        {Role::Reviewer, {ReviewCampaigns}},
    };
    if (role == Role::Admin)
        return true;
    const auto found = rights.find(role);
    return found != rights.end() && found->second.contains(right);
}

QString rightText(Right right)
{
    switch (right) {
    case Right::Scan:
        return QStringLiteral("scan");
    case Right::Supervise:
        return QStringLiteral("supervise");
    case Right::ManageTickets:
        return QStringLiteral("manage_tickets");
    case Right::ManageWorkspace:
        return QStringLiteral("manage_workspace");
    case Right::ManageCampaigns:
        return QStringLiteral("manage_campaigns");
    case Right::ReviewCampaigns:
        return QStringLiteral("review_campaigns");
    case Right::TakePledges:
        return QStringLiteral("take_pledges");
    case Right::Refund:
        return QStringLiteral("refund");
    case Right::Sell:
        return QStringLiteral("sell");
    case Right::ManageSales:
        return QStringLiteral("manage_sales");
    case Right::ManagePeople:
        return QStringLiteral("manage_people");
    }
    Q_UNREACHABLE();
}

} // namespace encore::commands
