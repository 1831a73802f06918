// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigntab.h"

#include "ui/common/languageswitcher.h"

namespace encore::ui
{

void CampaignTab::tellRefused(const domain::Error& error)
{
    Q_EMIT refused(inWords(error.message));
}

} // namespace encore::ui
