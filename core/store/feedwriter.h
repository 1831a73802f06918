// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changecapture.h"
#include "store/unitofwork.h"

namespace encore::store
{

/// What the transaction changed, for the desks; @p logSequence of its last command.
void writeFeed(UnitOfWork& work, const ChangeCapture& capture, qint64 logSequence);
void writeDigests(Database& database, const ChangeCapture& capture);

} // namespace encore::store
