// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

#include "store/secretstore.h"

namespace encore::cli
{

/// The keychain, or the file sealed with ENCORE_KEY_PASSPHRASE beside the workspace.
[[nodiscard]] domain::Result<std::unique_ptr<store::SecretStore>> openSecrets(Cli& cli);

} // namespace encore::cli
