// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/server.h"

#include "service.h"

#include <QElapsedTimer>

namespace encore::api
{

namespace
{

QByteArray logLine(const QByteArray& id, const QByteArray& method, const QByteArray& path, int status, qint64 microseconds)
{
    commands::JsonDocument line(rapidjson::kObjectType);
    auto& allocator = line.GetAllocator();
    line.AddMember("request", commands::jsonString(QString::fromLatin1(id), allocator), allocator);
    line.AddMember("method", commands::jsonString(QString::fromLatin1(method), allocator), allocator);
    line.AddMember("path", commands::jsonString(QString::fromUtf8(path.left(200)), allocator), allocator);
    line.AddMember("status", status, allocator);
    line.AddMember("us", int64_t(microseconds), allocator);
    return commands::jsonText(line);
}

} // namespace

Server::Server(const store::Workspace& workspace, const domain::Clock& clock, domain::RandomSource& random, ServerSettings settings) :
    m_settings(std::move(settings)),
    m_http(std::make_unique<HttpServer>(m_settings.limits,
                                        [this](HttpRequest request, HttpServer::Answer answer) {
                                            if (!m_settings.log)
                                                return m_service->handle(std::move(request), std::move(answer));
                                            QElapsedTimer timer;
                                            timer.start();
                                            const auto logged = [log = m_settings.log, timer, id = request.id, method = request.method,
                                                                 path = request.path, answer = std::move(answer)](HttpAnswer made) {
                                                log(logLine(id, method, path, made.status, timer.nsecsElapsed() / 1000));
                                                answer(std::move(made));
                                            };
                                            m_service->handle(std::move(request), logged);
                                        })),
    m_service(std::make_unique<Service>(workspace, clock, random, m_settings.name, m_settings.rates))
{
    m_service->setCounts(&m_http->counts());
}

Server::~Server()
{
    (void)m_http->drain(std::chrono::milliseconds(0)); // nothing calls the service any more; what it still answers goes nowhere
}

domain::Result<QString> Server::start()
{
    const domain::Result<quint16> port = m_http->listen(m_settings.host, m_settings.port, m_settings.tls);
    if (!port)
        return port.error();
    const QString host = m_settings.host.contains(u':') ? QString(u'[' + m_settings.host + u']') : m_settings.host;
    return QString((m_settings.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + host + u':' + QString::number(*port));
}

bool Server::drain(std::chrono::milliseconds patience)
{
    m_service->endWaiting();
    return m_http->drain(patience);
}

} // namespace encore::api
