// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hardset.h"

#include "raster/codeimage.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace encore::support
{
namespace
{
constexpr double paper = 6; ///< modules of white paper around the code
constexpr int samples = 3; ///< samples a pixel, each way

struct Disc {
    double x, y, radius;
};

/// Brightness by position, one value a pixel, 0 black to 1 white.
struct Plane {
    int side = 0;
    std::vector<float> values;
    [[nodiscard]] float& at(int x, int y) { return values[size_t(y) * size_t(side) + size_t(x)]; }
};

/// A number of 0 to 1 that is the same with every standard library (std::uniform_real_distribution is not).
class Chance
{
public:
    explicit Chance(int seed) : m_engine(quint32(seed) * 2654435761U + 12345U) { }
    [[nodiscard]] double next() { return double(m_engine()) / 4294967296.0; }
    /// The sum of twelve is near enough to a Gaussian of sigma 1.
    [[nodiscard]] double gauss()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += next();
        return sum;
    }

private:
    std::mt19937 m_engine;
};

/// The code lying in the world, asked by position in modules from its middle.
class Scene
{
public:
    Scene(const QImage& code, const Hardship& hardship, Chance& chance)
        : m_code(code.convertToFormat(QImage::Format_Grayscale8)), m_hardship(hardship), m_half(code.width() / 2.0)
    {
        const double side = code.width();
        double covered = 0;
        while (covered < hardship.blot * side * side) {
            const double radius = (0.02 + 0.04 * chance.next()) * side;
            m_blots.push_back({(chance.next() - 0.5) * side, (chance.next() - 0.5) * side, radius});
            covered += std::numbers::pi * radius * radius;
        }
        for (int i = 0; i < hardship.scratches; ++i)
            m_scratches.push_back(
                {(chance.next() - 0.5) * side, chance.next() * std::numbers::pi, 0.3 + 0.3 * chance.next()});
    }

    [[nodiscard]] double brightness(double x, double y) const
    {
        const double angle = m_hardship.degrees * std::numbers::pi / 180;
        double u = x * std::cos(angle) + y * std::sin(angle);
        double v = y * std::cos(angle) - x * std::sin(angle);
        const double depth = 1 + m_hardship.tilt * v / (2 * m_half);
        u /= depth;
        v /= depth;
        if (m_hardship.curve > 0) {
            const double radius = m_half / m_hardship.curve;
            if (std::abs(u) >= radius)
                return background(x, y);
            u = radius * std::asin(u / radius);
        }
        if (m_hardship.wave > 0) {
            v += m_hardship.wave * std::sin(u / m_half * 4.5 + 1);
            u += m_hardship.wave * 0.6 * std::sin(v / m_half * 3.7 + 2);
        }
        return onPaper(u, v, x, y);
    }

private:
    [[nodiscard]] double onPaper(double u, double v, double x, double y) const
    {
        const double leg = m_hardship.torn * 2 * m_half;
        const bool torn = leg > 0 && (m_half - u) + (m_half - v) < leg;
        if (torn || std::max(std::abs(u), std::abs(v)) > m_half + paper)
            return background(x, y);
        for (const Disc& scratch : m_scratches) {
            if (std::abs(u * std::sin(scratch.y) - v * std::cos(scratch.y) - scratch.x) < scratch.radius)
                return 1;
        }
        for (const Disc& blot : m_blots) {
            if (std::hypot(u - blot.x, v - blot.y) < blot.radius)
                return 0.1;
        }
        const int column = int(std::floor(u + m_half));
        const int row = int(std::floor(v + m_half));
        return m_code.valid(column, row) ? m_code.constScanLine(row)[column] / 255.0 : 1.0;
    }

    [[nodiscard]] double background(double x, double y) const
    {
        return 0.45 + 0.12 * std::sin(x * 0.13 + 1) * std::cos(y * 0.09) + 0.05 * std::sin(x * 0.7 + y * 0.5);
    }

    QImage m_code;
    Hardship m_hardship;
    double m_half;
    std::vector<Disc> m_blots;
    std::vector<Disc> m_scratches; ///< x: distance from the middle, y: direction, radius: half of the width
};

Plane photographed(const Scene& scene, int side, double module)
{
    Plane plane{side, std::vector<float>(size_t(side) * size_t(side))};
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            double sum = 0;
            for (int i = 0; i < samples * samples; ++i) {
                const double dx = (i % samples + 0.5) / samples - side / 2.0;
                const double dy = (double(i / samples) + 0.5) / samples - side / 2.0;
                sum += scene.brightness((x + dx) / module, (y + dy) / module);
            }
            plane.at(x, y) = float(sum / (samples * samples));
        }
    }
    return plane;
}

void smear(Plane& plane, const std::vector<double>& weights, bool alongRows)
{
    const Plane before = plane;
    const int reach = int(weights.size()) / 2;
    for (int y = 0; y < plane.side; ++y) {
        for (int x = 0; x < plane.side; ++x) {
            double sum = 0;
            for (int i = -reach; i <= reach; ++i) {
                const int column = std::clamp(alongRows ? x + i : x, 0, plane.side - 1);
                const int row = std::clamp(alongRows ? y : y + i, 0, plane.side - 1);
                sum += weights[size_t(i + reach)]
                    * double(before.values[size_t(row) * size_t(plane.side) + size_t(column)]);
            }
            plane.at(x, y) = float(sum);
        }
    }
}

void blur(Plane& plane, double sigma, double motion)
{
    const auto normalised = [](std::vector<double> weights) {
        double sum = 0;
        for (const double weight : weights)
            sum += weight;
        for (double& weight : weights)
            weight /= sum;
        return weights;
    };
    if (sigma > 0) {
        std::vector<double> weights;
        for (int i = -int(std::ceil(3 * sigma)); i <= int(std::ceil(3 * sigma)); ++i)
            weights.push_back(std::exp(-i * i / (2 * sigma * sigma)));
        weights = normalised(weights);
        smear(plane, weights, true);
        smear(plane, weights, false);
    }
    if (motion > 1)
        smear(plane, normalised(std::vector<double>(size_t(std::lround(motion)) | 1U, 1.0)), true);
}

void light(Plane& plane, const Hardship& hardship, double codeSide, Chance& chance)
{
    const double spotX = (0.35 + 0.3 * chance.next()) * plane.side;
    const double spotY = (0.35 + 0.3 * chance.next()) * plane.side;
    for (int y = 0; y < plane.side; ++y) {
        for (int x = 0; x < plane.side; ++x) {
            double value = 0.5 + (double(plane.at(x, y)) - 0.5) * hardship.contrast;
            value *= 1 - hardship.shade * x / plane.side;
            if (hardship.moire > 0) {
                const double grid = std::sin(x * 2.17 + 0.02 * y) * std::sin(y * 2.05 + 0.03 * x);
                value *= 1 - hardship.moire * (0.5 + 0.5 * grid);
            }
            if (hardship.glare > 0) {
                const double distance = std::hypot(x - spotX, y - spotY) / (hardship.glare * codeSide);
                value += 1.2 * std::exp(-distance * distance * 2);
            }
            plane.at(x, y) = float(value);
        }
    }
}

QImage developed(Plane& plane, const Hardship& hardship, Chance& chance)
{
    QImage image(plane.side, plane.side, QImage::Format_Grayscale8);
    for (int y = 0; y < plane.side; ++y) {
        for (int x = 0; x < plane.side; ++x) {
            double value = double(plane.at(x, y)) * 235 + 10;
            if (hardship.noise > 0)
                value += hardship.noise * chance.gauss();
            const int level = int(std::lround(std::clamp(value, 0.0, 255.0)));
            image.scanLine(y)[x] = uchar(hardship.inverted ? 255 - level : level);
        }
    }
    if (hardship.jpeg == 0)
        return image;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", hardship.jpeg);
    return QImage::fromData(bytes, "JPEG").convertToFormat(QImage::Format_Grayscale8);
}

} // namespace

QString ticketLikeText(int number, int length)
{
    static const QByteArray letters("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");
    std::mt19937 engine(quint32(number) + 99U);
    QByteArray text("ENC1:");
    while (text.size() < length)
        text += letters.at(qsizetype(engine() % 45U));
    return QString::fromLatin1(text);
}

HardPicture hardPicture(const QByteArray& name, int number, const Hardship& hardship)
{
    const QString text = ticketLikeText(number, hardship.length);
    const domain::Result<QImage> withQuiet = raster::qrImage(text, 1);
    Q_ASSERT(withQuiet.ok());
    const QImage code = withQuiet->copy(4, 4, withQuiet->width() - 8, withQuiet->height() - 8);
    Chance chance(number);
    const double codeSide = code.width() * hardship.module;
    const int side = int(std::ceil((code.width() + 2 * paper) * hardship.module * 1.35)) + 16;
    Plane plane = photographed(Scene(code, hardship, chance), side, hardship.module);
    blur(plane, hardship.blur, hardship.motion);
    light(plane, hardship, codeSide, chance);
    return {name, developed(plane, hardship, chance), text};
}

} // namespace encore::support
