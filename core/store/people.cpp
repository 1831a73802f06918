// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people.h"

#include "rowmapping.h"

namespace encore::store
{

namespace
{

User userAt(const Rows& rows)
{
    return {idAt<domain::PersonId>(rows, 0), rows.text(1), enumAt(rows, 2, domain::Role::Door), rows.text(3), rows.flag(4), rows.number(5)};
}

#define ENCORE_USER "SELECT u.person_id, u.label, u.role, u.password, u.disabled, u.version"

std::optional<User> userOf(Rows rows)
{
    return rows.next() ? std::optional(userAt(rows)) : std::nullopt;
}

Token tokenAt(const Rows& rows)
{
    return {rows.bytes(0), rows.bytes(1), idAt<domain::PersonId>(rows, 2), {rows.number(3)}, rows.flag(4)};
}

} // namespace

std::optional<User> PeopleReader::user(domain::PersonId id)
{
    return userOf(m_database.run(ENCORE_USER " FROM users u WHERE u.person_id = ?", {id.bytes()}));
}

std::optional<User> PeopleReader::userCalled(const QString& label)
{
    return userOf(m_database.run(ENCORE_USER " FROM users u WHERE u.label = ?", {label}));
}

std::vector<UserRow> PeopleReader::users()
{
    Rows rows = m_database.run(ENCORE_USER ", c.name, c.email FROM users u LEFT JOIN contacts c ON c.owner = u.person_id ORDER BY u.label");
    std::vector<UserRow> found;
    while (rows.next())
        found.push_back({userAt(rows), rows.text(6), rows.text(7)});
    return found;
}

std::optional<Token> PeopleReader::accessToken(const QByteArray& hash)
{
    Rows rows = m_database.run("SELECT token, family, person_id, expires_at, 0 FROM access_tokens WHERE token = ?", {hash});
    return rows.next() ? std::optional(tokenAt(rows)) : std::nullopt;
}

std::optional<Token> PeopleReader::refreshToken(const QByteArray& hash)
{
    Rows rows = m_database.run("SELECT token, family, person_id, expires_at, used FROM refresh_tokens WHERE token = ?", {hash});
    return rows.next() ? std::optional(tokenAt(rows)) : std::nullopt;
}

LoginFailures PeopleReader::loginFailures(domain::PersonId id)
{
    Rows rows = m_database.run("SELECT failures, last_at FROM login_failures WHERE person_id = ?", {id.bytes()});
    return rows.next() ? LoginFailures{int(rows.number(0)), {rows.number(1)}} : LoginFailures();
}

namespace
{

#define ENCORE_DEVICE "SELECT id, name, role, token, added_by, added_at, revoked_at, last_sequence, person_id FROM devices "

std::vector<Device> devicesOf(Rows rows)
{
    std::vector<Device> found;
    while (rows.next())
        found.push_back({idAt<domain::DeviceId>(rows, 0), rows.text(1), enumAt(rows, 2, domain::Role::Door), rows.bytes(3), rows.text(4), {rows.number(5)},
                         optionalInstantAt(rows, 6), rows.number(7), optionalIdAt<domain::PersonId>(rows, 8)});
    return found;
}

std::optional<Device> firstOf(const std::vector<Device>& devices)
{
    return devices.empty() ? std::nullopt : std::optional(devices.front());
}

} // namespace

std::optional<Device> PeopleReader::device(domain::DeviceId id)
{
    return firstOf(devicesOf(m_database.run(ENCORE_DEVICE "WHERE id = ?", {id.bytes()})));
}

std::optional<Device> PeopleReader::deviceByToken(const QByteArray& hash)
{
    return firstOf(devicesOf(m_database.run(ENCORE_DEVICE "WHERE token = ?", {hash})));
}

std::vector<Device> PeopleReader::devices()
{
    return devicesOf(m_database.run(ENCORE_DEVICE "ORDER BY name, id"));
}

std::optional<ProvisioningCode> PeopleReader::provisioningCode(const QByteArray& hash)
{
    Rows rows = m_database.run("SELECT code, role, added_by, expires_at, person_id FROM provisioning_codes WHERE code = ?", {hash});
    if (!rows.next())
        return std::nullopt;
    return ProvisioningCode{rows.bytes(0), enumAt(rows, 1, domain::Role::Door), rows.text(2), {rows.number(3)}, optionalIdAt<domain::PersonId>(rows, 4)};
}

void PeopleWriter::add(const Device& device)
{
    m_database.execute("INSERT INTO devices (id, name, role, token, added_by, added_at, last_sequence, person_id) VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
                       {device.id.bytes(), device.deviceName, domain::enumText(device.role), device.token, device.addedBy, device.addedAt.ms,
                        column(device.person)});
}

void PeopleWriter::revoke(domain::DeviceId id, domain::Instant at)
{
    m_database.execute("UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", {at.ms, id.bytes()});
}

void PeopleWriter::setLastSequence(domain::DeviceId id, qint64 sequence)
{
    m_database.execute("UPDATE devices SET last_sequence = ? WHERE id = ?", {sequence, id.bytes()});
}

void PeopleWriter::add(const ProvisioningCode& code)
{
    m_database.execute("INSERT INTO provisioning_codes (code, role, added_by, expires_at, person_id) VALUES (?, ?, ?, ?, ?)",
                       {code.code, domain::enumText(code.role), code.addedBy, code.expiresAt.ms, column(code.person)});
}

void PeopleWriter::useProvisioningCode(const QByteArray& hash)
{
    m_database.execute("DELETE FROM provisioning_codes WHERE code = ?", {hash});
}

void PeopleWriter::put(const User& user)
{
    m_database.execute("INSERT INTO users (person_id, label, role, password, disabled, version) VALUES (?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (person_id) DO UPDATE SET label = excluded.label, role = excluded.role, password = excluded.password,"
                       " disabled = excluded.disabled, version = excluded.version",
                       {user.id.bytes(), user.label, domain::enumText(user.role), textNotNull(user.password), user.disabled, user.version});
}

void PeopleWriter::addAccessToken(const Token& token)
{
    m_database.execute("INSERT INTO access_tokens (token, family, person_id, expires_at) VALUES (?, ?, ?, ?)",
                       {token.hash, token.family, token.person.bytes(), token.expiresAt.ms});
}

void PeopleWriter::addRefreshToken(const Token& token)
{
    m_database.execute("INSERT INTO refresh_tokens (token, family, person_id, expires_at, used) VALUES (?, ?, ?, ?, 0)",
                       {token.hash, token.family, token.person.bytes(), token.expiresAt.ms});
}

void PeopleWriter::useRefreshToken(const QByteArray& hash)
{
    m_database.execute("UPDATE refresh_tokens SET used = 1 WHERE token = ?", {hash});
}

void PeopleWriter::endFamily(const QByteArray& family)
{
    m_database.execute("DELETE FROM access_tokens WHERE family = ?", {family});
    m_database.execute("DELETE FROM refresh_tokens WHERE family = ?", {family});
}

void PeopleWriter::endAll(domain::PersonId id)
{
    m_database.execute("DELETE FROM access_tokens WHERE person_id = ?", {id.bytes()});
    m_database.execute("DELETE FROM refresh_tokens WHERE person_id = ?", {id.bytes()});
}

void PeopleWriter::forgetExpired(domain::Instant now)
{
    m_database.execute("DELETE FROM access_tokens WHERE expires_at <= ?", {now.ms});
    m_database.execute("DELETE FROM refresh_tokens WHERE expires_at <= ?", {now.ms});
    m_database.execute("DELETE FROM provisioning_codes WHERE expires_at <= ?", {now.ms});
}

void PeopleWriter::setLoginFailures(domain::PersonId id, const LoginFailures& failures)
{
    if (failures.failures == 0)
        m_database.execute("DELETE FROM login_failures WHERE person_id = ?", {id.bytes()});
    else
        m_database.execute("INSERT INTO login_failures (person_id, failures, last_at) VALUES (?, ?, ?)"
                           " ON CONFLICT (person_id) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at",
                           {id.bytes(), failures.failures, failures.lastAt.ms});
}

} // namespace encore::store
