// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace encore::ui
{

/// What a key types on a US keyboard, which is what a scanner believes it is plugged into unless somebody configured
/// it.
/// @p scanCode: Linux evdev code (linux/input-event-codes.h), for these keys the same as PC scan code set 1. Null:
/// types nothing.
[[nodiscard]] QChar usCharacter(quint32 scanCode, bool shift);

/// Decides between the text as the system's keyboard layout made it and the text by US scan codes.
class LayoutRepair
{
public:
    /// @p byScanCode is empty where not every key had a scan code.
    [[nodiscard]] QString choose(const QString& asTyped, const QString& byScanCode);

private:
    // A text of letters alone does not show its layout; then what an earlier code of the same scanner showed goes on.
    std::optional<bool> m_repairs;
};

} // namespace encore::ui
