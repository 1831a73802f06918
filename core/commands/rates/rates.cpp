// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/rates/rates.h"

#include "answer.h"
#include "store/campaigns.h"

#include <algorithm>

template<>
std::span<const encore::domain::EnumName<encore::commands::RateName>> encore::domain::enumNames()
{
    using R = commands::RateName;
    static constexpr EnumName<R> names[] = {{R::PlatformFee, "platform_fee"},
                                            {R::ProviderFee, "provider_fee"},
                                            {R::MinimumPledge, "minimum_pledge_krw"},
                                            {R::ChargeDays, "charge_days"},
                                            {R::OrderHold, "order_hold_ms"},
                                            {R::PayLater, "pay_later_ms"},
                                            {R::PayLaterBeforeDoors, "pay_later_before_doors_ms"},
                                            {R::BusinessDayStarts, "business_day_starts_ms"},
                                            {R::BoxOfficeRefund, "box_office_refund"}};
    return names;
}

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

struct Bounds {
    qint64 least;
    qint64 most;
    const char* unit;
};

Bounds boundsOf(RateName rate)
{
    constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
    switch (rate) {
    case RateName::PlatformFee:
    case RateName::ProviderFee:
        return {0, 5'000, "basis_points"}; // half of what was paid is a mistake of typing
    case RateName::MinimumPledge:
        return {1, 1'000'000, "krw"};
    case RateName::ChargeDays:
        return {1, 60, "days"};
    case RateName::OrderHold:
        return {60'000, dayMs, "milliseconds"};
    case RateName::PayLater:
    case RateName::PayLaterBeforeDoors:
        return {0, 30 * dayMs, "milliseconds"};
    case RateName::BusinessDayStarts:
        return {0, dayMs - 1, "milliseconds"};
    case RateName::BoxOfficeRefund:
        return {0, domain::mostMinorUnits, "minor_units"};
    }
    Q_UNREACHABLE();
}

} // namespace

Result<RateMade> SetRate::execute(const Context& context, store::UnitOfWork& work) const
{
    const Bounds bounds = boundsOf(rate);
    if (value < bounds.least || value > bounds.most) {
        return error(ErrorCode::Invalid, message("rate.out_of_range")
                                             .with("rate", domain::enumText(rate))
                                             .with("least", bounds.least)
                                             .with("most", bounds.most)
                                             .with("unit", QLatin1String(bounds.unit)));
    }
    const domain::Instant from = validFrom.value_or(context.occurredAt);
    if (from < context.occurredAt)
        return error(ErrorCode::Refused, message("rate.past"));
    store::CampaignWriter(work).putRate(domain::enumText(rate), from, value);
    return RateMade{rate, from};
}

qint64 boxOfficeRefundLimit(store::Reader& reader, domain::Instant at)
{
    qint64 limit = usualBoxOfficeRefund;
    for (const store::RateRow& row : store::CampaignReader(reader).rates()) { // the last that has begun
        if (row.name == domain::enumText(RateName::BoxOfficeRefund) && row.validFrom <= at)
            limit = row.value;
    }
    return limit;
}

Result<std::vector<Rates::Row>> Rates::ask(const QueryContext& context) const
{
    store::CampaignReader campaigns(context.reader);
    const auto rowOf = [](RateName rate, domain::Instant from, qint64 value) {
        return Row{rate, from, value, QString::fromLatin1(boundsOf(rate).unit), false};
    };
    std::vector<Row> rows{rowOf(RateName::BoxOfficeRefund, domain::Instant{0}, usualBoxOfficeRefund)};
    for (const store::RateRow& row : campaigns.rates()) {
        if (const auto rate = domain::enumFromText<RateName>(row.name))
            rows.push_back(rowOf(*rate, row.validFrom, row.value));
    }
    for (Row& row : rows) { // of each name the last that has begun
        const bool isLast = std::none_of(rows.begin(), rows.end(), [&](const Row& other) {
            return other.rate == row.rate && other.validFrom > row.validFrom && other.validFrom <= context.now;
        });
        row.holdsNow = row.validFrom <= context.now && isLast;
    }
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
