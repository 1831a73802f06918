// SPDX-License-Identifier: GPL-3.0-or-later
#include "courier/webhook.h"

#include "commands/codec/json.h"
#include "curl.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace encore::courier
{

using commands::JsonDocument;
using commands::jsonString;
using commands::JsonValue;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Status;

namespace
{

size_t ignoreAnswer(char*, size_t size, size_t count, void*)
{
    return size * count;
}

JsonValue eventJson(const Event& event, JsonDocument::AllocatorType& allocator)
{
    JsonValue object(rapidjson::kObjectType);
    object.AddMember("id", jsonString(event.id.text(), allocator), allocator);
    object.AddMember("sequence", int64_t(event.sequence), allocator);
    object.AddMember("command", jsonString(QString::fromLatin1(event.command), allocator), allocator);
    object.AddMember("at", jsonString(domain::formatInstant(event.at), allocator), allocator);
    JsonValue concerns(rapidjson::kArrayType);
    for (const auto& [kind, id] : event.concerns) {
        JsonValue one(rapidjson::kObjectType);
        one.AddMember("kind", jsonString(QString::fromLatin1(kind), allocator), allocator);
        one.AddMember("id", jsonString(id.toString(QUuid::WithoutBraces), allocator), allocator);
        concerns.PushBack(one, allocator);
    }
    object.AddMember("concerns", concerns, allocator);
    return object;
}

} // namespace

struct Webhook::Connection {
    CurlHandle handle = openCurl();
};

Webhook::Webhook(QString url, QByteArray secret) : m_connection(std::make_unique<Connection>()), m_url(std::move(url)), m_secret(std::move(secret)) { }

Webhook::~Webhook() = default;

QByteArray Webhook::bodyOf(const std::vector<Event>& events)
{
    JsonDocument body(rapidjson::kObjectType);
    auto& allocator = body.GetAllocator();
    JsonValue list(rapidjson::kArrayType);
    for (const Event& event : events)
        list.PushBack(eventJson(event, allocator), allocator);
    body.AddMember("events", list, allocator);
    return commands::jsonText(body);
}

QByteArray Webhook::signatureOf(const QByteArray& body, const QByteArray& secret, domain::Instant at)
{
    const QByteArray time = QByteArray::number(at.ms / 1'000);
    return "t=" + time + ",v1=" + QMessageAuthenticationCode::hash(time + '.' + body, secret, QCryptographicHash::Sha256).toHex();
}

Status Webhook::deliver(const std::vector<Event>& events, domain::Instant now, const std::function<bool()>& mayGoOn)
{
    CURL* handle = m_connection->handle.get();
    const auto fault = [](const QByteArray& reason) {
        return error(ErrorCode::Unavailable, message("webhook.no_answer").with("reason", QString::fromUtf8(reason)));
    };
    if (!handle)
        return fault("libcurl");
    curl_easy_reset(handle);
    Transfer transfer(handle, mayGoOn);
    const QByteArray body = bodyOf(events);
    const QByteArray signature = "Encore-Signature: " + signatureOf(body, m_secret, now);
    CurlList headers;
    for (const QByteArray& header : {QByteArray("Content-Type: application/json"), signature, QByteArray("Expect:")})
        append(headers, header);
    const QByteArray url = m_url.toUtf8();
    curl_easy_setopt(handle, CURLOPT_URL, url.constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.constData());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, long(body.size()));
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &ignoreAnswer);
    const CURLcode code = transfer.perform();
    if (code != CURLE_OK)
        return fault(transfer.fault(code));
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status / 100 == 2 ? domain::done() : Status(fault("HTTP " + QByteArray::number(int(status))));
}

} // namespace encore::courier
