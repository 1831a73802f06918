// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which commands change fields of a thing that somebody else may be changing too, and which thing that is (DESIGN §5: merged field by field).

#include "commands/coupons/coupons.h"
#include "commands/orders/offers.h"
#include "commands/people/users.h"
#include "commands/projects/createproject.h"
#include "commands/rewards/rewards.h"
#include "commands/venues/performances.h"

namespace encore::commands
{

struct Subject {
    QUuid id;
    const char* member; ///< of the arguments: the one that names it
    const char* table; ///< in which it lies
};

inline Subject subjectOf(const EditProject& edit) { return {edit.projectId.uuid(), "project_id", "projects"}; }
inline Subject subjectOf(const EditReward& edit) { return {edit.rewardId.uuid(), "reward_id", "rewards"}; }
inline Subject subjectOf(const DeleteReward& edit) { return {edit.rewardId.uuid(), "reward_id", "rewards"}; }
inline Subject subjectOf(const EditOffer& edit) { return {edit.offerId.uuid(), "offer_id", "offers"}; }
inline Subject subjectOf(const EditCoupon& edit) { return {edit.couponId.uuid(), "coupon_id", "coupons"}; }
inline Subject subjectOf(const DeleteCoupon& edit) { return {edit.couponId.uuid(), "coupon_id", "coupons"}; }
inline Subject subjectOf(const EditPerformance& edit) { return {edit.performanceId.uuid(), "performance_id", "performances"}; }
inline Subject subjectOf(const EditUser& edit) { return {edit.userId.uuid(), "user_id", "users"}; }

} // namespace encore::commands
