// SPDX-License-Identifier: GPL-3.0-or-later

// Every route of CONTRACTS §6 that has its domain, and what OpenAPI says of it.

#include "apirows.h"
#include "service.h"

namespace encore::api
{

using commands::schemaOf;

namespace
{

Route counted(Route::Counted how, Route route)
{
    route.counted = how;
    return route;
}

Route withTag(Route route)
{
    route.isTagged = true;
    return route;
}

Route asking(const char* query, Route route)
{
    route.query = query;
    return route;
}

/// A resource of its own for what a web site asks for; needs an Idempotency-Key, which is the command's id.
Route command(const char* method, const char* path, const char* name, const char* pathMember, int status, void (Service::*give)(const Call&))
{
    const commands::CommandEntry* entry = commands::findCommand(name);
    Q_ASSERT(entry != nullptr);
    return Route{method, path, Route::Access::SignedIn, entry->summary, nullptr, entry->madeSchema, status, give, name, pathMember};
}

void append(std::vector<Route>& routes, std::vector<Route> more)
{
    routes.insert(routes.end(), more.begin(), more.end());
}

} // namespace

std::vector<Route> Service::routesOfTheServer()
{
    using enum Route::Access;
    using enum Route::Counted;
    return {
        counted(Never, {"GET", "/healthz", Open, "Whether the server runs.", nullptr, nullptr, 200, &Service::health}),
        counted(Never, {"GET", "/readyz", Open, "Whether it can answer from its database.", nullptr, nullptr, 200, &Service::ready}),
        counted(Never, {"GET", "/metrics", Open, "What went through, as Prometheus text.", nullptr, nullptr, 200, &Service::metrics}),
        withTag({"GET", "/api/v1/openapi.json", Open, "This description.", nullptr, nullptr, 200, &Service::openApi}),
    };
}

std::vector<Route> Service::routesOfSignIn()
{
    using enum Route::Access;
    using enum Route::Counted;
    return {
        counted(AsSignIn, {"POST", "/api/v1/auth/login", Open, "Sign in by e-mail and password.", &schemaOf<LoginBody>, &schemaOf<TokensBody>, 200,
                           &Service::login}),
        counted(AsSignIn, {"POST", "/api/v1/auth/refresh", Open, "Exchange a refresh token for new tokens; each works once.", &schemaOf<RefreshBody>,
                           &schemaOf<TokensBody>, 200, &Service::refresh}),
        {"POST", "/api/v1/auth/logout", SignedIn, "End this sign-in everywhere.", nullptr, nullptr, 204, &Service::logout},
        counted(AsSignIn, {"POST", "/api/v1/devices/provisioning-codes", SignedIn, "A code that lets one device in, once.", &schemaOf<CodeWanted>,
                           &schemaOf<CodeMade>, 201, &Service::makeProvisioningCode}),
        counted(AsSignIn, {"POST", "/api/v1/devices", Open, "Let a device in by a code; its token is told this once.", &schemaOf<DeviceWanted>,
                           &schemaOf<TokenMade>, 201, &Service::addDevice}),
        withTag({"GET", "/api/v1/devices", SignedIn, "The devices that were let in; for whoever manages people.", nullptr, &schemaOf<DevicesBody>, 200,
                 &Service::devices}),
        {"DELETE", "/api/v1/devices/{id}", SignedIn, "Take a device's token away.", nullptr, nullptr, 204, &Service::revokeDevice},
        withTag({"GET", "/api/v1/users", SignedIn, "Who may sign in, as what; for whoever manages people.", nullptr, &schemaOf<UsersBody>, 200,
                 &Service::users}),
    };
}

std::vector<Route> Service::routesOfResources()
{
    using enum Route::Access;
    using enum Route::Counted;
    return {
        withTag({"GET", "/api/v1/projects", Open, "Campaigns that the public may see; those of one's own as well.", nullptr, &schemaOf<ProjectsBody>, 200,
                 &Service::projects}),
        withTag({"GET", "/api/v1/projects/{id}", Open, "One campaign.", nullptr, &schemaOf<commands::Projects::Row>, 200, &Service::project}),
        // Most often it is known already, and then costs no more than a refusal would.
        counted(Never, withTag({"GET", "/api/v1/projects/{id}/status", Open, "How a campaign stands, exact to the last pledge.", nullptr,
                                &schemaOf<commands::Projects::Row>, 200, &Service::projectStatus})),
        command("PATCH", "/api/v1/projects/{id}", "EditProject", "project_id", 200, &Service::give),
        command("POST", "/api/v1/projects/{id}/pledges", "PlacePledge", "project_id", 201, &Service::give),
        command("POST", "/api/v1/orders", "PlaceOrder", nullptr, 201, &Service::give),
        command("POST", "/api/v1/orders/{id}/payments", "PayOrder", "order_id", 201, &Service::give),
        command("POST", "/api/v1/coupons/{id}/claims", "ClaimCoupon", "coupon_id", 201, &Service::give),
        asking("usable total", withTag({"GET", "/api/v1/coupons", SignedIn,
                                        "The coupons of whoever is signed in, and what each takes off a total; usable: only those that can be used now.",
                                        nullptr, &schemaOf<CouponsBody>, 200, &Service::coupons})),
    };
}

std::vector<Route> Service::routesOfSync()
{
    using enum Route::Access;
    return {
        {"POST", "/api/v1/commands", SignedIn, "Carry commands out, in their order; each is answered by itself.", &schemaOf<CommandsBody>,
         &schemaOf<ResultsBody>, 200, &Service::runCommands},
        {"POST", "/api/v1/commands/sealed", SignedIn, "Open what a desk that was shut out had not got through; for a supervisor.", &schemaOf<BoxBody>,
         &schemaOf<SavedBody>, 200, &Service::openSealed},
        asking("epoch cursor limit wait device_seq digest",
               {"GET", "/api/v1/changes", SignedIn, "What changed behind a cursor of what one may see; with wait, as soon as something does.", nullptr,
                &pageSchema, 200, &Service::changes}),
        asking("limit next", {"GET", "/api/v1/snapshot", SignedIn, "Everything one may see, page by page; what changes meanwhile comes by changes.",
                              nullptr, &pageSchema, 200, &Service::snapshot}),
        asking("sequence", {"GET", "/api/v1/adoption", SignedIn, "Whether this server is empty, and the hash of a line of its log; for an admin.", nullptr,
                            &schemaOf<HouseBody>, 200, &Service::adoption}),
        {"POST", "/api/v1/adoption", SignedIn, "Make a standalone workspace, put here in pieces as blobs, the house of this empty server; for an admin.",
         &schemaOf<AdoptionBody>, &schemaOf<HouseBody>, 200, &Service::adopt},
        {"PUT", "/api/v1/blobs/{sha256}", SignedIn, "Keep a file under the SHA-256 of its bytes, 64 hex digits; commands name it so.", nullptr, nullptr, 204,
         &Service::putBlob},
        withTag({"GET", "/api/v1/blobs/{sha256}", Open,
                 "A file; the public may see pictures of campaigns that it may see, a musician those of their own as well.", nullptr, nullptr, 200,
                 &Service::blob}),
    };
}

const std::vector<Route>& Service::routes()
{
    static const std::vector<Route> routes = [] {
        std::vector<Route> all = routesOfTheServer();
        append(all, routesOfSignIn());
        append(all, routesOfResources());
        append(all, routesOfSync());
        return all;
    }();
    return routes;
}

} // namespace encore::api
