// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is sold and when it takes place: products, performances, questions, issuers. Every value carries its id and, as `label`,
// the text by which the outside calls it (at most 64 characters, unique per kind); outputs show the label.

#include "domain/id.h"
#include "domain/time.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace encore::domain
{

struct Variation {
    VariationId id;
    QString label;
    ProductId productId;
    QString name;

    friend bool operator==(const Variation&, const Variation&) = default;
};

struct Product {
    ProductId id;
    QString label;
    QString name;
    bool attention = false; ///< the steward should look twice (an id card, a child)
    std::vector<Variation> variations;

    friend bool operator==(const Product&, const Product&) = default;
};

struct Performance {
    PerformanceId id;
    QString label;
    QString title;
    std::optional<Instant> doorsAt;
    std::optional<Instant> startsAt;
    std::optional<Instant> endsAt;
    EventZone zone = EventZone::utc();
    std::optional<int> ageRating; ///< years; shown at the door

    friend bool operator==(const Performance&, const Performance&) = default;
};

enum class QuestionKind { Text, Number, Boolean, Choice, Choices, Date, Time, DateTime, Email, Phone, Country };

struct QuestionOption {
    QString label;
    QString text;

    friend bool operator==(const QuestionOption&, const QuestionOption&) = default;
};

struct Question {
    QuestionId id;
    QString label;
    QString text; ///< what to ask; empty where the bundle has none
    QuestionKind kind = QuestionKind::Text;
    bool required = false;
    bool askAtDoor = false;
    std::optional<std::vector<ProductId>> productIds; ///< absent: every product
    std::vector<QuestionOption> options;

    friend bool operator==(const Question&, const Question&) = default;
};

enum class IssuerKind { Encore, PretixSig1 };

/// Somebody whose signature on a ticket code this workspace accepts.
struct Issuer {
    IssuerId id;
    QString label;
    IssuerKind kind = IssuerKind::Encore;
    QByteArray publicKey; ///< raw Ed25519, 32 bytes
    std::map<QString, ProductId> products; ///< the issuer's product number or id → ours
    std::map<QString, PerformanceId> performances;

    friend bool operator==(const Issuer&, const Issuer&) = default;
};

} // namespace encore::domain
