// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hardset.h"

// The table of the hard set. Each family goes from what any reader manages to what none does, so that a reader that
// gets better or worse shows it somewhere.

namespace encore::support
{
namespace
{
struct Row {
    QByteArray name;
    Hardship hardship;
};

template <class Value>
void family(
    std::vector<Row>& rows, const char* name, Hardship base, Value Hardship::*member, const std::vector<Value>& values)
{
    for (const Value value : values) {
        base.*member = value;
        rows.push_back({QByteArray(name) + ' ' + QByteArray::number(double(value)), base});
    }
}

void turnedAndBent(std::vector<Row>& rows)
{
    family(rows, "turned", {.module = 4}, &Hardship::degrees,
        {7, 15, 22, 30, 37, 45, 52, 60, 75, 90, 120, 135, 180, 200, 330});
    family(rows, "turned, small", {.module = 2.5}, &Hardship::degrees, {10, 20, 30, 45, 60, 70});
    family(rows, "tilted", {}, &Hardship::tilt, {0.15, 0.3, 0.45, 0.6, 0.75, 0.9});
    family(rows, "tilted and turned", {.degrees = 25}, &Hardship::tilt, {0.15, 0.3, 0.45, 0.6, 0.75});
    family(rows, "curved", {}, &Hardship::curve, {0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1});
    family(rows, "curved, turned a quarter", {.degrees = 90}, &Hardship::curve, {0.4, 0.6, 0.75, 0.9, 1.05});
    family(rows, "curved and turned", {.degrees = 20}, &Hardship::curve, {0.4, 0.55, 0.7, 0.85});
    family(rows, "crumpled", {.module = 4}, &Hardship::wave, {0.3, 0.6, 0.9, 1.2, 1.5, 2.0});
}

void unsharp(std::vector<Row>& rows)
{
    family(rows, "small", {}, &Hardship::module, {3.0, 2.6, 2.3, 2.0, 1.8, 1.6, 1.5, 1.4, 1.3});
    family(rows, "small, short code", {.length = 205}, &Hardship::module, {2.2, 1.9, 1.7, 1.5, 1.4});
    family(rows, "small, long code", {.length = 290}, &Hardship::module, {2.2, 1.9, 1.7, 1.5, 1.4});
    family(rows, "blurred", {.module = 4}, &Hardship::blur, {0.8, 1.2, 1.6, 2.0, 2.3, 2.6, 3.0});
    family(rows, "blurred, large", {.module = 8}, &Hardship::blur, {2.0, 3.0, 4.0, 4.7, 5.4});
    family(rows, "blurred, small", {.module = 2.5}, &Hardship::blur, {0.6, 0.9, 1.2, 1.5});
    family(rows, "moved", {.module = 4}, &Hardship::motion, {3, 5, 7, 9});
}

void badlyLit(std::vector<Row>& rows)
{
    family(rows, "pale", {.module = 4}, &Hardship::contrast, {0.3, 0.2, 0.15, 0.1, 0.08, 0.06, 0.04});
    family(rows, "pale and noisy", {.module = 4, .noise = 4}, &Hardship::contrast, {0.3, 0.2, 0.15, 0.1, 0.08});
    family(rows, "shaded", {.module = 4}, &Hardship::shade, {0.4, 0.6, 0.8, 0.9, 0.95});
    family(rows, "shaded and pale", {.module = 4, .contrast = 0.3}, &Hardship::shade, {0.4, 0.6, 0.8, 0.9});
    family(rows, "glaring", {.module = 4}, &Hardship::glare, {0.1, 0.2, 0.3, 0.4, 0.5, 0.6});
    family(rows, "glaring and pale", {.module = 4, .contrast = 0.4}, &Hardship::glare, {0.1, 0.2, 0.3, 0.4});
    family(rows, "inverted", {.inverted = true}, &Hardship::module, {5.0, 3.0, 2.2, 1.8});
    family(rows, "inverted and pale", {.module = 4, .inverted = true}, &Hardship::contrast, {0.3, 0.15, 0.08});
    family(rows, "inverted and turned", {.module = 4, .inverted = true}, &Hardship::degrees, {20, 45, 70});
}

void spoilt(std::vector<Row>& rows)
{
    family(rows, "blotted", {.module = 4}, &Hardship::blot, {0.02, 0.04, 0.06, 0.08, 0.1, 0.12});
    family(rows, "torn", {.module = 4}, &Hardship::torn, {0.15, 0.25, 0.3, 0.35, 0.4});
    family(rows, "scratched", {.module = 4}, &Hardship::scratches, {2, 4, 6, 8, 10});
    family(rows, "noisy", {.module = 4}, &Hardship::noise, {20, 40, 60, 80, 100, 120});
    family(rows, "noisy, large", {.module = 8}, &Hardship::noise, {80, 120, 160, 200});
    family(rows, "screen", {.module = 4}, &Hardship::moire, {0.3, 0.5, 0.7, 0.85, 0.95});
    family(rows, "screen, small", {.module = 2.6}, &Hardship::moire, {0.2, 0.35, 0.5, 0.65});
    family(rows, "screen, turned", {.module = 3.3, .degrees = 12}, &Hardship::moire, {0.3, 0.5, 0.7, 0.85});
    family(rows, "jpeg", {.module = 3}, &Hardship::jpeg, {50, 30, 20, 12, 8, 5});
}

void combined(std::vector<Row>& rows)
{
    family(rows, "blurred, turned, pale", {.module = 4, .degrees = 33, .contrast = 0.3}, &Hardship::blur,
        {0.8, 1.3, 1.8, 2.2});
    family(rows, "tilted, shaded, noisy", {.module = 4, .tilt = 0.4, .shade = 0.7}, &Hardship::noise, {10, 20, 30, 45});
    family(rows, "curved, blurred, glaring", {.module = 4, .blur = 1, .glare = 0.2}, &Hardship::curve,
        {0.3, 0.5, 0.7, 0.85});
    family(
        rows, "blotted, turned, noisy", {.module = 4, .degrees = 50, .noise = 20}, &Hardship::blot, {0.02, 0.04, 0.06});
    family(rows, "telephone photo", {.module = 3, .degrees = 8, .tilt = 0.2, .blur = 0.9, .shade = 0.4, .noise = 8},
        &Hardship::jpeg, {60, 35, 20, 12});
    family(rows, "screen photo", {.module = 3.4, .degrees = 5, .tilt = 0.15, .blur = 0.7, .noise = 6, .jpeg = 50},
        &Hardship::moire, {0.3, 0.5, 0.7});
    family(rows, "crumpled, small, noisy", {.module = 3, .noise = 12}, &Hardship::wave, {0.4, 0.8, 1.2});
    family(rows, "inverted, blurred, noisy", {.module = 4, .noise = 12, .inverted = true}, &Hardship::blur,
        {0.8, 1.4, 2.0});
}

/// Codes of other sellers hold a short secret only: fewer, and so larger modules.
void shortSecrets(std::vector<Row>& rows)
{
    const Hardship secret{.length = 32};
    const auto with = [&](auto member, auto value) {
        Hardship hardship = secret;
        hardship.*member = value;
        return hardship;
    };
    family(rows, "secret, small", secret, &Hardship::module, {2.0, 1.6, 1.4, 1.25, 1.1});
    family(rows, "secret, turned", with(&Hardship::module, 2.5), &Hardship::degrees, {15, 30, 45, 60});
    family(rows, "secret, tilted", secret, &Hardship::tilt, {0.4, 0.7, 0.9, 1.1});
    family(rows, "secret, curved", secret, &Hardship::curve, {0.5, 0.8, 1.0, 1.2});
    family(rows, "secret, crumpled", secret, &Hardship::wave, {0.4, 0.8, 1.2, 1.6});
    family(rows, "secret, blurred", secret, &Hardship::blur, {2.0, 3.0, 3.5, 4.0});
    family(rows, "secret, noisy", secret, &Hardship::noise, {60, 100, 140});
    family(rows, "secret, blotted", secret, &Hardship::blot, {0.03, 0.06, 0.1});
    family(rows, "secret, screen", with(&Hardship::blur, 1.0), &Hardship::moire, {0.6, 0.8, 0.95});
}

const std::vector<Row>& table()
{
    static const std::vector<Row> rows = [] {
        std::vector<Row> all;
        turnedAndBent(all);
        unsharp(all);
        badlyLit(all);
        spoilt(all);
        combined(all);
        shortSecrets(all);
        return all;
    }();
    return rows;
}

} // namespace

int hardPictureCount()
{
    return int(table().size());
}

HardPicture hardPicture(int index)
{
    const Row& row = table().at(size_t(index));
    return hardPicture(row.name, index, row.hardship);
}

} // namespace encore::support
