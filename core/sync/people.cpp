// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/people.h"

#include "sync/deskstore.h"
#include "wire.h"

namespace encore::sync
{

namespace
{

struct UsersRead {
    std::vector<commands::Users::Row> users;
};
struct DevicesRead {
    std::vector<commands::Devices::Row> devices;
};
struct RoleSent {
    domain::Role role = domain::Role::Door;
};
struct CodeMadeRead {
    QString code;
};

} // namespace

} // namespace encore::sync

namespace encore::commands
{

template<>
struct Descriptor<sync::UsersRead> {
    static auto fields() { return std::tuple(field("users", &sync::UsersRead::users, "")); }
};
template<>
struct Descriptor<sync::DevicesRead> {
    static auto fields() { return std::tuple(field("devices", &sync::DevicesRead::devices, "")); }
};
template<>
struct Descriptor<sync::RoleSent> {
    static auto fields() { return std::tuple(field("role", &sync::RoleSent::role, "")); }
};
template<>
struct Descriptor<sync::CodeMadeRead> {
    static auto fields() { return std::tuple(field("code", &sync::CodeMadeRead::code, "")); }
};

} // namespace encore::commands

namespace encore::sync
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

Request get(const char* path, const QByteArray& token)
{
    Request request;
    request.path = path;
    request.token = token;
    return request;
}

/// What the answer to a single command says.
Status statusOf(const Response& response, domain::CommandId id)
{
    if (response.kind != Response::Kind::Answered || response.status >= 400) {
        const Result<Nothing> none = bodyOf<Nothing>(response);
        return none ? Status(error(ErrorCode::Unavailable, message("sync.not_ours"))) : Status(none.error());
    }
    const Result<std::vector<Answer>> answers = parseAnswers(response.body);
    if (!answers)
        return answers.error();
    if (answers->size() != 1 || answers->front().command != id)
        return error(ErrorCode::Unavailable, message("sync.not_ours"));
    if (answers->front().status == Answer::Status::Applied)
        return domain::done();
    const auto json = commands::parseJson(answers->front().problem);
    const auto problem = json ? commands::decode<ProblemRead>(*json, {}) : Result<ProblemRead>(json.error());
    return error(ErrorCode::Refused, problem ? reasonOf(*problem) : message("sync.not_ours"));
}

} // namespace

void askPeople(Transport& transport, const QByteArray& token, std::function<void(const Result<People>&)> answer)
{
    transport.send(get("/api/v1/users", token), [&transport, token, answer = std::move(answer)](const Response& response) {
        const Result<UsersRead> users = bodyOf<UsersRead>(response);
        if (!users)
            return answer(users.error());
        transport.send(get("/api/v1/devices", token), [answer, users = users->users](const Response& second) {
            const Result<DevicesRead> devices = bodyOf<DevicesRead>(second);
            if (!devices)
                return answer(devices.error());
            answer(People{users, devices->devices});
        });
    });
}

void giveNow(Transport& transport, const QByteArray& token, commands::CommandRequest request, std::function<void(const Status&)> answer)
{
    store::OutboxItem item; // without a number: it is no change of this desk that waits its turn
    item.id = request.id;
    item.name = request.name;
    item.schemaVersion = request.schemaVersion;
    item.arguments = request.arguments;
    item.occurredAt = request.occurredAt.value_or(domain::Instant());
    Request sent;
    sent.method = "POST";
    sent.path = "/api/v1/commands";
    sent.body = commandsBody({item});
    sent.token = token;
    transport.send(sent, [id = request.id, answer = std::move(answer)](const Response& response) { answer(statusOf(response, id)); });
}

void makeCode(Transport& transport, const QByteArray& token, domain::Role role, std::function<void(const Result<QString>&)> answer)
{
    post<RoleSent, CodeMadeRead>(transport, "/api/v1/devices/provisioning-codes", {role}, token, [answer = std::move(answer)](const Result<CodeMadeRead>& made) {
        answer(made ? Result<QString>(made->code) : Result<QString>(made.error()));
    });
}

} // namespace encore::sync
