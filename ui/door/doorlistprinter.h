// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"

class QPagedPaintDevice;

namespace encore::ui
{

/// The list to tick with a pen where everything else fails.
struct DoorListSheet {
    QString title;
    QString printedAt;
    std::vector<commands::DoorList::Row> rows;
};

/// Paints the sheet page by page, each with its heading and "page x of y"; the number of pages is returned, 0 if it cannot print.
[[nodiscard]] int printDoorList(const DoorListSheet& sheet, QPagedPaintDevice& device);

} // namespace encore::ui
