// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/random.h"
#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace encore::store
{

/// Keeps secrets where the desk keeps secrets: signing keys and, later, tokens. Never in silent plain text.
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    [[nodiscard]] virtual domain::Status write(const QString& name, const QByteArray& secret) = 0;
    /// NotFound where there is none of this name.
    [[nodiscard]] virtual domain::Result<QByteArray> read(const QString& name) = 0;
    [[nodiscard]] virtual domain::Status remove(const QString& name) = 0;
};

/// The keychain of the operating system (QtKeychain). Blocks while it is asked: for programs without a window, or other threads. Needs a
/// QCoreApplication.
class KeychainSecretStore final : public SecretStore
{
public:
    [[nodiscard]] domain::Status write(const QString& name, const QByteArray& secret) override;
    [[nodiscard]] domain::Result<QByteArray> read(const QString& name) override;
    [[nodiscard]] domain::Status remove(const QString& name) override;
    /// Whether a keychain answers at all; any failure means none.
    [[nodiscard]] static bool isAvailable();
};

/// A file sealed with a passphrase: argon2id makes the key, secretbox seals each secret (libsodium).
class SealedFileSecretStore final : public SecretStore
{
public:
    SealedFileSecretStore(QString path, QByteArray passphrase, domain::RandomSource& random);
    [[nodiscard]] domain::Status write(const QString& name, const QByteArray& secret) override;
    [[nodiscard]] domain::Result<QByteArray> read(const QString& name) override;
    [[nodiscard]] domain::Status remove(const QString& name) override;

private:
    struct Contents;
    [[nodiscard]] domain::Result<Contents> load();
    [[nodiscard]] domain::Status save(const Contents& contents);

    QString m_path;
    QByteArray m_passphrase;
    domain::RandomSource& m_random;
};

/// The keychain where one runs, else the file @p path sealed with @p passphrase. MissingKey where there is neither.
[[nodiscard]] domain::Result<std::unique_ptr<SecretStore>> openSecretStore(const QString& path, const QByteArray& passphrase,
                                                                           domain::RandomSource& random);

/// argon2id of a PIN or password, in libsodium's own text form; slow on purpose, so never in the window's thread.
[[nodiscard]] QString hashPassword(const QString& password);
[[nodiscard]] bool passwordMatches(const QString& hash, const QString& password);

} // namespace encore::store
