// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/people/users.h"

#include "people/person.h"
#include "store/people.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// What libsodium writes for argon2id begins so; anything else would be a password as it is typed.
Status checkVerifier(const QString& verifier)
{
    if (verifier.startsWith(QStringLiteral("$argon2id$")))
        return domain::done();
    return error(ErrorCode::Invalid, message("people.no_verifier"));
}

Result<store::User> userFor(domain::PersonId id, store::PeopleWriter& people)
{
    const auto user = people.user(id);
    if (!user)
        return error(ErrorCode::NotFound, message("people.not_found").with("user", id.text()));
    return *user;
}

/// Somebody must be left who can let others in.
Status checkAdminLeft(const store::User& after, store::PeopleWriter& people)
{
    const auto isAdmin = [](const store::User& user) { return user.role == Role::Admin && !user.disabled; };
    const auto before = people.user(after.id);
    if (isAdmin(after) || !before || !isAdmin(*before))
        return domain::done();
    const std::vector<store::UserRow> all = people.users();
    const bool another = std::any_of(all.begin(), all.end(), [&](const store::UserRow& row) { return row.user.id != after.id && isAdmin(row.user); });
    return another ? domain::done() : Status(error(ErrorCode::Refused, message("people.last_admin")));
}

} // namespace

Result<UserMade> AddUser::execute(const Context& context, store::UnitOfWork& work) const
{
    const QString login = email.trimmed().toLower();
    if (login.count(u'@') != 1 || login.startsWith(u'@') || login.endsWith(u'@') || login.contains(u' '))
        return error(ErrorCode::Invalid, message("people.email").with("email", email.left(64)));
    if (!password.isEmpty()) {
        if (const Status checked = checkVerifier(password); !checked)
            return checked.error();
    }
    store::PeopleWriter people(work);
    store::User user;
    user.id = personFor(std::nullopt, login, context);
    user.label = label.trimmed().isEmpty() ? login.section(u'@', 0, 0) : label.trimmed();
    user.role = role;
    user.password = password;
    user.version = work.nextLogSequence();
    if (people.user(user.id))
        return error(ErrorCode::Refused, message("people.exists").with("email", login));
    if (people.userCalled(user.label))
        return error(ErrorCode::Refused, message("people.label_taken").with("label", user.label));
    people.put(user);
    work.addContact(user.id.bytes(), userName.trimmed(), login);
    return UserMade{user.id, user.label};
}

Result<UserMade> EditUser::execute(const Context&, store::UnitOfWork& work) const
{
    store::PeopleWriter people(work);
    const Result<store::User> before = userFor(userId, people);
    if (!before)
        return before.error();
    store::User after = *before;
    after.role = role.value_or(after.role);
    after.disabled = disabled.value_or(after.disabled);
    after.version = work.nextLogSequence();
    if (const Status left = checkAdminLeft(after, people); !left)
        return left.error();
    people.put(after);
    if (after.role != before->role || after.disabled)
        people.endAll(userId);
    if (userName) {
        const std::vector<store::UserRow> all = people.users();
        const auto own = std::find_if(all.begin(), all.end(), [&](const store::UserRow& row) { return row.user.id == userId; });
        work.addContact(userId.bytes(), userName->trimmed(), own->email);
    }
    return UserMade{after.id, after.label};
}

Result<UserMade> SetPassword::execute(const Context&, store::UnitOfWork& work) const
{
    store::PeopleWriter people(work);
    const Result<store::User> before = userFor(userId, people);
    if (!before)
        return before.error();
    if (const Status checked = checkVerifier(password); !checked)
        return checked.error();
    store::User after = *before;
    after.password = password;
    after.version = work.nextLogSequence();
    people.put(after);
    people.endAll(userId);
    people.setLoginFailures(userId, {});
    return UserMade{after.id, after.label};
}

Result<std::vector<Users::Row>> Users::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const store::UserRow& found : store::PeopleReader(context.reader).users())
        rows.push_back({found.user.id, found.user.label, found.userName, found.email, found.user.role, found.user.disabled, !found.user.password.isEmpty()});
    if (const Status status = context.reader.status(); !status)
        return status.error();
    return rows;
}

} // namespace encore::commands
