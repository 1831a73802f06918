// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/join.h"

#include "wire.h"

namespace encore::sync
{

namespace
{

struct CodeSent {
    QString code;
    QString deviceName;
};
struct LoginSent {
    QString email;
    QString password;
};
struct TokensRead {
    QString accessToken;
};
struct CodeRead {
    QString code;
};
struct WorkspaceRead {
    QString id;
    QString title;
    QString currency;
    QString timeZone;
};
struct JoinedRead {
    QString deviceId;
    QString token;
    domain::Role role = domain::Role::Door;
    QString actor;
    WorkspaceRead workspace;
};

} // namespace

} // namespace encore::sync

namespace encore::commands
{

template<>
struct Descriptor<sync::CodeSent> {
    static auto fields() { return std::tuple(field("code", &sync::CodeSent::code, ""), field("name", &sync::CodeSent::deviceName, "")); }
};
template<>
struct Descriptor<sync::LoginSent> {
    static auto fields() { return std::tuple(field("email", &sync::LoginSent::email, ""), field("password", &sync::LoginSent::password, "")); }
};
template<>
struct Descriptor<sync::TokensRead> {
    static auto fields() { return std::tuple(field("access_token", &sync::TokensRead::accessToken, "")); }
};
template<>
struct Descriptor<sync::CodeRead> {
    static auto fields() { return std::tuple(field("code", &sync::CodeRead::code, "")); }
};
template<>
struct Descriptor<sync::WorkspaceRead> {
    static auto fields()
    {
        using W = sync::WorkspaceRead;
        return std::tuple(field("id", &W::id, ""), field("name", &W::title, ""), field("currency", &W::currency, ""), field("time_zone", &W::timeZone, ""));
    }
};
template<>
struct Descriptor<sync::JoinedRead> {
    static auto fields()
    {
        using J = sync::JoinedRead;
        return std::tuple(field("device_id", &J::deviceId, ""), field("token", &J::token, ""), field("role", &J::role, ""), field("actor", &J::actor, ""),
                          field("workspace", &J::workspace, ""));
    }
};
} // namespace encore::commands

namespace encore::sync
{

using domain::error;
using domain::Error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

Result<Joined> joinedFrom(const Result<JoinedRead>& read)
{
    if (!read)
        return read.error();
    const auto device = domain::uuidFromText(read->deviceId);
    const auto workspace = domain::uuidFromText(read->workspace.id);
    const auto zone = domain::EventZone::fromName(read->workspace.timeZone);
    if (!device || !workspace || !zone || read->token.isEmpty())
        return error(ErrorCode::Unavailable, message("sync.not_ours"));
    Joined joined;
    joined.device = domain::DeviceId(*device);
    joined.token = read->token.toLatin1();
    joined.role = read->role;
    joined.actor = read->actor;
    joined.workspace = {domain::WorkspaceId(*workspace), read->workspace.title, read->workspace.currency, *zone};
    return joined;
}

} // namespace

domain::Message reasonOf(const ProblemRead& problem)
{
    const domain::Message known{problem.code.toLatin1(), {}};
    const bool isWhole = domain::hasWords(known.id) && !domain::words(known, domain::Language::English).contains(u'{');
    return isWhole ? known : message("sync.refused").with("reason", problem.detail);
}

void join(Transport& transport, const QString& code, const QString& deviceName, JoinAnswer answer)
{
    post<CodeSent, JoinedRead>(transport, "/api/v1/devices", {code, deviceName}, {},
                               [answer = std::move(answer)](const Result<JoinedRead>& read) { answer(joinedFrom(read)); });
}

void logIn(Transport& transport, const QString& email, const QString& password, std::function<void(const Result<QByteArray>&)> answer)
{
    post<LoginSent, TokensRead>(transport, "/api/v1/auth/login", {email, password}, {}, [answer = std::move(answer)](const Result<TokensRead>& tokens) {
        answer(tokens ? Result<QByteArray>(tokens->accessToken.toLatin1()) : Result<QByteArray>(tokens.error()));
    });
}

void joinAs(Transport& transport, const QByteArray& token, const QString& deviceName, JoinAnswer answer)
{
    post<Nothing, CodeRead>(transport, "/api/v1/devices/provisioning-codes", {}, token, [&transport, deviceName, answer, token](const Result<CodeRead>& code) {
        if (!code)
            return answer(code.error());
        join(transport, code->code, deviceName, [&transport, answer, token](const Result<Joined>& joined) {
            Request goodbye;
            goodbye.method = "POST";
            goodbye.path = "/api/v1/auth/logout";
            goodbye.token = token;
            transport.send(goodbye, [answer, joined](const Response&) { answer(joined); });
        });
    });
}

void signIn(Transport& transport, const QString& email, const QString& password, const QString& deviceName, JoinAnswer answer)
{
    // A sign-in is good for a moment only; with it one makes a code for oneself, and by that the desk comes in.
    logIn(transport, email, password, [&transport, deviceName, answer](const Result<QByteArray>& token) {
        if (!token)
            return answer(token.error());
        joinAs(transport, *token, deviceName, answer);
    });
}

Result<std::unique_ptr<store::Workspace>> makeDesk(const QString& path, const QString& server, const Joined& joined, const domain::Clock& clock,
                                                   domain::RandomSource& random)
{
    auto workspace = store::Workspace::create(path, joined.workspace, clock, random);
    if (!workspace)
        return workspace.error();
    if (const auto made = (*workspace)->becomeDesk({server, joined.device, joined.role, joined.actor}, random); !made)
        return made.error();
    return workspace;
}

QString tokenName(domain::DeviceId device)
{
    return QString(QStringLiteral("device-token:") + device.text());
}

} // namespace encore::sync
