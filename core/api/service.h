// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httpserver.h"
#include "api/ratelimit.h"
#include "commands/authority.h"
#include "commands/registry.h"
#include "feedwatch.h"
#include "sessions.h"
#include "sync/page.h"
#include "tags.h"

namespace encore::api
{

struct Route;

/// A request that found its route, by somebody who was let in.
struct Call {
    const Route* route;
    HttpRequest request;
    std::vector<QByteArray> parameters; ///< of the path, in its order
    std::optional<SignedIn> who; ///< absent: nobody signed in, which only public routes allow
    HttpServer::Answer answer;
    QByteArray client = {}; ///< who asks, as far as an address says so

    void fail(const domain::Error& error, int status = 0) const { answer(problem(error, languageOf(request), status)); }
    /// Not now: the same may be asked again in so many seconds.
    void failUntil(const domain::Error& error, qint64 seconds, int status) const;
};

class Service;

/// JSON Schema of a page of rows, whose shapes are the tables' own.
[[nodiscard]] commands::JsonValue pageSchema(commands::JsonDocument::AllocatorType& allocator);

struct Route {
    enum class Access { Open, SignedIn };
    enum class Counted { Usually, AsSignIn, Never }; ///< how often one may ask for it
    using Schema = commands::JsonValue (*)(commands::JsonDocument::AllocatorType&);

    const char* method;
    const char* path; ///< with {parameters}
    Access access;
    const char* summary;
    Schema body; ///< null: none
    Schema answer; ///< null: nothing that JSON Schema describes
    int status; ///< where it went well
    void (Service::*handle)(const Call&);
    const char* command = nullptr; ///< that the body is the arguments of
    const char* pathMember = nullptr; ///< of these arguments: the one that stands in the path
    Counted counted = Counted::Usually;
    bool isTagged = false; ///< its answers have an ETag
    const char* query = nullptr; ///< names that it knows behind the "?", with spaces between
};

/// Routes onto commands and queries (CONTRACTS §6). Lives between the HTTP server, whose thread calls it, and the workspace's threads.
class Service
{
public:
    Service(const store::Workspace& workspace, const domain::Clock& clock, domain::RandomSource& random, const QString& name, RateLimits rates);
    ~Service();
    Q_DISABLE_COPY_MOVE(Service)

    void handle(HttpRequest request, HttpServer::Answer answer);
    void endWaiting() { m_feedWatch.finish(); } ///< whoever waits for a change is told that there is none
    void setCounts(const HttpCounts* counts) { m_httpCounts = counts; }
    [[nodiscard]] static const std::vector<Route>& routes();

private:
    [[nodiscard]] static std::vector<Route> routesOfTheServer();
    [[nodiscard]] static std::vector<Route> routesOfSignIn();
    [[nodiscard]] static std::vector<Route> routesOfResources();
    [[nodiscard]] static std::vector<Route> routesOfSync();
    void run(const Route& route, Call call);
    /// Whether this one is too many, which it is told.
    [[nodiscard]] bool refusedAsTooMany(const Call& call);
    [[nodiscard]] bool refusedAsTooMany(const Call& call, int secondsToWait);

    void health(const Call& call);
    void ready(const Call& call);
    void metrics(const Call& call);
    void openApi(const Call& call);
    void login(const Call& call);
    void refresh(const Call& call);
    void logout(const Call& call);
    void runCommands(const Call& call);
    void projects(const Call& call);
    void users(const Call& call);
    void devices(const Call& call);
    void coupons(const Call& call);
    void project(const Call& call);
    void projectStatus(const Call& call);
    void give(const Call& call);
    void putBlob(const Call& call);
    void blob(const Call& call);
    void makeProvisioningCode(const Call& call);
    void addDevice(const Call& call);
    void revokeDevice(const Call& call);
    void openSealed(const Call& call);
    void adoption(const Call& call);
    void adopt(const Call& call);
    void answerAdopted(const Call& call);
    void changes(const Call& call);
    void snapshot(const Call& call);
    void giveChanges(const Call& call, const sync::PageRequest& request);
    void answerTogether(const QByteArray& same, const sync::PageRequest& request);
    /// What has to hold for a command that was not answered before; else it is as if it had never come.
    using Precondition = std::function<domain::Status(store::UnitOfWork& work)>;
    [[nodiscard]] Precondition preconditionOf(const Call& call) const;
    /// @p batch: of the request it came in, where there is more than one in that.
    void runOne(const commands::CommandRequest& request, std::function<void(const domain::Result<commands::Outcome>&)> done,
                std::shared_ptr<commands::Batch> batch = {}, Precondition precondition = {});

    void answerTokens(const Call& call, const std::variant<Tokens, Refusal>& tokens);
    [[nodiscard]] domain::WorkspaceId workspace() const { return record().id; }
    [[nodiscard]] store::WorkspaceRecord record() const
    {
        const std::lock_guard lock(m_workspaceMutex);
        return m_workspace;
    }

    mutable std::mutex m_workspaceMutex;
    store::WorkspaceRecord m_workspace; ///< another one once this server has adopted it
    const domain::Clock& m_clock;
    const HttpCounts* m_httpCounts = nullptr;
    struct Status {
        qint64 commits = -1;
        domain::Instant at;
        HttpAnswer answer;
    };
    std::mutex m_statusMutex;
    QHash<QByteArray, Status> m_statuses; ///< by the path's id; only what everybody may see
    std::mutex m_askingMutex;
    QHash<QByteArray, std::vector<Call>> m_asking; ///< for the same page, which one of them will read for all
    std::atomic<qint64> m_applied = 0;
    std::atomic<qint64> m_rejected = 0;
    std::atomic<qint64> m_tooMany = 0;
    RateLimits m_rates;
    RateLimiter m_anonymousRate;
    RateLimiter m_signedInRate;
    RateLimiter m_signInRate;
    commands::Readers m_readers;
    commands::Writer m_writer;
    Sessions m_sessions;
    FeedWatch m_feedWatch;
};

/// OpenAPI 3.1 of every route, made from the schemas of commands.
[[nodiscard]] QByteArray openApiText();

} // namespace encore::api
