// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace encore::door
{

/// Whether it is an officially assigned code of ISO 3166-1 alpha-2, in capitals. (QLocale also knows codes that are none.)
[[nodiscard]] bool isCountry(const QString& code);

} // namespace encore::door
