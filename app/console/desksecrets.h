// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/secretstore.h"

#include <mutex>

namespace encore::console
{

/// Where this desk keeps its keys: the keychain of the system, else a file beside the workspace, sealed with a passphrase that somebody
/// typed or that the environment has (ENCORE_KEY_PASSPHRASE). For any thread but the window's: a keychain takes its time.
class DeskSecrets
{
public:
    explicit DeskSecrets(domain::RandomSource& random) : m_random(random), m_passphrase(qgetenv("ENCORE_KEY_PASSPHRASE")) { }

    void setPassphrase(const QString& passphrase)
    {
        const std::scoped_lock lock(m_mutex);
        if (!passphrase.isEmpty())
            m_passphrase = passphrase.toUtf8();
    }
    [[nodiscard]] domain::Result<std::unique_ptr<store::SecretStore>> open(const QString& workspacePath) const
    {
        const std::scoped_lock lock(m_mutex);
        return store::openSecretStore(workspacePath + QStringLiteral(".keys"), m_passphrase, m_random);
    }

private:
    domain::RandomSource& m_random;
    mutable std::mutex m_mutex;
    QByteArray m_passphrase;
};

} // namespace encore::console
