// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <vector>

namespace encore::support
{

/// What was done to a code before somebody took a picture of it. Zero is always "nothing".
struct Hardship {
    int length = 240; ///< characters of the code, 6 to 311
    double module = 5; ///< pixels per module in the picture
    double degrees = 0; ///< rotation
    double tilt = 0; ///< perspective: how much the far edge is shorter, 0 to 0.5
    double curve = 0; ///< bent around an upright cylinder: half of the arc it covers, in radians, 0 to 1.3
    double wave = 0; ///< crumpled: amplitude in modules
    double blur = 0; ///< sigma of a Gaussian, in pixels
    double motion = 0; ///< length of a horizontal motion blur, in pixels
    double contrast = 1; ///< 1: black on white, 0.05: nearly nothing
    double shade = 0; ///< darkness falling over the picture from one side, 0 to 1
    double glare = 0; ///< a white spot: its radius as part of the code's side
    double moire = 0; ///< depth of a screen's pixel grid, 0 to 1
    double noise = 0; ///< sigma in grey levels
    int jpeg = 0; ///< quality of a JPEG round trip; 0: none
    double blot = 0; ///< part of the area under ink blots, 0 to 0.2
    double torn = 0; ///< a missing corner: its leg as part of the side
    int scratches = 0; ///< white lines across
    bool inverted = false;
};

struct HardPicture {
    QByteArray name;
    QImage image; ///< Grayscale8
    QString text;
};

/// A text like a ticket's, by a number: `ENC1:` and alphanumeric characters.
[[nodiscard]] QString ticketLikeText(int number, int length);

/// One picture, the same in every run.
[[nodiscard]] HardPicture hardPicture(const QByteArray& name, int number, const Hardship& hardship);

/// How many pictures the whole set has, and one of them; made on demand, because together they are large.
[[nodiscard]] int hardPictureCount();
[[nodiscard]] HardPicture hardPicture(int index);

} // namespace encore::support
