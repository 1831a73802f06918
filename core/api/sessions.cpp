// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessions.h"

#include "store/secretstore.h"

#include <algorithm>

namespace encore::api
{

using commands::Executor;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::PersonId;
using domain::Result;
using domain::Status;

namespace
{

constexpr qint64 rememberMs = 5'000; ///< how long a sign-out on another server may go unnoticed here
constexpr qsizetype mostRemembered = 50'000;
constexpr qint64 longestWaitSeconds = 300;

/// Nobody's: so that an e-mail that is not known takes as long as one that is.
const QString& nobodysPassword()
{
    static const QString verifier = store::hashPassword(QUuid::createUuid().toString());
    return verifier;
}

qint64 waitSeconds(const store::LoginFailures& failures, domain::Instant now)
{
    if (failures.failures < freeFailures)
        return 0;
    const qint64 wait = std::min(longestWaitSeconds, qint64(1) << std::min(failures.failures - freeFailures, 10));
    return std::max<qint64>(0, (failures.lastAt.ms + wait * 1000 - now.ms + 999) / 1000);
}

Refusal tooSoon(qint64 seconds)
{
    return {error(ErrorCode::Forbidden, message("auth.too_soon").with("seconds", seconds)), seconds};
}

domain::Error badToken()
{
    return error(ErrorCode::Forbidden, message("auth.token"));
}

} // namespace

Sessions::Sessions(commands::Writer& writer, commands::Readers& readers, const domain::Clock& clock, domain::RandomSource& random,
                   int mostWaiting) :
    m_writer(writer), m_readers(readers), m_clock(clock), m_random(random), m_mostWaiting(mostWaiting), m_hasher([this] {
        while (true) {
            const auto work = m_passwords.take(1); // gone before the next is waited for: it holds whoever asked
            if (work.empty())
                return;
            work.front()();
        }
    })
{
}

void Sessions::finish()
{
    m_passwords.close();
    if (m_hasher.joinable())
        m_hasher.join();
}

QByteArray Sessions::makeToken()
{
    constexpr qsizetype size = 32;
    const std::lock_guard lock(m_mutex);
    return m_random.bytes(size).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// Of a password from when it came until it was checked; null: all are taken.
std::shared_ptr<void> Sessions::takePlace()
{
    int taken = m_waitingPasswords;
    do {
        if (taken >= m_mostWaiting)
            return nullptr;
    } while (!m_waitingPasswords.compare_exchange_weak(taken, taken + 1));
    return {this, [](Sessions* sessions) { --sessions->m_waitingPasswords; }};
}

void Sessions::login(const QString& email, const QString& password, TokenAnswer answer)
{
    constexpr qint64 comeAgainSeconds = 2; // about as long as those before take
    const std::shared_ptr<void> place = takePlace();
    if (!place)
        return answer(Refusal{error(ErrorCode::Unavailable, message("auth.busy").with("seconds", comeAgainSeconds)), comeAgainSeconds});
    m_readers.push([this, place, login = email.trimmed().toLower(), password, answer = std::move(answer)](const commands::QueryContext& context) {
        // Of an e-mail that nobody has, wrong tries count all the same: the answer must not tell which are known.
        const PersonId person = domain::idForExternal<PersonId>(context.reader.catalogue().workspaceId, login.left(domain::maxExternalIdLength));
        store::PeopleReader people(context.reader);
        if (const qint64 wait = waitSeconds(people.loginFailures(person), context.now); wait > 0)
            return answer(tooSoon(wait));
        store::User user = people.user(person).value_or(store::User{person, {}, {}, nobodysPassword(), true, 0});
        if (const Status status = context.reader.status(); !status)
            return answer(Refusal{status.error()});
        if (user.password.isEmpty())
            user.password = nobodysPassword();
        m_passwords.push([this, place, user, login, password, answer] { check(user, login, password, answer); });
    });
}

void Sessions::check(const store::User& user, const QString& email, const QString& password, const TokenAnswer& answer)
{
    if (!store::passwordMatches(user.password, password) || user.disabled)
        return failed(user.id, answer);
    issue(user.id, makeToken(), {user.password, {}}, [this, email, password, answer](const auto& issued) {
        const Refusal* refusal = std::get_if<Refusal>(&issued);
        if (refusal && refusal->error.code == ErrorCode::Conflict)
            return login(email, password, answer);
        answer(issued);
    });
}

void Sessions::failed(PersonId person, const TokenAnswer& answer)
{
    m_writer.push(
        [this, person](Executor&, store::UnitOfWork& work) -> Status {
            store::PeopleWriter people(work);
            people.setLoginFailures(person, {people.loginFailures(person).failures + 1, m_clock.now()});
            return work.status();
        },
        [answer](const Status& status) {
            answer(Refusal{status ? error(ErrorCode::Forbidden, message("auth.wrong")) : status.error()});
        });
}

void Sessions::issue(PersonId person, const QByteArray& family, const Proof& proof, const TokenAnswer& answer)
{
    const Tokens tokens{makeToken(), makeToken()};
    m_writer.push(
        [this, person, family, proof, tokens](Executor&, store::UnitOfWork& work) -> Status {
            store::PeopleWriter people(work);
            const domain::Instant now = m_clock.now();
            const auto user = people.user(person);
            if (!proof.password.isEmpty() && (!user || user->disabled || user->password != proof.password))
                return error(ErrorCode::Conflict, message("auth.token")); // changed while the password was checked
            if (!user || user->disabled)
                return badToken();
            if (!proof.refreshToken.isEmpty()) {
                const auto old = people.refreshToken(proof.refreshToken);
                if (!old || old->used)
                    return badToken(); // somebody was quicker with the same token
                people.useRefreshToken(proof.refreshToken);
            } else {
                people.setLoginFailures(person, {});
                people.forgetExpired(now);
            }
            people.addAccessToken({domain::sha256(tokens.access), family, person, now.plusMs(accessTokenSeconds * 1000)});
            people.addRefreshToken({domain::sha256(tokens.refresh), family, person, now.plusMs(refreshTokenSeconds * 1000)});
            return work.status();
        },
        [tokens, answer](const Status& status) {
            if (status)
                answer(tokens);
            else
                answer(Refusal{status.error()});
        });
}

void Sessions::refresh(const QByteArray& token, TokenAnswer answer)
{
    const QByteArray hash = domain::sha256(token);
    m_readers.push([this, hash, answer = std::move(answer)](const commands::QueryContext& context) {
        const auto known = store::PeopleReader(context.reader).refreshToken(hash);
        if (const Status status = context.reader.status(); !status)
            return answer(Refusal{status.error()});
        if (!known || known->expiresAt <= context.now)
            return answer(Refusal{badToken()});
        if (!known->used)
            return issue(known->person, known->family, {{}, hash}, answer);
        m_writer.push(
            [family = known->family](Executor&, store::UnitOfWork& work) -> Status {
                store::PeopleWriter(work).endFamily(family);
                return work.status();
            },
            [this, answer](const Status&) {
                forgetAll();
                answer(Refusal{badToken()});
            });
    });
}

void Sessions::logout(const QByteArray& accessToken, std::function<void()> answer)
{
    m_writer.push(
        [hash = domain::sha256(accessToken)](Executor&, store::UnitOfWork& work) -> Status {
            store::PeopleWriter people(work);
            if (const auto token = people.accessToken(hash))
                people.endFamily(token->family);
            return work.status();
        },
        [this, answer = std::move(answer)](const Status&) {
            forgetAll();
            answer();
        });
}

Result<SignedIn> Sessions::find(const QByteArray& hash, const commands::QueryContext& context)
{
    store::PeopleReader people(context.reader);
    domain::Instant until = context.now.plusMs(rememberMs);
    SignedIn who;
    if (const auto token = people.accessToken(hash)) {
        const auto user = people.user(token->person);
        if (!user || user->disabled || token->expiresAt <= context.now)
            return badToken();
        who.actor = {user->role, user->label};
        who.person = user->id;
        until = std::min(token->expiresAt, until);
    } else if (const auto device = people.deviceByToken(hash)) {
        if (device->revokedAt)
            return error(ErrorCode::Forbidden, message("auth.revoked"));
        who = {{device->role, device->deviceName}, device->person, device->id, device->deviceName};
        if (device->person) {
            const auto user = people.user(*device->person);
            if (!user || user->disabled)
                return error(ErrorCode::Forbidden, message("auth.revoked"));
            who.actor = {user->role, user->label};
        }
    } else {
        return badToken();
    }
    if (const Status status = context.reader.status(); !status)
        return status.error();
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    m_known.insert(hash, {who, until});
    return who;
}

std::optional<SignedIn> Sessions::remembered(const QByteArray& hash)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.constFind(hash);
    return known != m_known.constEnd() && m_clock.now() < known->until ? std::optional(known->who) : std::nullopt;
}

bool Sessions::remembers(const QByteArray& token)
{
    return remembered(domain::sha256(token)).has_value();
}

void Sessions::authenticate(const QByteArray& token, SignedInAnswer answer)
{
    const QByteArray hash = domain::sha256(token);
    if (const auto known = remembered(hash))
        return answer(*known);
    m_readers.push([this, hash, answer = std::move(answer)](const commands::QueryContext& context) { answer(find(hash, context)); });
}

void Sessions::forgetAll()
{
    const std::lock_guard lock(m_mutex);
    m_known.clear();
}

} // namespace encore::api
