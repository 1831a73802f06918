// SPDX-License-Identifier: GPL-3.0-or-later
#include "courier/smtp.h"

#include "curl.h"

#include <algorithm>

namespace encore::courier
{

namespace
{

struct Upload {
    QByteArray text;
    qsizetype at = 0;
};

size_t readUpload(char* buffer, size_t size, size_t count, void* data)
{
    auto* upload = static_cast<Upload*>(data);
    const qsizetype part = std::min(qsizetype(size * count), upload->text.size() - upload->at);
    std::copy_n(upload->text.constData() + upload->at, part, buffer);
    upload->at += part;
    return size_t(part);
}

/// libcurl hands over every line that the server says; its goodbye says nothing of what was before.
size_t readReply(char* buffer, size_t size, size_t count, void* data)
{
    const QByteArray line = QByteArray(buffer, qsizetype(size * count)).trimmed();
    if (!line.startsWith("221"))
        *static_cast<QByteArray*>(data) = line;
    return size * count;
}

QByteArray urlOf(const store::MailSettings& settings)
{
    const QByteArray scheme = settings.security == store::MailSecurity::Tls ? "smtps://" : "smtp://";
    QString host = settings.host;
    if (host.contains(u':') && !host.startsWith(u'['))
        host = u'[' + host + u']';
    return scheme + host.toUtf8() + ':' + QByteArray::number(settings.port);
}

/// The server's own words where it refused, or libcurl's; nobody's address, because they stay in the log.
QString reasonOf(const QByteArray& reply, const QByteArray& fault, const Letter& letter)
{
    constexpr qsizetype longest = 200;
    const bool isRefusal = reply.left(3).toInt() >= 400;
    QString reason = QString::fromUtf8(isRefusal ? reply : fault).simplified();
    for (const QString& address : {letter.toAddress, QString::fromLatin1(plainAddress(letter.toAddress))})
        reason.replace(address, QStringLiteral("…"), Qt::CaseInsensitive);
    return reason.left(longest);
}

Posted::Result resultOf(CURLcode code, const QByteArray& reply, const QByteArray& fault)
{
    using Result = Posted::Result;
    if (code == CURLE_OK)
        return Result::Sent;
    constexpr int closing = 421; // the service, not the letter
    const int said = reply.left(3).toInt();
    const bool isOfTheLetter = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_WEIRD_SERVER_REPLY;
    if (!isOfTheLetter || said < 400 || said == closing || fault.startsWith("MAIL failed")) // our sender is the same in all of them
        return Result::Trouble;
    return said < 500 ? Result::Later : Result::Refused;
}

} // namespace

struct Smtp::Connection {
    CurlHandle handle = openCurl();
};

Smtp::Smtp(QString authorities) : m_connection(std::make_unique<Connection>()), m_authorities(std::move(authorities)) { }

Smtp::~Smtp() = default;

void Smtp::hangUp()
{
    m_connection = std::make_unique<Connection>();
}

Posted Smtp::send(const store::MailSettings& settings, const QByteArray& password, const Letter& letter, domain::Instant at,
                  const std::function<bool()>& mayGoOn)
{
    CURL* handle = m_connection->handle.get();
    if (!handle)
        return {Posted::Result::Trouble, QStringLiteral("libcurl")};
    curl_easy_reset(handle); // its connections stay
    Transfer transfer(handle, mayGoOn);
    Upload upload{mimeText(letter, at)};
    QByteArray reply;
    CurlList recipients;
    append(recipients, '<' + plainAddress(letter.toAddress) + '>');
    curl_easy_setopt(handle, CURLOPT_URL, urlOf(settings).constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    const bool isOpen = settings.security == store::MailSecurity::None;
    curl_easy_setopt(handle, CURLOPT_USE_SSL, long(isOpen ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!m_authorities.isEmpty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, m_authorities.toUtf8().constData());
    if (!settings.userName.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, settings.userName.toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, password.constData());
    }
    const QByteArray sender = '<' + plainAddress(letter.fromAddress) + '>';
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, sender.constData());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, &readUpload);
    curl_easy_setopt(handle, CURLOPT_READDATA, &upload);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &readReply);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &reply);
    const CURLcode code = transfer.perform();
    const QByteArray fault = transfer.fault(code);
    if (code == CURLE_LOGIN_DENIED)
        reply.clear(); // several ways to sign in were tried, and the last one's answer may say nothing of the password
    return {resultOf(code, reply, fault), code == CURLE_OK ? QString() : reasonOf(reply, fault, letter)};
}

} // namespace encore::courier
