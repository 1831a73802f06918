// SPDX-License-Identifier: GPL-3.0-or-later
#include "network.h"

#include "commands/codec/json.h"

namespace encore::simulation
{

using sync::Response;

namespace
{

constexpr qint64 hourMs = 3'600'000;

Response answered(int status, const QByteArray& type, const QByteArray& body, qint64 retryAfterMs = 0)
{
    return {Response::Kind::Answered, status, type, body, retryAfterMs, {}};
}

QByteArray reordered(const QByteArray& body)
{
    commands::JsonDocument json;
    json.Parse(body.constData(), size_t(body.size()));
    if (json.HasParseError() || !json.IsObject() || !json.HasMember("commands"))
        return body;
    commands::JsonValue turned(rapidjson::kArrayType);
    commands::JsonValue& commands = json["commands"];
    for (rapidjson::SizeType i = commands.Size(); i > 0; --i)
        turned.PushBack(commands[i - 1], json.GetAllocator());
    commands = turned;
    return commands::jsonText(json);
}

} // namespace

bool Wire::happens(int percent)
{
    const bool does = percent > 0 && m_chance.below(100) < percent;
    m_disturbed += does;
    return does;
}

std::optional<Response> Wire::instead()
{
    if (weather.isDown)
        return Response{Response::Kind::Unreachable, 0, {}, {}, 0, QStringLiteral("no route")};
    if (weather.isUntrusted)
        return Response{Response::Kind::Untrusted, 0, {}, {}, 0, QStringLiteral("self-signed")};
    if (weather.isCaptive)
        return answered(200, "text/html; charset=utf-8", "<html><body>Welcome to the hotel</body></html>");
    if (weather.answersWith == 429)
        return answered(429, "application/problem+json", R"({"code":"sync.busy"})", 120'000);
    if (weather.answersWith == 401)
        return answered(401, "application/problem+json", R"({"code":"auth.token"})");
    if (weather.answersWith > 0)
        return answered(weather.answersWith, "application/problem+json", R"({"code":"store.busy"})");
    return std::nullopt;
}

void Wire::send(const sync::Request& request, std::function<void(const Response&)> done)
{
    ++m_requests;
    const auto hear = [this, generation = m_generation, done = std::move(done)](const Response& response) {
        if (generation == m_generation)
            done(response);
    };
    const bool isUpload = request.method == "POST";
    const qint64 there = 5 + m_chance.below(200);
    if (isUpload && onUpload)
        onUpload(false);
    if (const auto other = instead()) {
        ++m_disturbed;
        m_loop.after(there, [hear, response = *other] { hear(response); });
        return;
    }
    if (happens(weather.swallows))
        return;
    const auto timeOut = [this, hear, ms = request.timeoutMs] { m_loop.after(ms, [hear] { hear({Response::Kind::TimedOut, 0, {}, {}, 0, {}}); }); };
    if (happens(weather.loses) || (isUpload && happens(weather.cuts))) // what is cut off is no request to the server either
        return timeOut();
    sync::Request arriving = request;
    if (isUpload && weather.rejectsAll > 0 && request.body.contains(weather.rejectedName)) {
        ++m_disturbed;
        m_loop.after(there, [hear, status = weather.rejectsAll] { hear(answered(status, "application/problem+json", R"({"code":"api.no_object","detail":"no"})")); });
        return;
    }
    if (isUpload && happens(weather.reorders))
        arriving.body = reordered(request.body);
    if (happens(weather.twice))
        m_loop.after(there, [this, arriving] { m_house.ask(arriving, [](const Response&) {}); });
    if (isUpload && happens(weather.twiceLate))
        m_loop.after(there + (1 + m_chance.below(3)) * hourMs, [this, arriving] { m_house.ask(arriving, [](const Response&) {}); });
    const bool isHeard = !happens(weather.losesAnswers);
    m_loop.after(there, [this, arriving, hear, isHeard, timeOut, isUpload] {
        m_house.ask(arriving, [this, hear, isHeard, timeOut, isUpload](const Response& response) {
            if (isUpload && onUpload)
                onUpload(true);
            if (!isHeard)
                return timeOut();
            m_loop.after(5 + m_chance.below(200), [hear, back = onItsWayBack(response)] { hear(back); });
        });
    });
}

Response Wire::onItsWayBack(Response response)
{
    if (response.body.isEmpty() || !happens(weather.damages))
        return response;
    if (m_chance.oneIn(2))
        response.body.truncate(m_chance.below(int(response.body.size())));
    else
        response.body[m_chance.below(int(response.body.size()))] ^= char(1 << m_chance.below(7));
    return response;
}

} // namespace encore::simulation
