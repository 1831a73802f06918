// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/httptransport.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSet>
#include <QSslConfiguration>
#include <QUrl>

namespace encore::sync
{

namespace
{

constexpr qint64 largestAnswer = 256LL * 1024 * 1024;

qint64 retryAfterMs(const QNetworkReply& reply)
{
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    return isNumber && seconds > 0 ? qint64(seconds) * 1000 : 0;
}

bool isAboutTrust(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::SslHandshakeFailedError;
}

Response responseOf(QNetworkReply& reply)
{
    Response response;
    response.reason = reply.errorString();
    response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isAboutTrust(reply.error())) {
        response.kind = Response::Kind::Untrusted;
    } else if (reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError) {
        response.kind = Response::Kind::TimedOut;
    } else if (response.status == 0 || (reply.error() != QNetworkReply::NoError && reply.error() < QNetworkReply::ContentAccessDenied)) {
        response.kind = Response::Kind::Unreachable; // a body that was cut off is no answer either
    } else {
        response.kind = Response::Kind::Answered;
        response.type = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray();
        response.body = reply.read(largestAnswer);
        response.retryAfterMs = retryAfterMs(reply);
        response.serverTimeMs = reply.rawHeader("Encore-Time").toLongLong();
    }
    return response;
}

} // namespace

bool isServerUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty() && url.path().length() <= 1;
}

struct HttpTransport::Inside {
    QNetworkAccessManager manager;
    QUrl server;
    QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    QByteArray language = "en";
    QSet<QNetworkReply*> open;
};

HttpTransport::HttpTransport(const QString& server, const QString& authorities) : m_inside(std::make_unique<Inside>())
{
    m_inside->server = QUrl(server);
    m_inside->ssl.setProtocol(QSsl::TlsV1_2OrLater);
    if (!authorities.isEmpty())
        m_inside->ssl.addCaCertificates(authorities);
}

HttpTransport::~HttpTransport()
{
    forgetAll();
}

void HttpTransport::setLanguage(domain::Language language)
{
    m_inside->language = language == domain::Language::Korean ? "ko" : "en";
}

void HttpTransport::send(const Request& request, std::function<void(const Response&)> answered)
{
    QUrl url = m_inside->server;
    const QByteArray path = request.path;
    const qsizetype question = path.indexOf('?');
    url.setPath(QString::fromLatin1(question < 0 ? path : path.left(question)));
    if (question >= 0)
        url.setQuery(QString::fromLatin1(path.mid(question + 1)), QUrl::StrictMode);
    QNetworkRequest made(url);
    made.setSslConfiguration(m_inside->ssl);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setTransferTimeout(request.timeoutMs);
    made.setRawHeader("Accept-Language", m_inside->language);
    if (!request.body.isEmpty())
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.type);
    if (!request.token.isEmpty())
        made.setRawHeader("Authorization", "Bearer " + request.token);
    QNetworkReply* reply = m_inside->manager.sendCustomRequest(made, request.method, request.body);
    m_inside->open.insert(reply);
    QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply, answered = std::move(answered)] {
        m_inside->open.remove(reply);
        const Response response = responseOf(*reply);
        reply->deleteLater();
        answered(response);
    });
}

void HttpTransport::forgetAll()
{
    const QSet<QNetworkReply*> open = std::exchange(m_inside->open, {});
    for (QNetworkReply* reply : open) {
        reply->disconnect();
        reply->abort();
        reply->deleteLater();
    }
}

} // namespace encore::sync
