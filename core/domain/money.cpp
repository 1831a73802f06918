// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace encore::domain
{

namespace
{

struct Decimals {
    const char* code;
    int decimals;
};

// Those that do not have two.
constexpr Decimals unusualDecimals[]
    = {{"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3}, {"ISK", 0}, {"JOD", 3}, {"JPY", 0}, {"KMF", 0},
       {"KRW", 0}, {"KWD", 3}, {"LYD", 3}, {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3}, {"UGX", 0}, {"UYI", 0}, {"UYW", 4}, {"VND", 0},
       {"VUV", 0}, {"XAF", 0}, {"XOF", 0}, {"XPF", 0}};

Error outOfRange()
{
    return error(ErrorCode::Invalid, message("money.overflow").with("most", QString::number(mostMinorUnits)));
}

Result<qint64> inRange(__int128 amount)
{
    if (amount > mostMinorUnits || amount < -mostMinorUnits)
        return outOfRange();
    return qint64(amount);
}

/// The digits of the part before the point without their grouping; nothing where it is not a number.
std::optional<QString> wholeDigits(const QString& text)
{
    const QStringList groups = text.split(u',');
    QString digits;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QString& group = groups.at(i);
        const bool isDigits = std::all_of(group.begin(), group.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        const bool fits = groups.size() == 1 || (i == 0 ? group.size() <= 3 : group.size() == 3);
        if (group.isEmpty() || !isDigits || !fits)
            return std::nullopt;
        digits += group;
    }
    return digits;
}

} // namespace

Result<Currency> Currency::fromCode(const QString& code)
{
    const bool isCode = code.size() == 3 && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    if (!isCode)
        return error(ErrorCode::Invalid, message("money.no_currency").with("text", code.left(16)));
    Currency currency;
    std::transform(code.begin(), code.end(), currency.m_code, [](QChar c) { return c.toLatin1(); });
    return currency;
}

Currency Currency::krw()
{
    return {};
}

int Currency::decimals() const
{
    const auto found = std::find_if(std::begin(unusualDecimals), std::end(unusualDecimals),
                                    [this](const Decimals& row) { return std::equal(m_code, m_code + 3, row.code); });
    return found == std::end(unusualDecimals) ? 2 : found->decimals;
}

Result<Money> add(const Money& left, const Money& right)
{
    if (!(left.currency == right.currency)) {
        return error(ErrorCode::Invalid,
                     message("money.mixed").with("left", left.currency.code()).with("right", right.currency.code()));
    }
    const Result<qint64> sum = addMinor(left.minor, right.minor);
    if (!sum)
        return sum.error();
    return Money{*sum, left.currency};
}

Result<qint64> addMinor(qint64 left, qint64 right)
{
    return inRange(__int128(left) + right);
}

Result<qint64> timesMinor(qint64 price, qint64 quantity)
{
    return inRange(__int128(price) * quantity);
}

Result<Money> parseMoney(const QString& text, const Currency& currency)
{
    const auto refuse = [&] { return error(ErrorCode::Invalid, message("money.not_a_number").with("text", text.left(32))); };
    QString rest = text.trimmed();
    const bool isNegative = rest.startsWith(u'-');
    if (isNegative)
        rest.remove(0, 1);
    const QStringList sides = rest.split(u'.');
    const auto whole = wholeDigits(sides.first());
    if (!whole || sides.size() > 2)
        return refuse();
    QString fraction;
    if (sides.size() == 2) {
        fraction = sides.at(1);
        const bool isDigits = std::all_of(fraction.begin(), fraction.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (fraction.isEmpty() || !isDigits)
            return refuse();
        if (fraction.size() > currency.decimals()) {
            return error(ErrorCode::Invalid,
                         message("money.fraction").with("text", text.left(32)).with("currency", currency.code()).with("decimals", currency.decimals()));
        }
    }
    const QString digits = *whole + fraction.leftJustified(currency.decimals(), u'0');
    if (digits.size() > 18) // more than any amount may have; qint64 takes 18 digits whatever they are
        return outOfRange();
    const Result<qint64> minor = inRange(isNegative ? -digits.toLongLong() : digits.toLongLong());
    if (!minor)
        return minor.error();
    return Money{*minor, currency};
}

QString plainText(const Money& money)
{
    const int decimals = money.currency.decimals();
    QString digits = QString::number(std::abs(money.minor)).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return money.minor < 0 ? QString(u'-' + digits) : digits;
}

qint64 roundHalfUp(__int128 numerator, qint64 denominator)
{
    Q_ASSERT(denominator > 0);
    const __int128 doubled = 2 * numerator + denominator;
    const __int128 divisor = __int128(2) * denominator;
    __int128 quotient = doubled / divisor;
    if (doubled % divisor < 0)
        --quotient; // C++ rounds towards zero; the rule wants the floor
    return qint64(quotient);
}

qint64 shareOf(qint64 amount, int basisPoints)
{
    Q_ASSERT(basisPoints >= 0 && basisPoints <= 10'000);
    return roundHalfUp(__int128(amount) * basisPoints, 10'000);
}

TaxedAmount vatInside(qint64 fee)
{
    const qint64 supply = roundHalfUp(__int128(fee) * 10, 11);
    return {supply, fee - supply};
}

TaxedAmount vatOnTop(qint64 supply)
{
    return {supply, roundHalfUp(supply, 10)};
}

std::vector<qint64> split(qint64 total, std::span<const qint64> weights)
{
    const __int128 sum = std::accumulate(weights.begin(), weights.end(), __int128(0));
    Q_ASSERT(std::all_of(weights.begin(), weights.end(), [](qint64 weight) { return weight >= 0; }));
    Q_ASSERT(sum > 0 || total == 0);
    std::vector<qint64> parts(weights.size(), 0);
    if (sum == 0)
        return parts;
    // A negative whole is the mirror of its positive twin, so that a reversal is the exact opposite.
    const qint64 sign = total < 0 ? -1 : 1;
    const __int128 whole = __int128(total) * sign;
    std::vector<__int128> remainders(weights.size());
    qint64 given = 0;
    for (size_t line = 0; line < weights.size(); ++line) {
        const __int128 product = whole * weights[line];
        parts[line] = qint64(product / sum);
        remainders[line] = product % sum;
        given += parts[line];
    }
    std::vector<size_t> order(weights.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t left, size_t right) { return remainders[left] > remainders[right]; });
    const auto missing = size_t(whole - given); // fewer than there are lines
    for (size_t i = 0; i < missing; ++i)
        ++parts[order[i]];
    for (qint64& part : parts)
        part *= sign;
    return parts;
}

} // namespace encore::domain
