// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.h"

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

Service::Service(const store::Workspace& workspace, const domain::Clock& clock, domain::RandomSource& random, const QString& name,
                 RateLimits rates) :
    m_workspace(workspace.record()), m_clock(clock), m_rates(std::move(rates)), m_anonymousRate(m_rates.anonymous), m_signedInRate(m_rates.signedIn),
    m_signInRate(m_rates.signIn), m_readers(workspace, clock, readerThreads), m_writer(workspace, name, clock, random, mostTogether),
    m_sessions(m_writer, m_readers, clock, random, m_rates.waitingPasswords), m_feedWatch(workspace)
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

void Call::failUntil(const domain::Error& why, qint64 seconds, int status) const
{
    HttpAnswer made = problem(why, languageOf(request), status);
    made.headers.emplace_back("Retry-After", QByteArray::number(seconds));
    answer(std::move(made));
}

bool Service::refusedAsTooMany(const Call& call, int secondsToWait)
{
    if (secondsToWait == 0)
        return false;
    ++m_tooMany;
    call.failUntil(error(ErrorCode::Unavailable, message("api.too_many").with("seconds", secondsToWait)), secondsToWait, 429);
    return true;
}

/// Whoever has signed in is counted as who they are, wherever they are and however many tokens they have; others by their address.
bool Service::refusedAsTooMany(const Call& call)
{
    const auto now = std::chrono::steady_clock::now();
    if (!call.who)
        return refusedAsTooMany(call, m_anonymousRate.take(call.client, now));
    const QByteArray who = call.who->device ? call.who->device->bytes() : call.who->person ? call.who->person->bytes() : QByteArray();
    return refusedAsTooMany(call, m_signedInRate.take(who, now));
}

void Service::run(const Route& route, Call call)
{
    call.client = clientOf(askingAddress(call.request.peer, call.request.header("x-forwarded-for"), m_rates.trustedProxies));
    const auto now = std::chrono::steady_clock::now();
    if (route.counted == Route::Counted::AsSignIn && refusedAsTooMany(call, m_signInRate.take(call.client, now)))
        return;
    if ((route.body || route.command) && !call.request.header("content-type").toLower().startsWith("application/json"))
        return call.fail(error(ErrorCode::Invalid, message("api.content_type")), 415);
    const bool isCounted = route.counted == Route::Counted::Usually;
    const QByteArray authorization = call.request.header("authorization");
    if (!authorization.startsWith("Bearer ")) {
        if (isCounted && refusedAsTooMany(call))
            return;
        if (route.access == Route::Access::SignedIn)
            return call.fail(error(ErrorCode::Forbidden, message("auth.needed")), 401);
        return (this->*route.handle)(call);
    }
    const QByteArray token = authorization.mid(7).trimmed();
    // Each token that somebody invents is looked for, too.
    if (!m_sessions.remembers(token) && refusedAsTooMany(call, m_anonymousRate.wouldTake(call.client, now)))
        return;
    m_sessions.authenticate(token, [this, isCounted, &route, now, call = std::move(call)](const Result<SignedIn>& who) {
        if (!who) {
            (void)m_anonymousRate.take(call.client, now);
            return call.fail(who.error(), who.error().code == ErrorCode::Forbidden ? 401 : 0);
        }
        Call known = call;
        known.who = *who;
        if (!isCounted || !refusedAsTooMany(known))
            (this->*route.handle)(known);
    });
}

} // namespace encore::api
