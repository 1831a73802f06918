// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes as libsodium takes them.

#include <sodium.h>

#include <QByteArray>

namespace encore::store
{

inline void readySodium()
{
    const int ready = sodium_init();
    Q_ASSERT(ready >= 0);
    Q_UNUSED(ready)
}

inline unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

inline const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

} // namespace encore::store
