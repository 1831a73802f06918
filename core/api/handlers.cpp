// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"
#include "apirows.h"
#include "commands/authority.h"
#include "commands/people/devices.h"
#include "projectview.h"
#include "service.h"
#include "store/answers.h"
#include "store/campaigns.h"

namespace encore::api
{

using commands::CommandRequest;
using commands::Executor;
using commands::JsonDocument;
using commands::Outcome;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

constexpr const char* otherVersion = "api.other_version"; ///< of a thing that If-Match expected to be as it was

} // namespace

void Service::health(const Call& call)
{
    call.answer(textAnswer("text/plain", "ok\n"));
}

void Service::ready(const Call& call)
{
    m_readers.push([call](const commands::QueryContext& context) {
        const auto workspace = context.reader.workspace();
        if (const domain::Status status = context.reader.status(); !status || !workspace)
            return call.fail(status ? error(ErrorCode::Unavailable, message("bundle.no_workspace")) : status.error());
        call.answer(textAnswer("text/plain", "ready\n"));
    });
}

void Service::metrics(const Call& call)
{
    QByteArray text;
    const auto add = [&](const char* name, const char* type, const char* help, qint64 value) {
        text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n' + name + ' ' + QByteArray::number(value) + '\n';
    };
    add("encore_http_connections", "gauge", "Open connections.", m_httpCounts->connections);
    add("encore_http_connections_accepted_total", "counter", "Connections since the start.", m_httpCounts->accepted);
    add("encore_http_connections_refused_total", "counter", "Connections that were one too many.", m_httpCounts->turnedAway);
    add("encore_http_requests_total", "counter", "Requests that were whole.", m_httpCounts->requests);
    add("encore_http_malformed_total", "counter", "Requests that were not.", m_httpCounts->malformed);
    add("encore_http_too_many_total", "counter", "Requests of whoever asked too often.", m_tooMany);
    add("encore_passwords_waiting", "gauge", "Passwords that wait to be checked.", m_sessions.waitingPasswords());
    add("encore_changes_waiting", "gauge", "Questions that are held open until something changes.", m_feedWatch.waiting());
    add("encore_commands_applied_total", "counter", "Commands that took effect.", m_applied);
    add("encore_commands_rejected_total", "counter", "Commands that did not.", m_rejected);
    call.answer(textAnswer("text/plain; version=0.0.4", text));
}

void Service::openApi(const Call& call)
{
    static const QByteArray text = openApiText();
    call.answer(unlessKnown(call.request, tagged(textAnswer("application/json", text), tagOf(text))));
}

void Service::answerTokens(const Call& call, const std::variant<Tokens, Refusal>& answer)
{
    if (const Refusal* refusal = std::get_if<Refusal>(&answer)) {
        const bool isForbidden = refusal->error.code == ErrorCode::Forbidden;
        if (refusal->retryAfterSeconds > 0)
            return call.failUntil(refusal->error, refusal->retryAfterSeconds, isForbidden ? 429 : 0);
        return call.fail(refusal->error, isForbidden ? 401 : 0);
    }
    const Tokens& tokens = std::get<Tokens>(answer);
    call.answer(jsonAnswer(commands::encodeText(TokensBody{QString::fromLatin1(tokens.access), QString::fromLatin1(tokens.refresh), accessTokenSeconds})));
}

void Service::login(const Call& call)
{
    const Result<LoginBody> body = bodyOf<LoginBody>(call);
    if (!body)
        return call.fail(body.error());
    m_sessions.login(body->email, body->password, [this, call](const auto& answer) { answerTokens(call, answer); });
}

void Service::refresh(const Call& call)
{
    const Result<RefreshBody> body = bodyOf<RefreshBody>(call);
    if (!body)
        return call.fail(body.error());
    m_sessions.refresh(body->refreshToken.toLatin1(), [this, call](const auto& answer) { answerTokens(call, answer); });
}

void Service::logout(const Call& call)
{
    m_sessions.logout(call.request.header("authorization").mid(7).trimmed(), [call] { call.answer(jsonAnswer({}, 204)); });
}

void Service::runCommands(const Call& call)
{
    // Reading a long batch takes a while; the thread of the connections has others to serve.
    m_readers.push([this, call](const commands::QueryContext&) {
        const Result<std::vector<Incoming>> commands = readCommands(call.request.body, *call.who);
        if (!commands)
            return call.fail(commands.error());
        struct Answers {
            std::vector<Outgoing> answers;
            std::atomic<size_t> open = 0;
        };
        const auto batch = std::make_shared<Answers>();
        const auto order = std::make_shared<commands::Batch>();
        batch->answers.resize(commands->size(), {QString(), Outcome()});
        batch->open = commands->size();
        if (commands->empty())
            return call.answer(jsonAnswer(answersText({}, languageOf(call.request))));
        for (const Incoming& command : *commands) {
            const auto settle = [call, batch, id = command.id, place = command.place](const Result<Outcome>& outcome) {
                batch->answers[place] = {id, outcome};
                if (--batch->open == 0)
                    call.answer(jsonAnswer(answersText(batch->answers, languageOf(call.request))));
            };
            if (command.request)
                runOne(*command.request, settle, order);
            else
                settle(command.request.error());
        }
    });
}

void Service::projects(const Call& call)
{
    m_readers.push([call](const commands::QueryContext& context) {
        const auto rows = commands::Projects{}.ask(context);
        if (!rows)
            return call.fail(rows.error());
        ProjectsBody body;
        for (const commands::Projects::Row& row : *rows) {
            if (isPublic(row.state) || (call.who && maySee(row.state, commands::authorOf(row.projectId, context.reader), call.who)))
                body.projects.push_back(row);
        }
        const QByteArray json = commands::encodeText(body);
        for (commands::Projects::Row& row : body.projects)
            row.leftMs = 0;
        call.answer(unlessKnown(call.request, tagged(jsonAnswer(json), tagOf(commands::encodeText(body)))));
    });
}

void Service::coupons(const Call& call)
{
    if (!call.who->person)
        return call.fail(error(ErrorCode::Forbidden, message("api.no_person")));
    commands::PersonCoupons query;
    query.person = *call.who->person;
    const auto wanted = call.request.query.find("usable");
    query.usableOnly = wanted != call.request.query.end() && wanted->second != "false";
    if (const auto total = call.request.query.find("total"); total != call.request.query.end()) {
        bool isNumber = false;
        query.total = total->second.toLongLong(&isNumber);
        if (!isNumber)
            return call.fail(error(ErrorCode::Invalid, message("api.no_number").with("name", QStringLiteral("total"))));
    }
    m_readers.push([call, query](const commands::QueryContext& context) {
        const auto rows = query.ask(context);
        if (!rows)
            return call.fail(rows.error());
        const QByteArray json = commands::encodeText(CouponsBody{*rows});
        call.answer(unlessKnown(call.request, tagged(jsonAnswer(json), tagOf(json))));
    });
}

void Service::project(const Call& call)
{
    m_readers.push([this, call](const commands::QueryContext& context) {
        const QString label = QString::fromUtf8(call.parameters.front());
        const auto id = domain::idForExternal<domain::ProjectId>(workspace(), label.left(domain::maxExternalIdLength));
        const auto rows = commands::Projects{id}.ask(context);
        if (!rows)
            return call.fail(rows.error());
        if (!maySee(rows->front().state, commands::authorOf(id, context.reader), call.who))
            return call.fail(error(ErrorCode::NotFound, message("project.not_found").with("project", label))); // as if there were none
        commands::Projects::Row row = rows->front();
        const QByteArray json = commands::encodeText(row);
        row.leftMs = 0; // it follows from the end and the clock
        call.answer(unlessKnown(call.request, tagged(jsonAnswer(json), tagOf(commands::encodeText(row), row.version))));
    });
}

/// Asked for by everybody who looks at a campaign: read once a change, and often enough that its times are true.
void Service::projectStatus(const Call& call)
{
    constexpr qint64 freshMs = 100; // what time, or another process, changes
    constexpr qsizetype mostKept = 10'000;
    const QByteArray label = call.parameters.front();
    const qint64 commits = m_writer.commits();
    {
        std::unique_lock lock(m_statusMutex);
        const auto known = m_statuses.constFind(label);
        if (known != m_statuses.constEnd() && known->commits == commits && m_clock.now().ms - known->at.ms < freshMs) {
            HttpAnswer answer = known->answer;
            lock.unlock();
            return call.answer(unlessKnown(call.request, std::move(answer)));
        }
    }
    if (refusedAsTooMany(call))
        return;
    Call kept = call;
    kept.request.headers.erase("if-none-match");
    kept.answer = [this, label, commits, at = m_clock.now(), request = call.request, answer = call.answer](HttpAnswer made) {
        if (made.status == 200) {
            const std::lock_guard lock(m_statusMutex);
            if (m_statuses.size() >= mostKept)
                m_statuses.clear();
            m_statuses.insert(label, {commits, at, made});
        }
        answer(unlessKnown(request, std::move(made)));
    };
    kept.who.reset(); // the same for everybody
    project(kept);
}

void Service::give(const Call& call)
{
    const auto key = domain::uuidFromText(QString::fromLatin1(call.request.header("idempotency-key")));
    if (!key || key->isNull())
        return call.fail(error(ErrorCode::Invalid, message("api.no_key")));
    Result<JsonDocument> body = commands::parseJson(call.request.body);
    if (!body)
        return call.fail(body.error());
    JsonDocument arguments = std::move(body).value();
    if (!arguments.IsObject())
        return call.fail(error(ErrorCode::Invalid, message("api.no_object")));
    if (call.route->pathMember) { // the path says which, whatever the body says
        auto& allocator = arguments.GetAllocator();
        arguments.RemoveMember(call.route->pathMember);
        arguments.AddMember(rapidjson::StringRef(call.route->pathMember), commands::jsonString(QString::fromUtf8(call.parameters.front()), allocator), allocator);
    }
    CommandRequest request;
    request.id = domain::CommandId(*key);
    request.name = call.route->command;
    request.schemaVersion = commands::findCommand(request.name)->schemaVersion;
    request.arguments = commands::jsonText(arguments);
    request.actor = call.who->actor;
    if (const auto expected = expectedBy(call.request); expected && expected->versions.size() == 1 && request.name == "EditProject")
        request.baseVersion = expected->versions.front();
    const auto done = [call](const Result<Outcome>& outcome) {
        if (!outcome)
            return call.fail(outcome.error(), outcome.error().message.id == QByteArray(otherVersion) ? 412 : 0);
        HttpAnswer made = jsonAnswer(outcome->json, call.route->status);
        if (outcome->duplicate)
            made.headers.emplace_back("Idempotency-Replayed", "true");
        call.answer(std::move(made));
    };
    runOne(request, done, {}, preconditionOf(call));
}

/// Of If-Match: that the campaign of the path is as it was when whoever asks saw it. Nothing else that a route changes has a tag.
Service::Precondition Service::preconditionOf(const Call& call) const
{
    const auto expected = expectedBy(call.request);
    if (!expected)
        return {};
    const bool isOfProject = call.route->pathMember == QByteArray("project_id");
    const QByteArray label = isOfProject ? call.parameters.front() : QByteArray();
    const auto id = domain::idForExternal<domain::ProjectId>(workspace(), QString::fromUtf8(label).left(domain::maxExternalIdLength));
    return [expected, isOfProject, id](store::UnitOfWork& work) -> domain::Status {
        const auto project = isOfProject ? store::CampaignReader(work.reader()).project(id) : std::nullopt;
        if (expected->holds(project ? std::optional(project->version) : std::nullopt))
            return domain::done();
        return error(ErrorCode::Conflict, message(otherVersion));
    };
}

namespace
{

/// All rows of a query, for whoever manages people.
template<class Q, class Body>
void answerPeople(commands::Readers& readers, const Call& call, std::vector<typename Q::Row> Body::*rows)
{
    if (!hasRight(call.who->actor.role, commands::Right::ManagePeople))
        return call.fail(error(ErrorCode::Forbidden, message("command.forbidden").with("name", QLatin1StringView(Q::name))));
    readers.push([call, rows](const commands::QueryContext& context) {
        const auto found = Q{}.ask(context);
        if (!found)
            return call.fail(found.error());
        Body body;
        body.*rows = *found;
        const QByteArray json = commands::encodeText(body);
        call.answer(unlessKnown(call.request, tagged(jsonAnswer(json), tagOf(json))));
    });
}

} // namespace

void Service::users(const Call& call)
{
    answerPeople<commands::Users>(m_readers, call, &UsersBody::users);
}

void Service::devices(const Call& call)
{
    answerPeople<commands::Devices>(m_readers, call, &DevicesBody::devices);
}

void Service::makeProvisioningCode(const Call& call)
{
    constexpr qint64 validSeconds = 15 * 60;
    const Result<CodeWanted> body = bodyOf<CodeWanted>(call);
    if (!body)
        return call.fail(body.error());
    // For a role it takes an admin; for oneself nobody else.
    if (body->role ? !hasRight(call.who->actor.role, commands::Right::ManagePeople) : !call.who->person.has_value())
        return call.fail(error(ErrorCode::Forbidden, message("command.forbidden").with("name", QStringLiteral("AddDevice"))));
    using domain::Role;
    if (body->role && *body->role != Role::Door && *body->role != Role::Supervisor && *body->role != Role::BoxOffice)
        return call.fail(error(ErrorCode::Refused, message("device.role").with("role", domain::enumText(*body->role))));
    const QByteArray code = m_sessions.makeToken();
    const store::ProvisioningCode kept{domain::sha256(code), body->role.value_or(call.who->actor.role), call.who->actor.name,
                                       m_clock.now().plusMs(validSeconds * 1000), body->role ? std::nullopt : call.who->person};
    m_writer.push(
        [kept](Executor&, store::UnitOfWork& work) {
            store::PeopleWriter(work).add(kept);
            return work.status();
        },
        [call, code](const domain::Status& status) {
            if (!status)
                return call.fail(status.error());
            call.answer(jsonAnswer(commands::encodeText(CodeMade{QString::fromLatin1(code), validSeconds}), 201));
        });
}

void Service::addDevice(const Call& call)
{
    const Result<DeviceWanted> body = bodyOf<DeviceWanted>(call);
    if (!body)
        return call.fail(body.error());
    const QByteArray token = m_sessions.makeToken();
    commands::AddDevice command;
    command.codeHash = QString::fromLatin1(domain::sha256(body->code.toLatin1()).toHex());
    command.tokenHash = QString::fromLatin1(domain::sha256(token).toHex());
    command.deviceName = body->name;
    // Whoever made the code had the right to; the code is what stands for them.
    CommandRequest request = commands::makeRequest(command, {commands::Role::Admin, QStringLiteral("provisioning")});
    request.id = domain::CommandId(QUuid::createUuid());
    const store::WorkspaceRecord workspace = record();
    const WorkspaceBody house{workspace.id, workspace.name, workspace.currency, workspace.zone.name()};
    runOne(request, [this, call, token, house](const Result<Outcome>& outcome) {
        if (!outcome)
            return call.fail(outcome.error(), outcome.error().code == ErrorCode::Refused ? 401 : 0);
        const Result<JsonDocument> json = commands::parseJson(outcome->json);
        const auto made = json ? commands::decode<commands::DeviceMade>(*json, {}) : Result<commands::DeviceMade>(json.error());
        if (!made)
            return call.fail(made.error());
        // Who it is now is what its token says.
        m_sessions.authenticate(token, [call, token, house, device = made->deviceId](const Result<SignedIn>& who) {
            if (!who)
                return call.fail(who.error());
            call.answer(jsonAnswer(commands::encodeText(TokenMade{device, QString::fromLatin1(token), who->actor.role, who->actor.name, house}), 201));
        });
    });
}

void Service::revokeDevice(const Call& call)
{
    commands::RevokeDevice command;
    command.deviceId = domain::idForExternal<domain::DeviceId>(workspace(), QString::fromUtf8(call.parameters.front()).left(domain::maxExternalIdLength));
    CommandRequest request = commands::makeRequest(command, call.who->actor);
    request.id = domain::CommandId(QUuid::createUuid());
    runOne(request, [call](const Result<Outcome>& outcome) {
        if (!outcome)
            return call.fail(outcome.error());
        call.answer(jsonAnswer({}, 204));
    });
}

void Service::runOne(const CommandRequest& request, std::function<void(const Result<Outcome>&)> done, std::shared_ptr<commands::Batch> batch,
                     Precondition precondition)
{
    if (!batch)
        batch = std::make_shared<commands::Batch>();
    const bool changesPeople = request.name == "EditUser" || request.name == "SetPassword" || request.name == "RevokeDevice";
    m_writer.push<commands::Answered>(
        [request, batch, precondition = std::move(precondition)](Executor& executor, store::UnitOfWork& work) -> Result<commands::Answered> {
            const bool isNew = precondition && !work.reader().logEntry(request.id) && !store::AnswerBook(work).rejection(request.id);
            if (const domain::Status holds = isNew ? precondition(work) : domain::done(); !holds)
                return commands::Answered{holds.error()};
            return commands::answer(request, executor, work, *batch);
        },
        [this, changesPeople, done = std::move(done)](const Result<commands::Answered>& answered) {
            const Result<Outcome> outcome = answered ? answered->outcome : Result<Outcome>(answered.error());
            ++(outcome ? m_applied : m_rejected);
            if (changesPeople)
                m_sessions.forgetAll();
            done(outcome);
        });
}

} // namespace encore::api
