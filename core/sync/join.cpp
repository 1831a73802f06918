// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/join.h"

#include "commands/codec/describe.h"
#include "sync/planner.h"

namespace encore::sync
{

namespace
{

struct CodeSent {
    QString code;
    QString deviceName;
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
struct ProblemRead {
    QString code;
    QString detail;
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
template<>
struct Descriptor<sync::ProblemRead> {
    static auto fields() { return std::tuple(field("code", &sync::ProblemRead::code, ""), field("detail", &sync::ProblemRead::detail, "")); }
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

/// What a body says; members that are not asked for do not matter.
template<class T>
Result<T> bodyOf(const Response& response)
{
    if (const auto failure = failureOf(response))
        return error(failure->trouble == Trouble::Revoked || failure->trouble == Trouble::SignedOut ? ErrorCode::Forbidden : ErrorCode::Unavailable,
                     failure->reason);
    const auto json = commands::parseJson(response.body);
    if (!json)
        return error(ErrorCode::Unavailable, message("sync.not_ours"));
    if (response.status >= 400) {
        const auto problem = commands::decode<ProblemRead>(*json, {});
        return error(ErrorCode::Refused, message("sync.refused").with("reason", problem ? problem->detail : QString::number(response.status)));
    }
    const auto read = commands::decode<T>(*json, {});
    return read ? read : Result<T>(error(ErrorCode::Unavailable, message("sync.not_ours")));
}

template<class Sent, class T>
void post(Transport& transport, const char* path, const Sent& sent, const QByteArray& token, std::function<void(const Result<T>&)> answer)
{
    Request request;
    request.method = "POST";
    request.path = path;
    request.body = commands::encodeText(sent);
    request.token = token;
    transport.send(request, [answer = std::move(answer)](const Response& response) { answer(bodyOf<T>(response)); });
}

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

void join(Transport& transport, const QString& code, const QString& deviceName, JoinAnswer answer)
{
    post<CodeSent, JoinedRead>(transport, "/api/v1/devices", {code, deviceName}, {},
                               [answer = std::move(answer)](const Result<JoinedRead>& read) { answer(joinedFrom(read)); });
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
