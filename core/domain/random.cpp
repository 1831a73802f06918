// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/random.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace encore::domain
{

QByteArray SystemRandom::bytes(qsizetype count)
{
    QByteArray result(count, Qt::Uninitialized);
    for (char& byte : result)
        byte = char(QRandomGenerator::system()->generate() & 0xff);
    return result;
}

QUuid makeUuidV7(Instant now, RandomSource& random)
{
    Q_ASSERT(now.ms >= 0);
    QByteArray bytes;
    for (int shift = 40; shift >= 0; shift -= 8)
        bytes.append(char((now.ms >> shift) & 0xff));
    bytes += random.bytes(10);
    bytes[6] = char((bytes.at(6) & 0x0f) | 0x70);
    bytes[8] = char((bytes.at(8) & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace encore::domain
