// SPDX-License-Identifier: GPL-3.0-or-later
#include "signature.h"

#include <sodium.h>

#include <array>

namespace encore::ticket
{
namespace
{
static_assert(seedLength == crypto_sign_SEEDBYTES);
static_assert(publicKeyLength == crypto_sign_PUBLICKEYBYTES);
static_assert(signatureLength == crypto_sign_BYTES);

void prepareSodium()
{
    // sodium_init may be called by several threads and several times; it fails only where the system has no randomness.
    static const bool prepared = sodium_init() >= 0;
    if (!prepared)
        qFatal("libsodium cannot start");
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

/// The expanded secret, wiped when it goes out of sight.
class KeyPair
{
public:
    explicit KeyPair(const QByteArray& seed) : publicKey(publicKeyLength, Qt::Uninitialized)
    {
        Q_ASSERT(seed.size() == seedLength);
        prepareSodium();
        crypto_sign_seed_keypair(raw(publicKey), secret.data(), raw(seed));
    }
    ~KeyPair() { sodium_memzero(secret.data(), secret.size()); }
    Q_DISABLE_COPY_MOVE(KeyPair)

    QByteArray publicKey;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
};

} // namespace

QByteArray publicKeyOf(const QByteArray& seed)
{
    return KeyPair(seed).publicKey;
}

QByteArray signDetached(const QByteArray& message, const QByteArray& seed)
{
    const KeyPair pair(seed);
    QByteArray signature(signatureLength, Qt::Uninitialized);
    crypto_sign_detached(raw(signature), nullptr, raw(message), quint64(message.size()), pair.secret.data());
    return signature;
}

bool verifyDetached(const QByteArray& message, const QByteArray& signature, const QByteArray& publicKey)
{
    if (signature.size() != signatureLength || publicKey.size() != publicKeyLength)
        return false;
    prepareSodium();
    return crypto_sign_verify_detached(raw(signature), raw(message), quint64(message.size()), raw(publicKey)) == 0;
}

bool isPublicKey(const QByteArray& bytes)
{
    if (bytes.size() != publicKeyLength)
        return false;
    prepareSodium();
    return crypto_core_ed25519_is_valid_point(raw(bytes)) == 1;
}

} // namespace encore::ticket
