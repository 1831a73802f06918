// SPDX-License-Identifier: GPL-3.0-or-later
#include "base45.h"

#include <array>

namespace encore::ticket
{
namespace
{
constexpr char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr int base = 45;
static_assert(sizeof(alphabet) == base + 1);

constexpr std::array<qint8, 128> digitValues()
{
    std::array<qint8, 128> values{};
    values.fill(-1);
    for (int value = 0; value < base; ++value)
        values[uchar(alphabet[value])] = qint8(value);
    return values;
}

int digitValue(QChar character)
{
    static constexpr std::array<qint8, 128> values = digitValues();
    return character.unicode() < values.size() ? values[character.unicode()] : -1;
}

} // namespace

QString encodeBase45(const QByteArray& bytes)
{
    QString text;
    text.reserve((bytes.size() + 1) / 2 * 3);
    const auto append = [&text](int number, int digits) {
        for (; digits > 0; --digits, number /= base)
            text += QLatin1Char(alphabet[number % base]);
    };
    qsizetype at = 0;
    for (; at + 1 < bytes.size(); at += 2)
        append(quint8(bytes.at(at)) * 256 + quint8(bytes.at(at + 1)), 3);
    if (at < bytes.size())
        append(quint8(bytes.at(at)), 2);
    return text;
}

std::optional<QByteArray> decodeBase45(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (qsizetype at = 0; at < text.size(); at += 3) {
        const QStringView group = text.mid(at, 3);
        if (group.size() == 1)
            return std::nullopt;
        int number = 0;
        for (qsizetype digit = group.size() - 1; digit >= 0; --digit) {
            const int value = digitValue(group.at(digit));
            if (value < 0)
                return std::nullopt;
            number = number * base + value;
        }
        if (number > (group.size() == 3 ? 0xffff : 0xff))
            return std::nullopt;
        if (group.size() == 3)
            bytes.append(char(number >> 8));
        bytes.append(char(number & 0xff));
    }
    return bytes;
}

} // namespace encore::ticket
