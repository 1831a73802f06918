// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a confirmed pledge is owed beside its tickets: to which address it goes, and what of it is on its way (DOMAIN §3).

#include "domain/pledge.h"

#include <functional>

namespace encore::domain
{

struct DeliveryAddress {
    QString name; ///< who receives it
    QString phone;
    QString street; ///< with the number
    QString details; ///< flat, floor, company
    QString city;
    QString region; ///< state or province, where the country has them
    QString postalCode;
    QString country = QStringLiteral("KR"); ///< ISO 3166-1 alpha-2
    QString note; ///< for whoever delivers it

    friend bool operator==(const DeliveryAddress&, const DeliveryAddress&) = default;
};

inline constexpr qsizetype mostAddressCharacters = 200; ///< of each part

/// Receiver, street, city and postal code must be there, the country must be two capital letters.
[[nodiscard]] Status checkAddress(const DeliveryAddress& address);
/// As it stands on a parcel, the large before the small in Korea and Japan, the small before the large elsewhere. Empty parts are left out.
[[nodiscard]] QStringList addressLines(const DeliveryAddress& address);

struct DispatchedItem {
    int line = 0; ///< of the pledge, from 1
    int item = 0; ///< of the line's reward, from 1
    int quantity = 0;

    friend bool operator==(const DispatchedItem&, const DispatchedItem&) = default;
};

/// One parcel, or one message with what is digital.
struct Dispatch {
    DispatchId id;
    PledgeId pledge;
    Instant at;
    QString carrier;
    QString tracking;
    QString note;
    std::vector<DispatchedItem> items;
};

/// One item of a line's reward, with what of it was sent.
struct PledgedItem {
    int line = 0; ///< from 1
    int item = 0; ///< from 1
    RewardId reward;
    RewardItemKind kind = RewardItemKind::Merchandise;
    QString name;
    qint64 quantity = 0; ///< of the reward's times of the line's
    qint64 sent = 0;
    bool needsAddress = false;

    [[nodiscard]] qint64 open() const { return quantity - sent; }
};

/// Everything in a pledge that is sent, in the order of its lines: tickets are admitted instead and left out. @p rewardOf may answer null
/// for a reward that is gone.
[[nodiscard]] std::vector<PledgedItem> pledgedItems(const Pledge& pledge, const std::function<const Reward*(RewardId)>& rewardOf,
                                                    const std::vector<Dispatch>& dispatches);

/// Whether things of a pledge may leave the house: its campaign is funded and its money stands.
[[nodiscard]] bool maySend(const Pledge& pledge);

} // namespace encore::domain
