// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace encore::ui
{

class CameraSource;
class PictureSource;
class ScanSource;
class SerialSource;
class SignalPlayer;

/// The eyes, ears and voice of a desk. Owned by whoever made them, and outlive the screen; any may be absent.
struct DoorDevices {
    CameraSource* camera = nullptr;
    PictureSource* pictures = nullptr;
    ScanSource* keyboard = nullptr; ///< a scanner that types
    SerialSource* serial = nullptr;
    SignalPlayer* player = nullptr;
    std::vector<ScanSource*> others;

    /// All that hand over codes.
    [[nodiscard]] std::vector<ScanSource*> sources() const;
};

} // namespace encore::ui
