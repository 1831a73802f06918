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
};

inline Subject subjectOf(const EditProject& edit) { return {edit.projectId.uuid(), "project_id"}; }
inline Subject subjectOf(const EditReward& edit) { return {edit.rewardId.uuid(), "reward_id"}; }
inline Subject subjectOf(const DeleteReward& edit) { return {edit.rewardId.uuid(), "reward_id"}; }
inline Subject subjectOf(const EditOffer& edit) { return {edit.offerId.uuid(), "offer_id"}; }
inline Subject subjectOf(const EditCoupon& edit) { return {edit.couponId.uuid(), "coupon_id"}; }
inline Subject subjectOf(const DeleteCoupon& edit) { return {edit.couponId.uuid(), "coupon_id"}; }
inline Subject subjectOf(const EditPerformance& edit) { return {edit.performanceId.uuid(), "performance_id"}; }
inline Subject subjectOf(const EditUser& edit) { return {edit.userId.uuid(), "user_id"}; }

} // namespace encore::commands
