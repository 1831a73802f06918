// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Money is whole minor units of one currency (DOMAIN §1). There is no floating point near it, and what does not fit is an error.

#include "domain/result.h"

#include <QString>

#include <span>
#include <vector>

namespace encore::domain
{

/// An ISO 4217 currency, by its three letters.
class Currency
{
public:
    /// Three capital letters; whether such a currency exists is not asked, because new ones appear.
    [[nodiscard]] static Result<Currency> fromCode(const QString& code);
    [[nodiscard]] static Currency krw();

    [[nodiscard]] QString code() const { return QString::fromLatin1(m_code, 3); }
    /// Decimals of the minor unit: KRW and JPY 0, KWD 3, nearly all others 2. Source: ISO 4217:2015, list one (SIX, 2024-06).
    [[nodiscard]] int decimals() const;

    friend bool operator==(const Currency& left, const Currency& right)
    {
        return left.m_code[0] == right.m_code[0] && left.m_code[1] == right.m_code[1] && left.m_code[2] == right.m_code[2];
    }

private:
    char m_code[3] = {'K', 'R', 'W'};
};

struct Money {
    qint64 minor = 0; ///< minor units: won, cents
    Currency currency = Currency::krw();

    [[nodiscard]] Money negated() const { return {-minor, currency}; } // the least qint64 is never a Money: see inRange
    friend bool operator==(const Money&, const Money&) = default;
};

/// The most that any amount may be, either way: far beyond every price, and no sum of a million of them overflows.
inline constexpr qint64 mostMinorUnits = 1'000'000'000'000;

[[nodiscard]] Result<Money> add(const Money& left, const Money& right); ///< mixing currencies and overflow are errors
[[nodiscard]] Result<qint64> addMinor(qint64 left, qint64 right);
[[nodiscard]] Result<qint64> timesMinor(qint64 price, qint64 quantity);

/// Reads what a person typed: digits, with “,” between groups of three, and as many decimals as the currency has. A fraction where the
/// currency has none is refused, never rounded.
[[nodiscard]] Result<Money> parseMoney(const QString& text, const Currency& currency);
/// Digits and a point, no grouping and no sign of the currency: what files hold.
[[nodiscard]] QString plainText(const Money& money);

/// numerator / denominator, halves up (towards plus infinity). @p denominator > 0; the product of what is asked must fit 128 bits.
[[nodiscard]] qint64 roundHalfUp(__int128 numerator, qint64 denominator);
/// @p basisPoints hundredths of a percent of @p amount, rounded half up. The amount is within ±mostMinorUnits, the rate 0 to 10,000.
[[nodiscard]] qint64 shareOf(qint64 amount, int basisPoints);

/// A fee taken apart into what is supplied and the tax on it.
struct TaxedAmount {
    qint64 supply = 0;
    qint64 vat = 0;
    [[nodiscard]] qint64 total() const { return supply + vat; }
    friend bool operator==(const TaxedAmount&, const TaxedAmount&) = default;
};
/// VAT of 10 % inside @p fee: supply = round half up (fee · 10/11), the rest is VAT.
[[nodiscard]] TaxedAmount vatInside(qint64 fee);
/// VAT of 10 % on top of @p supply, rounded half up.
[[nodiscard]] TaxedAmount vatOnTop(qint64 supply);

/// @p total in parts in proportion to @p weights by the largest remainder, ties by the earlier line; the parts sum to the whole exactly.
/// No weight is negative and their sum is positive, or all parts are asked to be zero (total 0).
[[nodiscard]] std::vector<qint64> split(qint64 total, std::span<const qint64> weights);

} // namespace encore::domain
