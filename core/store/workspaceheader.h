// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace encore::store
{

/// "ENCR", in the header of every workspace (sqlite.org/fileformat2.html, offset 68).
inline constexpr quint32 applicationId = 0x454e4352;

/// Looks at the first 100 bytes only, so that a file that is not ours is never opened for writing.
[[nodiscard]] domain::Status checkWorkspaceHeader(const QString& path);

} // namespace encore::store
