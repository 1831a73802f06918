// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"

#include <QByteArray>

namespace encore::domain
{

/// Where randomness comes from, so that tests and simulations can replay it.
class RandomSource
{
public:
    RandomSource() = default;
    virtual ~RandomSource() = default;
    Q_DISABLE_COPY_MOVE(RandomSource)
    [[nodiscard]] virtual QByteArray bytes(qsizetype count) = 0;
};

class SystemRandom final : public RandomSource
{
public:
    [[nodiscard]] QByteArray bytes(qsizetype count) override;
};

/// A UUID version 7 (RFC 9562 §5.7): ordered by time, the rest random.
[[nodiscard]] QUuid makeUuidV7(Instant now, RandomSource& random);

[[nodiscard]] QByteArray sha256(const QByteArray& bytes);

} // namespace encore::domain
