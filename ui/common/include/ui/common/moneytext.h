// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/time.h"

#include <optional>

namespace encore::ui
{

/// An amount for people, in the language on the screen: ₩12,345 or 12,345원; other currencies with their letters.
[[nodiscard]] QString moneyText(qint64 minor, const domain::Currency& currency);
[[nodiscard]] QString moneyText(qint64 minor, const QString& currencyCode);

/// A moment for people: date and time of the given zone, as the language writes them.
[[nodiscard]] QString momentText(domain::Instant instant, const domain::EventZone& zone);
[[nodiscard]] QString momentText(domain::Instant instant, const QString& zoneName);
[[nodiscard]] QString shortMomentText(domain::Instant instant, const QString& zoneName); ///< for columns: YYYY-MM-DD HH:MM in every language

/// What a person typed as date and time of the zone: YYYY-MM-DD HH:MM (the time may be left out: midnight).
[[nodiscard]] std::optional<domain::Instant> momentFrom(const QString& text, const QString& zoneName);
/// The same form, for a field that is edited.
[[nodiscard]] QString editableMoment(domain::Instant instant, const QString& zoneName);

} // namespace encore::ui
