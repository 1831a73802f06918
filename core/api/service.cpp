// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.h"

#include "apirows.h"

#include <algorithm>

namespace encore::api
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

constexpr int readerThreads = 2;
constexpr size_t mostTogether = 256;

std::vector<QByteArray> partsOf(const QByteArray& path)
{
    const QList<QByteArray> parts = path.split('/');
    return {parts.begin(), parts.end()};
}

/// The path's parameters; absent: another route's.
std::optional<std::vector<QByteArray>> matched(const char* pattern, const std::vector<QByteArray>& path)
{
    const std::vector<QByteArray> parts = partsOf(pattern);
    if (parts.size() != path.size())
        return std::nullopt;
    std::vector<QByteArray> parameters;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].startsWith('{'))
            parameters.push_back(path[i]);
        else if (parts[i] != path[i])
            return std::nullopt;
    }
    return parameters;
}

} // namespace

Service::Service(const store::Workspace& workspace, const domain::Clock& clock, domain::RandomSource& random, const QString& name) :
    m_workspace(workspace.record()), m_clock(clock), m_readers(workspace, clock, readerThreads), m_writer(workspace, name, clock, random, mostTogether),
    m_sessions(m_writer, m_readers, clock, random), m_feedWatch(workspace)
{
}

Service::~Service()
{
    m_feedWatch.finish();
    // Each asks those behind it: questions may need a password checked, and a password's answer is written.
    m_readers.finish();
    m_sessions.finish();
    m_writer.finish();
}

const std::vector<Route>& Service::routes()
{
    using enum Route::Access;
    using commands::schemaOf;
    // A resource of its own for what a web site asks for; needs an Idempotency-Key, which is the command's id.
    const auto command = [](const char* path, const char* name, const char* pathMember) {
        const commands::CommandEntry* entry = commands::findCommand(name);
        Q_ASSERT(entry != nullptr);
        return Route{"POST", path, SignedIn, entry->summary, nullptr, entry->madeSchema, 201, &Service::give, name, pathMember};
    };
    static const std::vector<Route> routes = {
        {"GET", "/healthz", Open, "Whether the server runs.", nullptr, nullptr, 200, &Service::health},
        {"GET", "/readyz", Open, "Whether it can answer from its database.", nullptr, nullptr, 200, &Service::ready},
        {"GET", "/metrics", Open, "What went through, as Prometheus text.", nullptr, nullptr, 200, &Service::metrics},
        {"GET", "/api/v1/openapi.json", Open, "This description.", nullptr, nullptr, 200, &Service::openApi},
        {"POST", "/api/v1/auth/login", Open, "Sign in by e-mail and password.", &schemaOf<LoginBody>, &schemaOf<TokensBody>, 200, &Service::login},
        {"POST", "/api/v1/auth/refresh", Open, "Exchange a refresh token for new tokens; each works once.", &schemaOf<RefreshBody>,
         &schemaOf<TokensBody>, 200, &Service::refresh},
        {"POST", "/api/v1/auth/logout", SignedIn, "End this sign-in everywhere.", nullptr, nullptr, 204, &Service::logout},
        {"POST", "/api/v1/commands", SignedIn, "Carry commands out, in their order; each is answered by itself.", &schemaOf<CommandsBody>,
         &schemaOf<ResultsBody>, 200, &Service::runCommands},
        {"GET", "/api/v1/projects", Open, "Campaigns that the public may see; those of one's own as well.", nullptr, &schemaOf<ProjectsBody>, 200,
         &Service::projects},
        {"GET", "/api/v1/projects/{id}", Open, "One campaign.", nullptr, &schemaOf<commands::Projects::Row>, 200, &Service::project},
        {"GET", "/api/v1/projects/{id}/status", Open, "How a campaign stands, exact to the last pledge.", nullptr,
         &schemaOf<commands::Projects::Row>, 200, &Service::projectStatus},
        command("/api/v1/projects/{id}/pledges", "PlacePledge", "project_id"),
        command("/api/v1/orders", "PlaceOrder", nullptr),
        command("/api/v1/orders/{id}/payments", "PayOrder", "order_id"),
        command("/api/v1/coupons/{id}/claims", "ClaimCoupon", "coupon_id"),
        {"PUT", "/api/v1/blobs/{sha256}", SignedIn, "Keep a file under the SHA-256 of its bytes, 64 hex digits; commands name it so.", nullptr, nullptr, 204,
         &Service::putBlob},
        {"GET", "/api/v1/blobs/{sha256}", Open, "A file; the public may see pictures of campaigns that it may see, a musician those of their own as well.", nullptr, nullptr, 200, &Service::blob},
        {"POST", "/api/v1/devices/provisioning-codes", SignedIn, "A code that lets one device in, once.", &schemaOf<CodeWanted>, &schemaOf<CodeMade>, 201,
         &Service::makeProvisioningCode},
        {"POST", "/api/v1/devices", Open, "Let a device in by a code; its token is told this once.", &schemaOf<DeviceWanted>, &schemaOf<TokenMade>, 201,
         &Service::addDevice},
        {"GET", "/api/v1/changes", SignedIn, "What changed behind a cursor of what one may see; with wait, as soon as something does.", nullptr,
         &pageSchema, 200, &Service::changes},
        {"GET", "/api/v1/snapshot", SignedIn, "Everything one may see, page by page; what changes meanwhile comes by changes.", nullptr, &pageSchema, 200,
         &Service::snapshot},
        {"GET", "/api/v1/users", SignedIn, "Who may sign in, as what; for whoever manages people.", nullptr, &schemaOf<UsersBody>, 200, &Service::users},
        {"GET", "/api/v1/devices", SignedIn, "The devices that were let in; for whoever manages people.", nullptr, &schemaOf<DevicesBody>, 200,
         &Service::devices},
        {"DELETE", "/api/v1/devices/{id}", SignedIn, "Take a device's token away.", nullptr, nullptr, 204, &Service::revokeDevice},
    };
    return routes;
}

void Service::handle(HttpRequest request, HttpServer::Answer answer)
{
    const std::vector<QByteArray> path = partsOf(request.path);
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    QByteArrayList allowed;
    for (const Route& route : routes()) {
        const auto parameters = matched(route.path, path);
        if (!parameters)
            continue;
        if (method == route.method)
            return run(route, {&route, std::move(request), *parameters, std::nullopt, std::move(answer)});
        allowed << route.method;
    }
    const Call call{nullptr, std::move(request), {}, std::nullopt, std::move(answer)};
    if (allowed.isEmpty())
        return call.fail(error(ErrorCode::NotFound, message("api.no_route").with("path", QString::fromUtf8(call.request.path.left(100)))));
    HttpAnswer refusal = problem(error(ErrorCode::Invalid, message("api.method").with("method", QString::fromLatin1(call.request.method.left(20)))),
                                 languageOf(call.request), 405);
    refusal.headers.emplace_back("Allow", allowed.join(", "));
    call.answer(std::move(refusal));
}

void Service::run(const Route& route, Call call)
{
    if ((route.body || route.command) && !call.request.header("content-type").toLower().startsWith("application/json"))
        return call.fail(error(ErrorCode::Invalid, message("api.content_type")), 415);
    const QByteArray authorization = call.request.header("authorization");
    if (!authorization.startsWith("Bearer ")) {
        if (route.access == Route::Access::SignedIn)
            return call.fail(error(ErrorCode::Forbidden, message("auth.needed")), 401);
        return (this->*route.handle)(call);
    }
    m_sessions.authenticate(authorization.mid(7).trimmed(), [this, &route, call = std::move(call)](const Result<SignedIn>& who) {
        if (!who)
            return call.fail(who.error(), who.error().code == ErrorCode::Forbidden ? 401 : 0);
        Call known = call;
        known.who = *who;
        (this->*route.handle)(known);
    });
}

} // namespace encore::api
