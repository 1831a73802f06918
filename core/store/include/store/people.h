// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who may sign in (DOMAIN §13), and the tokens they hold. Tokens stand here as their SHA-256 only.

#include "domain/role.h"
#include "store/unitofwork.h"

namespace encore::store
{

struct User {
    domain::PersonId id;
    QString label; ///< what the log calls them; a musician's projects have it as their author
    domain::Role role = domain::Role::Door;
    QString password; ///< argon2id in libsodium's text form; empty: cannot sign in yet
    bool disabled = false;
    qint64 version = 0;
};

struct UserRow {
    User user;
    QString userName;
    QString email;
};

struct Token {
    QByteArray hash;
    QByteArray family; ///< all that came from one sign-in, so that they end together
    domain::PersonId person;
    domain::Instant expiresAt;
    bool used = false; ///< of a refresh token: it has been exchanged for the next
};

struct LoginFailures {
    int failures = 0;
    domain::Instant lastAt;
};

struct Device {
    domain::DeviceId id;
    QString deviceName;
    domain::Role role = domain::Role::Door;
    QByteArray token; ///< SHA-256
    QString addedBy;
    domain::Instant addedAt;
    std::optional<domain::Instant> revokedAt;
    qint64 lastSequence = 0; ///< of its commands that were answered
    std::optional<domain::PersonId> person; ///< whom it stands for: it may what they may, and its role does not count
};

/// One use lets one device in.
struct ProvisioningCode {
    QByteArray code; ///< SHA-256
    domain::Role role = domain::Role::Door;
    QString addedBy;
    domain::Instant expiresAt;
    std::optional<domain::PersonId> person; ///< whom the device will stand for
};

class PeopleReader
{
public:
    explicit PeopleReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] std::optional<User> user(domain::PersonId id);
    [[nodiscard]] std::optional<User> userCalled(const QString& label);
    [[nodiscard]] std::vector<UserRow> users(); ///< by label
    [[nodiscard]] std::optional<Token> accessToken(const QByteArray& hash);
    [[nodiscard]] std::optional<Token> refreshToken(const QByteArray& hash);
    [[nodiscard]] LoginFailures loginFailures(domain::PersonId id);
    [[nodiscard]] std::optional<Device> device(domain::DeviceId id);
    [[nodiscard]] std::optional<Device> deviceByToken(const QByteArray& hash);
    [[nodiscard]] std::vector<Device> devices(); ///< by name
    [[nodiscard]] std::optional<ProvisioningCode> provisioningCode(const QByteArray& hash);

protected:
    Database& m_database;
};

class PeopleWriter final : public PeopleReader
{
public:
    explicit PeopleWriter(UnitOfWork& work) : PeopleReader(work.reader()) { }

    void put(const User& user);
    void addAccessToken(const Token& token);
    void addRefreshToken(const Token& token);
    void useRefreshToken(const QByteArray& hash);
    void endFamily(const QByteArray& family);
    void endAll(domain::PersonId id); ///< signs them out everywhere
    void forgetExpired(domain::Instant now);
    void add(const Device& device);
    void revoke(domain::DeviceId id, domain::Instant at);
    void setLastSequence(domain::DeviceId id, qint64 sequence);
    void add(const ProvisioningCode& code);
    void useProvisioningCode(const QByteArray& hash);
    void setLoginFailures(domain::PersonId id, const LoginFailures& failures); ///< none: forgotten
};

} // namespace encore::store
