// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a backer may choose. Price and contents of a reward that somebody chose stay as they are; its quantity may rise (DOMAIN §2).

#include "commands/command.h"
#include "domain/pledge.h"

namespace encore::commands
{

struct RewardMade {
    domain::RewardId rewardId;
};

template<>
struct Descriptor<RewardMade> {
    static auto fields() { return std::tuple(field("reward_id", &RewardMade::rewardId, "the reward")); }
};

template<>
struct Descriptor<domain::RewardItem> {
    static auto fields()
    {
        using I = domain::RewardItem;
        return std::tuple(field("kind", &I::kind, "what it is"), field("name", &I::name, "what people call it").atMost(200),
                          field("quantity", &I::quantity, "of it in one reward, at least 1").absentMeansDefault(),
                          field("performance_id", &I::performance, "of a ticket: for which performance"),
                          field("product_id", &I::product, "of a ticket: which product or grade"),
                          field("variation_id", &I::variation, "of a ticket: which variation"));
    }
};

/// Absent means: as it is.
struct RewardFields {
    std::optional<QString> title;
    std::optional<QString> description;
    std::optional<qint64> price;
    std::optional<int> limit;
    std::optional<int> perBacker;
    std::optional<domain::Instant> from;
    std::optional<domain::Instant> until;
    std::optional<std::vector<domain::RewardItem>> items;
    std::optional<domain::Instant> deliveredBy;
    std::optional<bool> needsAddress;
    std::optional<bool> addOn;
    std::optional<int> position;
};

[[nodiscard]] inline auto rewardFieldDescriptions()
{
    using F = RewardFields;
    return std::tuple(field("title", &F::title, "what backers read").atMost(200),
                      field("description", &F::description, "Markdown, shown as text").atMost(10'000),
                      field("price", &F::price, "minor units"), field("limit", &F::limit, "how many there are; absent: as many as wanted"),
                      field("per_backer", &F::perBacker, "how many one person can have"),
                      field("opens_at", &F::from, "can be chosen from here, inclusive"),
                      field("closes_at", &F::until, "can be chosen until here, exclusive: an early bird"),
                      field("items", &F::items, "what is in it").atMost(50),
                      field("delivered_by", &F::deliveredBy, "when it is promised for"),
                      field("needs_address", &F::needsAddress, "has to be sent"),
                      field("add_on", &F::addOn, "only together with another reward"),
                      field("position", &F::position, "order on the page"));
}

struct AddReward : RewardFields {
    static constexpr const char* name = "AddReward";
    static constexpr const char* summary = "Offer a reward in a campaign.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = RewardMade;

    domain::ProjectId projectId;
    QString label;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct EditReward : RewardFields {
    static constexpr const char* name = "EditReward";
    static constexpr const char* summary = "Change a reward; only the fields that are given.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = RewardMade;

    domain::RewardId rewardId;
    std::vector<QString> clear;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct CloseReward {
    static constexpr const char* name = "CloseReward";
    static constexpr const char* summary = "Take a reward off the page; what was chosen stands.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = RewardMade;

    domain::RewardId rewardId;
    bool closed = true; ///< false: offer it again
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Only one that nobody ever chose; others can be closed.
struct DeleteReward {
    static constexpr const char* name = "DeleteReward";
    static constexpr const char* summary = "Remove a reward that nobody ever chose.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = RewardMade;

    domain::RewardId rewardId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<AddReward> {
    static auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("project_id", &AddReward::projectId, "which campaign"),
                       field("label", &AddReward::label, "the id by which others call it; made by the command where absent").absentMeansDefault().atMost(64)),
            rewardFieldDescriptions());
    }
};
template<>
struct Descriptor<EditReward> {
    static auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("reward_id", &EditReward::rewardId, "which reward"),
                       field("clear", &EditReward::clear, "fields to empty: limit, per_backer, opens_at, closes_at, delivered_by").absentMeansDefault()),
            rewardFieldDescriptions());
    }
};
template<>
struct Descriptor<CloseReward> {
    static auto fields()
    {
        return std::tuple(field("reward_id", &CloseReward::rewardId, "which reward"),
                          field("closed", &CloseReward::closed, "false: offer it again").absentMeansDefault());
    }
};
template<>
struct Descriptor<DeleteReward> {
    static auto fields() { return std::tuple(field("reward_id", &DeleteReward::rewardId, "which reward")); }
};

} // namespace encore::commands
