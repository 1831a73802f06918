// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace encore::commands
{

/// Makes a public key of this workspace's own known: codes signed by it are admitted from now on. The newest one signs; older ones go on
/// being accepted, so that tickets that were sent out stay valid. The private half never comes near a command.
struct AddSigningKey {
    static constexpr const char* name = "AddSigningKey";
    static constexpr const char* summary = "Accept codes signed by a new key of our own; the newest key signs.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageTickets;

    QByteArray publicKey; ///< raw Ed25519, 32 bytes
    QString label;

    struct Made {
        QByteArray keyId; ///< 8 bytes
    };
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<AddSigningKey> {
    static auto fields()
    {
        return std::tuple(field("public_key", &AddSigningKey::publicKey, "raw Ed25519 key, hexadecimal"),
                          field("label", &AddSigningKey::label, "what people call it").absentMeansDefault().atMost(64));
    }
};

template<>
struct Descriptor<AddSigningKey::Made> {
    static auto fields() { return std::tuple(field("key_id", &AddSigningKey::Made::keyId, "first 8 bytes of SHA-256 of the key")); }
};

} // namespace encore::commands
