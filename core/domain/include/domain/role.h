// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/enumname.h"

namespace encore::domain
{

/// What somebody is to the house (DOMAIN §13); what each may do stands in commands::hasRight.
enum class Role {
    Door,
    Supervisor, ///< door, and behind the PIN: overrides, any undo
    BoxOffice,
    Musician, ///< of their own projects only
    Finance,
    Reviewer,
    Admin,
};

template<>
std::span<const EnumName<Role>> enumNames();

} // namespace encore::domain
