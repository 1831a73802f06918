// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/person.h"

namespace encore::commands
{

domain::PersonId personFor(const std::optional<domain::PersonId>& named, const QString& email, const Context& context)
{
    if (named)
        return *named;
    const QString known = email.trimmed().toLower();
    if (known.isEmpty() || known.size() > domain::maxExternalIdLength)
        return domain::idMadeBy<domain::PersonId>(context.commandId, 1);
    return domain::idForExternal<domain::PersonId>(context.workspaceId, known);
}

} // namespace encore::commands
