// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of an encore-bundle as they stand in the file (CONTRACTS §4). Ids here are the bundle's own texts.

#include "commands/codec/describe.h"

namespace encore::commands
{

using Labels = std::optional<std::vector<QString>>; ///< absent: all

struct BundleWorkspace {
    std::optional<QString> id;
    QString name;
    QString currency = QStringLiteral("KRW");
    QString timeZone = QStringLiteral("Asia/Seoul");
};

struct BundleVariation {
    QString id;
    QString name;
};

struct BundleProduct {
    QString id;
    QString name;
    bool attention = false;
    std::vector<BundleVariation> variations;
};

struct BundlePerformance {
    QString id;
    QString title;
    std::optional<domain::Instant> doorsAt;
    std::optional<domain::Instant> startsAt;
    std::optional<domain::Instant> endsAt;
    std::optional<QString> timeZone; ///< absent: the workspace's
    std::optional<int> ageRating;
};

struct BundleZone {
    QString id;
    QString name;
    std::optional<QString> parent;
    std::optional<int> capacity;
};

struct BundleGate {
    QString id;
    QString name;
    Labels performanceIds;
    Labels productIds;
    std::optional<QString> zone;
    bool includeUnpaid = false;
    domain::EntryPolicy entry = domain::EntryPolicy::Once;
    std::optional<RawJson> rules;
    bool addonMatch = false;
    std::optional<int> capacity;
    bool admitUnlisted = true;
};

struct BundleOption {
    QString id;
    QString text;
};

struct BundleQuestion {
    QString id;
    QString text;
    domain::QuestionKind kind = domain::QuestionKind::Text;
    bool required = false;
    bool askAtDoor = false;
    Labels productIds;
    std::vector<BundleOption> options;
};

struct BundleBuyer {
    std::optional<QString> name;
    std::optional<QString> email;
};

struct BundleTicket {
    QString id;
    std::optional<QString> secret;
    QString productId;
    std::optional<QString> variationId;
    std::optional<QString> performanceId;
    std::optional<QString> holderName;
    std::optional<QString> holderEmail;
    std::optional<QString> seat;
    domain::TicketStatus status = domain::TicketStatus::Valid;
    bool blocked = false;
    bool revoked = false;
    std::optional<domain::Instant> validFrom;
    std::optional<domain::Instant> validUntil;
    bool attention = false;
    std::optional<QString> addonOf;
    std::optional<std::map<QString, QString>> answers;
};

struct BundleOrder {
    QString id;
    domain::OrderStatus status = domain::OrderStatus::Paid;
    bool requiresApproval = false;
    bool admitWhileUnpaid = false;
    bool isGroup = false;
    std::optional<BundleBuyer> buyer;
    std::vector<BundleTicket> tickets;
};

struct BundleIssuer {
    QString id;
    domain::IssuerKind kind = domain::IssuerKind::Encore;
    QString publicKey; ///< base64 of the raw key, or PEM
    std::optional<std::map<QString, QString>> productMap;
    std::optional<std::map<QString, QString>> performanceMap;
};

struct BundleScan {
    QString ticketId;
    QString gateId;
    domain::Direction direction = domain::Direction::Entry;
    domain::Instant at;
    QString device;
    bool listed = true; ///< false: of a verified code whose ticket nobody here has
};

inline constexpr qsizetype longestName = 300; ///< characters of a name, title or e-mail
inline constexpr qsizetype longestSecret = 4096;

template<>
struct Descriptor<BundleWorkspace> {
    static auto fields()
    {
        using T = BundleWorkspace;
        return std::tuple(field("id", &T::id, "absent: the importing workspace's own"),
                          field("name", &T::name, "").absentMeansDefault().atMost(longestName),
                          field("currency", &T::currency, "ISO 4217").absentMeansDefault().atMost(3),
                          field("time_zone", &T::timeZone, "IANA name").absentMeansDefault().atMost(64));
    }
};

template<>
struct Descriptor<BundleVariation> {
    static auto fields()
    {
        using T = BundleVariation;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("name", &T::name, "").atMost(longestName));
    }
};

template<>
struct Descriptor<BundleProduct> {
    static auto fields()
    {
        using T = BundleProduct;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("name", &T::name, "").atMost(longestName),
                          field("attention", &T::attention, "the steward should look twice").absentMeansDefault(),
                          field("variations", &T::variations, "").absentMeansDefault());
    }
};

template<>
struct Descriptor<BundlePerformance> {
    static auto fields()
    {
        using T = BundlePerformance;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("title", &T::title, "").atMost(longestName),
                          field("doors_at", &T::doorsAt, ""), field("starts_at", &T::startsAt, ""), field("ends_at", &T::endsAt, ""),
                          field("time_zone", &T::timeZone, "IANA name; absent: the workspace's"),
                          field("age_rating", &T::ageRating, "years"));
    }
};

template<>
struct Descriptor<BundleZone> {
    static auto fields()
    {
        using T = BundleZone;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("name", &T::name, "").atMost(longestName),
                          field("parent", &T::parent, "the zone around this one"), field("capacity", &T::capacity, "people"));
    }
};

template<>
struct Descriptor<BundleGate> {
    static auto fields()
    {
        using T = BundleGate;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("name", &T::name, "").atMost(longestName),
                          field("performance_ids", &T::performanceIds, "null: all"), field("product_ids", &T::productIds, "null: all"),
                          field("zone", &T::zone, "null: a zone of its own"),
                          field("include_unpaid", &T::includeUnpaid, "").absentMeansDefault(),
                          field("entry", &T::entry, "").absentMeansDefault(), field("rules", &T::rules, "JsonLogic"),
                          field("addon_match", &T::addonMatch, "").absentMeansDefault(),
                          field("capacity", &T::capacity, "people who came in here and are still inside"),
                          field("admit_unlisted", &T::admitUnlisted, "").absentMeansDefault());
    }
};

template<>
struct Descriptor<BundleOption> {
    static auto fields()
    {
        using T = BundleOption;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("text", &T::text, "").atMost(longestName));
    }
};

template<>
struct Descriptor<BundleQuestion> {
    static auto fields()
    {
        using T = BundleQuestion;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength),
                          field("text", &T::text, "what to ask").absentMeansDefault().atMost(1000), field("kind", &T::kind, ""),
                          field("required", &T::required, "").absentMeansDefault(),
                          field("ask_at_door", &T::askAtDoor, "").absentMeansDefault(),
                          field("product_ids", &T::productIds, "null: all"), field("options", &T::options, "").absentMeansDefault());
    }
};

template<>
struct Descriptor<BundleBuyer> {
    static auto fields() { return std::tuple(field("name", &BundleBuyer::name, ""), field("email", &BundleBuyer::email, "")); }
};

template<>
struct Descriptor<BundleTicket> {
    static auto fields()
    {
        using T = BundleTicket;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("secret", &T::secret, "what its code says, word for word"),
                          field("product_id", &T::productId, ""), field("variation_id", &T::variationId, ""),
                          field("performance_id", &T::performanceId, ""), field("holder_name", &T::holderName, ""),
                          field("holder_email", &T::holderEmail, ""), field("seat", &T::seat, ""),
                          field("status", &T::status, "").absentMeansDefault(), field("blocked", &T::blocked, "").absentMeansDefault(),
                          field("revoked", &T::revoked, "").absentMeansDefault(), field("valid_from", &T::validFrom, "inclusive"),
                          field("valid_until", &T::validUntil, "inclusive"), field("attention", &T::attention, "").absentMeansDefault(),
                          field("addon_of", &T::addonOf, "the ticket this one belongs to"),
                          field("answers", &T::answers, "by question id"));
    }
};

template<>
struct Descriptor<BundleOrder> {
    static auto fields()
    {
        using T = BundleOrder;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("status", &T::status, ""),
                          field("requires_approval", &T::requiresApproval, "").absentMeansDefault(),
                          field("admit_while_unpaid", &T::admitWhileUnpaid, "").absentMeansDefault(),
                          field("group", &T::isGroup, "any code of it stands for the next of its people").absentMeansDefault(),
                          field("buyer", &T::buyer, ""),
                          field("tickets", &T::tickets, "").absentMeansDefault());
    }
};

template<>
struct Descriptor<BundleIssuer> {
    static auto fields()
    {
        using T = BundleIssuer;
        return std::tuple(field("id", &T::id, "").notEmpty().atMost(domain::maxExternalIdLength), field("kind", &T::kind, ""),
                          field("public_key", &T::publicKey, "base64 of the raw 32 bytes, or PEM"),
                          field("product_map", &T::productMap, "the issuer's product → ours"),
                          field("performance_map", &T::performanceMap, "the issuer's date → our performance"));
    }
};

template<>
struct Descriptor<BundleScan> {
    static auto fields()
    {
        using T = BundleScan;
        return std::tuple(field("ticket_id", &T::ticketId, ""), field("gate_id", &T::gateId, ""), field("direction", &T::direction, ""),
                          field("at", &T::at, ""), field("device", &T::device, "").absentMeansDefault().atMost(longestName),
                          field("listed", &T::listed, "false: of a verified code whose ticket is not here").absentMeansDefault());
    }
};

} // namespace encore::commands
