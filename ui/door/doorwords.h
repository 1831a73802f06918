// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorcase.h"
#include "ui/common/languageswitcher.h"

#include <QCoreApplication>
#include <QLocale>

namespace encore::ui
{

/// The words of the door, each said in one way only.
class DoorWords
{
    Q_DECLARE_TR_FUNCTIONS(encore::ui::DoorWords)

public:

    /// GO, ASK, HELP DESK, STOP, ALREADY.
    [[nodiscard]] static QString signal(door::Signal signal);
    /// The word to be shown large: GO reads OUT at an exit, VALID where nobody is admitted.
    [[nodiscard]] static QString headline(const DoorCase& guest);
    /// The precise reason in short, by its public name.
    [[nodiscard]] static QString reason(const QString& name);

    [[nodiscard]] static QString time(domain::Instant at, const domain::EventZone& zone);
    [[nodiscard]] static QString timeWithSeconds(domain::Instant at, const domain::EventZone& zone);
    [[nodiscard]] static QString dateAndTime(domain::Instant at, const domain::EventZone& zone);
    /// "B 7 · Standing", leaving out what is empty.
    [[nodiscard]] static QString joined(const QStringList& parts);
};

} // namespace encore::ui
