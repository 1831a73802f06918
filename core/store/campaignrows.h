// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Between the columns of campaigns and their values.

#include "domain/pledge.h"
#include "domain/project.h"
#include "rowmapping.h"

namespace encore::store
{

#define ENCORE_PROJECT_COLUMNS                                                                                                   \
    "id, label, state, author, title, summary, story, category, venue, currency, goal, starts_at, ends_at, time_zone, basis, model,"  \
    " platform_fee, provider_fee, donations_only, payee, payout_account, performance_id, stretch_goals, faq, budget, reason, version"
#define ENCORE_REWARD_COLUMNS                                                                                                    \
    "id, label, project_id, title, description, price, quantity_limit, per_backer, opens_at, closes_at, items, delivered_by,"    \
    " needs_address, add_on, closed, position, taken, ever_chosen, version"
#define ENCORE_PLEDGE_COLUMNS                                                                                                    \
    "p.id, p.label, p.project_id, p.backer, p.state, p.payment, p.extra_donation, p.total, p.paid, p.refund_owed, p.refunded,"   \
    " p.placed_at, p.provider, p.provider_transaction, p.source, p.confirmed, p.version, p.payment_method"

[[nodiscard]] domain::Project projectAt(const Rows& rows);
[[nodiscard]] QVariantList columnsOf(const domain::Project& project);
[[nodiscard]] domain::Reward rewardAt(const Rows& rows);
[[nodiscard]] QVariantList columnsOf(const domain::Reward& reward);
[[nodiscard]] domain::Pledge pledgeAt(const Rows& rows); ///< without its lines

} // namespace encore::store
