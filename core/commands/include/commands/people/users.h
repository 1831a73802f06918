// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who may sign in, as what (DOMAIN §13). A password never is an argument: only its argon2id verifier is.

#include "commands/command.h"
#include "commands/query.h"

namespace encore::commands
{

struct UserMade {
    domain::PersonId userId;
    QString label;
};

template<>
struct Descriptor<UserMade> {
    static auto fields()
    {
        return std::tuple(field("user_id", &UserMade::userId, "the person"), field("label", &UserMade::label, "what the log calls them"));
    }
};

/// Longest e-mail of somebody who signs in: their id is made of it.
inline constexpr qsizetype longestLogin = domain::maxExternalIdLength;

struct AddUser {
    static constexpr const char* name = "AddUser";
    static constexpr const char* summary = "Let somebody sign in, as what they are to the house.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManagePeople;
    using Made = UserMade;

    QString email;
    QString userName;
    QString label; ///< empty: the e-mail up to its @
    Role role = Role::Door;
    QString password; ///< verifier; empty: cannot sign in yet
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Only what is given changes. Whoever is disabled, or gets another role, is signed out everywhere.
struct EditUser {
    static constexpr const char* name = "EditUser";
    static constexpr const char* summary = "Change somebody's role or name, or let them in no longer.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManagePeople;
    using Made = UserMade;

    domain::PersonId userId;
    std::optional<QString> userName;
    std::optional<Role> role;
    std::optional<bool> disabled;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct SetPassword {
    static constexpr const char* name = "SetPassword";
    static constexpr const char* summary = "Give somebody a new password; they are signed out everywhere.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManagePeople;
    using Made = UserMade;

    domain::PersonId userId;
    QString password; ///< verifier
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct Users {
    static constexpr const char* name = "Users";
    static constexpr const char* summary = "Everybody who may sign in.";
    struct Row {
        domain::PersonId userId;
        QString label;
        QString userName;
        QString email;
        Role role = Role::Door;
        bool disabled = false;
        bool hasPassword = false;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

template<>
struct Descriptor<AddUser> {
    static auto fields()
    {
        using A = AddUser;
        return std::tuple(field("email", &A::email, "by which they sign in").notEmpty().atMost(longestLogin),
                          field("user_name", &A::userName, "their name").absentMeansDefault().atMost(200),
                          field("label", &A::label, "what the log calls them, and their projects' author; absent: the e-mail up to its @")
                              .absentMeansDefault()
                              .atMost(64),
                          field("role", &A::role, "what they are to the house"),
                          field("password", &A::password, "argon2id verifier; absent: cannot sign in yet").absentMeansDefault().atMost(200));
    }
};
template<>
struct Descriptor<EditUser> {
    static auto fields()
    {
        using E = EditUser;
        return std::tuple(field("user_id", &E::userId, "who"), field("user_name", &E::userName, "their name").atMost(200),
                          field("role", &E::role, "what they are to the house"), field("disabled", &E::disabled, "true: may not sign in"));
    }
};
template<>
struct Descriptor<SetPassword> {
    static auto fields()
    {
        return std::tuple(field("user_id", &SetPassword::userId, "who"),
                          field("password", &SetPassword::password, "argon2id verifier").notEmpty().atMost(200));
    }
};
template<>
struct Descriptor<Users> {
    static auto fields() { return std::tuple<>(); }
};
template<>
struct Descriptor<Users::Row> {
    static auto fields()
    {
        using R = Users::Row;
        return std::tuple(field("user_id", &R::userId, ""), field("label", &R::label, ""), field("user_name", &R::userName, ""),
                          field("email", &R::email, ""), field("role", &R::role, ""), field("disabled", &R::disabled, ""),
                          field("has_password", &R::hasPassword, ""));
    }
};

} // namespace encore::commands
