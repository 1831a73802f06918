// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorcase.h"

#include <QStringList>

namespace encore::ui
{

/// A verdict put into words, ready to be painted: what a steward sees, from the largest to the smallest.
struct VerdictFace {
    door::Signal signal = door::Signal::Go; ///< the icon
    door::Signal colours = door::Signal::Go; ///< an unlisted ticket goes in amber
    QString word;
    QString holder;
    QString place; ///< seat and product
    QString group; ///< how many of them are inside
    QString performance;
    QStringList notes; ///< age, attention, unlisted: things to look at
    QString explanation;
    QString reason; ///< small
    QString banner; ///< across the top: this is only a look, or this was an override
    QString footnote; ///< the same ticket was held up again

    /// For the ear: speech and screen readers.
    [[nodiscard]] QString spoken() const;
    [[nodiscard]] QString accessibleText() const;
};

/// What is said when the ticket shown is held up again.
[[nodiscard]] QString seenAgainText(const DoorCase& guest);
[[nodiscard]] VerdictFace faceOf(const DoorCase& guest, bool hideNames, const domain::EventZone& zone);

} // namespace encore::ui
