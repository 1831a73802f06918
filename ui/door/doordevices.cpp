// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/doordevices.h"

#include "ui/door/camerasource.h"
#include "ui/door/picturesource.h"
#include "ui/door/serialsource.h"

namespace encore::ui
{

std::vector<ScanSource*> DoorDevices::sources() const
{
    std::vector<ScanSource*> sources = {camera, keyboard, serial, pictures};
    sources.insert(sources.end(), others.begin(), others.end());
    std::erase(sources, nullptr);
    return sources;
}

} // namespace encore::ui
