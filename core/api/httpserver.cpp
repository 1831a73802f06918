// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpserver.h"

#include <QDateTime>
#include <QList>
#include <QUuid>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace encore::api
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using RequestParser = http::request_parser<http::string_body>;
using Response = http::response<http::span_body<const char>>;

QByteArray bytesOf(beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

beast::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// A name that nobody has guessed: 16 hex digits.
QByteArray makeRequestId()
{
    return QUuid::createUuid().toRfc4122().left(8).toHex();
}

HttpRequest requestOf(const http::request<http::string_body>& message)
{
    HttpRequest request;
    request.id = makeRequestId();
    request.method = bytesOf(message.method_string());
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = QByteArray::fromPercentEncoding(target.left(mark < 0 ? target.size() : mark));
    if (mark >= 0) {
        for (const QByteArray& part : target.mid(mark + 1).split('&')) {
            const qsizetype equals = part.indexOf('=');
            const QByteArray name = QByteArray(part.left(equals < 0 ? part.size() : equals)).replace('+', ' ');
            const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1).replace('+', ' ');
            request.query.emplace(QByteArray::fromPercentEncoding(name), QByteArray::fromPercentEncoding(value));
        }
    }
    for (const auto& field : message) {
        const auto [known, isNew] = request.headers.emplace(bytesOf(field.name_string()).toLower(), bytesOf(field.value()));
        if (!isNew)
            known->second += ", " + bytesOf(field.value());
    }
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    return request;
}

/// What went wrong before a handler saw the request; absent: the connection is simply over.
std::optional<HttpAnswer> answerTo(const error_code& failure)
{
    if (failure == http::error::body_limit)
        return problem(error(ErrorCode::Invalid, message("api.too_large")), domain::Language::English, 413);
    if (failure == http::error::header_limit || failure == http::error::buffer_overflow)
        return problem(error(ErrorCode::Invalid, message("api.header_too_large")), domain::Language::English, 431);
    if (failure == http::error::end_of_stream || failure == http::error::partial_message || failure == beast::error::timeout)
        return std::nullopt;
    if (failure.category() == http::make_error_code(http::error::bad_method).category())
        return problem(error(ErrorCode::Invalid, message("api.malformed").with("reason", QString::fromStdString(failure.message()))));
    return std::nullopt;
}

} // namespace

class Connection;

class HttpLoop
{
public:
    HttpLoop(const HttpLimits& httpLimits, HttpServer::Handler httpHandler) : limits(httpLimits), handler(std::move(httpHandler)), acceptor(loop) { }

    void accept();
    void accepted(tcp::socket socket);
    [[nodiscard]] domain::Status loadTls(const TlsFiles& files);

    HttpLimits limits;
    HttpServer::Handler handler;
    HttpCounts counts;
    bool draining = false; ///< of the loop's thread, as the connections are
    std::unordered_set<Connection*> connections;
    std::mutex mutex;
    std::condition_variable emptied;
    bool isEmpty = true;
    std::optional<asio::ssl::context> tls;
    asio::io_context loop{1}; ///< what waits in it ends with it, and still knows all of the above
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> working{loop.get_executor()}; ///< an answer may be long in coming
    tcp::acceptor acceptor;
    asio::steady_timer acceptPause{loop};
    std::thread thread;
};

/// One connection; lives as long as something of it is under way.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    explicit Connection(HttpLoop& server) : m_server(server)
    {
        m_server.connections.insert(this);
        ++m_server.counts.connections;
        const std::lock_guard lock(m_server.mutex);
        m_server.isEmpty = false;
    }
    virtual ~Connection()
    {
        --m_server.counts.connections;
        m_server.connections.erase(this);
        if (m_server.connections.empty()) {
            const std::lock_guard lock(m_server.mutex);
            m_server.isEmpty = true;
            m_server.emptied.notify_all();
        }
    }
    Q_DISABLE_COPY_MOVE(Connection)

    virtual void start() = 0;
    virtual void endIfIdle() = 0;

protected:
    HttpLoop& m_server;
};

namespace
{

template<class Stream>
class StreamConnection final : public Connection
{
public:
    template<class... Arguments>
    explicit StreamConnection(HttpLoop& server, tcp::socket socket, Arguments&... arguments) :
        Connection(server), m_stream(std::move(socket), arguments...), m_timer(server.loop), m_buffer(64 * 1024)
    {
        error_code ignored;
        lowest().socket().set_option(tcp::no_delay(true), ignored);
        if (const tcp::endpoint other = lowest().socket().remote_endpoint(ignored); !ignored)
            m_peer = QByteArray::fromStdString(other.address().to_string());
    }

    void start() override
    {
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            lowest().expires_after(std::chrono::seconds(m_server.limits.headerSeconds));
            m_stream.async_handshake(asio::ssl::stream_base::server, [self = self()](const error_code& failure) {
                if (!failure)
                    self->waitForRequest();
            });
        } else {
            waitForRequest();
        }
    }

    void endIfIdle() override
    {
        if (m_isIdle)
            close();
    }

private:
    [[nodiscard]] std::shared_ptr<StreamConnection> self() { return std::static_pointer_cast<StreamConnection>(shared_from_this()); }
    [[nodiscard]] beast::tcp_stream& lowest() { return beast::get_lowest_layer(m_stream); }

    void close()
    {
        error_code ignored;
        m_timer.cancel();
        lowest().socket().close(ignored);
    }

    /// Between two requests nothing is kept for a connection but itself; what the last one sent too much is the next one.
    void waitForRequest()
    {
        m_parser.reset();
        if (m_server.draining && m_buffer.size() == 0)
            return close();
        if (m_buffer.size() > 0)
            return readHeader();
        m_isIdle = true;
        if constexpr (std::is_same_v<Stream, TlsStream>)
            return readFirstBytes();
        m_buffer.shrink_to_fit();
        m_timer.expires_after(std::chrono::seconds(m_server.limits.idleSeconds));
        m_timer.async_wait([self = self()](const error_code& failure) {
            if (!failure && self->m_isIdle)
                self->close();
        });
        lowest().socket().async_wait(tcp::socket::wait_read, [self = self()](const error_code& failure) {
            self->m_isIdle = false;
            self->m_timer.cancel();
            if (!failure)
                self->readHeader();
        });
    }

    /// Under TLS a request may have come with the end of the handshake, or of the last request: the socket would be silent then.
    void readFirstBytes()
    {
        constexpr size_t most = 4'096;
        lowest().expires_after(std::chrono::seconds(m_server.limits.idleSeconds));
        m_stream.async_read_some(m_buffer.prepare(most), [self = self()](const error_code& failure, size_t count) {
            self->m_isIdle = false;
            self->m_buffer.commit(count);
            if (failure)
                return self->close();
            self->readHeader();
        });
    }

    void readHeader()
    {
        m_parser.emplace();
        m_parser->header_limit(m_server.limits.headerBytes);
        m_parser->body_limit(boost::none); // known once the path is
        lowest().expires_after(std::chrono::seconds(m_server.limits.headerSeconds));
        http::async_read_header(m_stream, m_buffer, *m_parser, [self = self()](const error_code& failure, size_t) {
            if (failure)
                return self->refuse(failure);
            self->readBody();
        });
    }

    void readBody()
    {
        const auto& head = m_parser->get();
        if (head.has_content_length() && head.chunked())
            return refuse(make_error_code(http::error::bad_transfer_encoding)); // whose end is which, nobody could say
        const HttpLimits& limits = m_server.limits;
        const qint64 limit = head.target().starts_with("/api/v1/blobs/") ? limits.blobBytes
            : head.target().starts_with("/api/v1/commands") || head.target().starts_with("/api/v1/adoption") ? limits.batchBytes
                                                                         : limits.bodyBytes;
        if (const auto length = m_parser->content_length(); length && *length > quint64(limit))
            return refuse(make_error_code(http::error::body_limit));
        m_parser->body_limit(quint64(limit));
        lowest().expires_after(std::chrono::seconds(m_server.limits.bodySeconds));
        if (beast::iequals(head[http::field::expect], "100-continue")) {
            m_interim = {http::status::continue_, head.version()};
            http::async_write(m_stream, m_interim, [self = self()](const error_code& failure, size_t) {
                if (!failure)
                    self->readRest();
            });
            return;
        }
        readRest();
    }

    void readRest()
    {
        http::async_read(m_stream, m_buffer, *m_parser, [self = self()](const error_code& failure, size_t) {
            if (failure)
                return self->refuse(failure);
            self->handle();
        });
    }

    void handle()
    {
        lowest().expires_never(); // a long poll waits as long as its handler says
        ++m_server.counts.requests;
        m_keepAlive = m_parser->keep_alive();
        m_isHead = m_parser->get().method() == http::verb::head;
        HttpRequest request = requestOf(m_parser->get());
        request.peer = m_peer;
        m_requestId = request.id;
        m_parser.reset();
        m_server.handler(std::move(request), [self = self()](HttpAnswer answer) {
            asio::post(self->m_server.loop, [self, answer = std::move(answer)]() mutable { self->respond(std::move(answer)); });
        });
    }

    void refuse(const error_code& failure)
    {
        std::optional<HttpAnswer> answer = answerTo(failure);
        if (!answer)
            return close();
        ++m_server.counts.malformed;
        m_keepAlive = false;
        m_requestId = makeRequestId();
        respond(std::move(*answer));
    }

    void respond(HttpAnswer answer)
    {
        m_answer = std::move(answer);
        m_response = {};
        m_response.version(11);
        m_response.result(unsigned(m_answer.status));
        m_response.set(http::field::content_type, viewOf(m_answer.type));
        m_response.set("X-Request-Id", viewOf(m_requestId));
        m_response.set("Encore-Time", std::to_string(QDateTime::currentMSecsSinceEpoch())); // desks compare their clocks with it
        for (const auto& [name, value] : m_answer.headers)
            m_response.set(viewOf(name), viewOf(value));
        m_response.keep_alive(m_keepAlive && !m_server.draining);
        m_response.body() = {m_answer.body.constData(), size_t(m_answer.body.size())};
        m_response.prepare_payload();
        if (m_answer.status == 304) // the length would be that of the body it stands for (RFC 9110 §8.6)
            m_response.erase(http::field::content_length);
        if (m_isHead)
            m_response.body() = {};
        lowest().expires_after(std::chrono::seconds(m_server.limits.writeSeconds));
        http::async_write(m_stream, m_response, [self = self()](const error_code& failure, size_t) {
            self->m_answer = {};
            if (failure)
                return self->close();
            if (self->m_response.keep_alive())
                return self->waitForRequest();
            self->sayGoodbye();
        });
    }

    /// What the other side still sends is read away for a moment: closed at once, it might lose the answer on its way.
    void sayGoodbye()
    {
        error_code ignored;
        lowest().socket().shutdown(tcp::socket::shutdown_send, ignored);
        lowest().expires_after(std::chrono::seconds(2));
        readAway(0);
    }

    void readAway(size_t already)
    {
        constexpr size_t most = 32 * 1024 * 1024;
        lowest().async_read_some(asio::buffer(m_waste), [self = self(), already](const error_code& failure, size_t count) {
            if (failure || already + count > most)
                return self->close();
            self->readAway(already + count);
        });
    }

    Stream m_stream;
    asio::steady_timer m_timer;
    beast::flat_buffer m_buffer;
    std::optional<RequestParser> m_parser;
    http::response<http::empty_body> m_interim;
    HttpAnswer m_answer;
    Response m_response;
    QByteArray m_peer;
    QByteArray m_requestId;
    std::array<char, 512> m_waste{};
    bool m_keepAlive = true;
    bool m_isHead = false;
    bool m_isIdle = false;
};

} // namespace

void HttpLoop::accept()
{
    acceptor.async_accept([this](const error_code& failure, tcp::socket socket) {
        if (failure == asio::error::operation_aborted || !acceptor.is_open())
            return;
        if (!failure) {
            accepted(std::move(socket));
            return accept();
        }
        // No file is left for another connection: asked again at once, the answer would be the same.
        constexpr std::chrono::milliseconds pause(50);
        acceptPause.expires_after(pause);
        acceptPause.async_wait([this](const error_code& cancelled) {
            if (!cancelled && acceptor.is_open())
                accept();
        });
    });
}

void HttpLoop::accepted(tcp::socket socket)
{
    ++counts.accepted;
    if (draining || connections.size() >= limits.connections) {
        ++counts.turnedAway;
        return; // closed with the socket
    }
    if (tls)
        std::make_shared<StreamConnection<TlsStream>>(*this, std::move(socket), *tls)->start();
    else
        std::make_shared<StreamConnection<PlainStream>>(*this, std::move(socket))->start();
}

domain::Status HttpLoop::loadTls(const TlsFiles& files)
{
    tls.emplace(asio::ssl::context::tls_server);
    error_code failure;
    (void)tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1, failure);
    if (!failure)
        (void)tls->use_certificate_chain_file(files.certificate.toStdString(), failure);
    if (failure)
        return error(ErrorCode::Unavailable, message("file.unreadable").with("file", files.certificate).with("reason", QString::fromStdString(failure.message())));
    (void)tls->use_private_key_file(files.key.toStdString(), asio::ssl::context::pem, failure);
    if (failure)
        return error(ErrorCode::Unavailable, message("file.unreadable").with("file", files.key).with("reason", QString::fromStdString(failure.message())));
    return domain::done();
}

HttpServer::HttpServer(HttpLimits limits, Handler handler) : m_loop(std::make_unique<HttpLoop>(limits, std::move(handler))) { }

HttpServer::~HttpServer()
{
    m_loop->loop.stop();
    if (m_loop->thread.joinable())
        m_loop->thread.join();
}

Result<quint16> HttpServer::listen(const QString& host, quint16 port, const std::optional<TlsFiles>& tls)
{
    if (tls) {
        if (const domain::Status loaded = m_loop->loadTls(*tls); !loaded)
            return loaded.error();
    }
    const auto cannot = [&](const error_code& failure) {
        return error(ErrorCode::Unavailable,
                     message("api.cannot_listen").with("host", host).with("port", port).with("reason", QString::fromStdString(failure.message())));
    };
    error_code failure;
    tcp::resolver resolver(m_loop->loop);
    const auto found = resolver.resolve(host.toStdString(), std::to_string(port), tcp::resolver::passive, failure);
    if (failure || found.empty())
        return cannot(failure);
    const tcp::endpoint endpoint = found.begin()->endpoint();
    tcp::acceptor& acceptor = m_loop->acceptor;
    (void)acceptor.open(endpoint.protocol(), failure);
    if (!failure)
        (void)acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
    if (!failure)
        (void)acceptor.bind(endpoint, failure);
    if (!failure)
        (void)acceptor.listen(4'096, failure);
    if (failure)
        return cannot(failure);
    m_loop->accept();
    m_loop->thread = std::thread([this] { m_loop->loop.run(); });
    return acceptor.local_endpoint(failure).port();
}

bool HttpServer::drain(std::chrono::milliseconds patience)
{
    asio::post(m_loop->loop, [this] {
        m_loop->draining = true;
        error_code ignored;
        (void)m_loop->acceptor.close(ignored);
        m_loop->acceptPause.cancel();
        const std::vector<Connection*> open(m_loop->connections.begin(), m_loop->connections.end());
        for (Connection* connection : open)
            connection->endIfIdle();
    });
    std::unique_lock lock(m_loop->mutex);
    const bool allEnded = m_loop->emptied.wait_for(lock, patience, [this] { return m_loop->isEmpty; });
    lock.unlock();
    m_loop->loop.stop();
    if (m_loop->thread.joinable())
        m_loop->thread.join();
    return allEnded;
}

const HttpCounts& HttpServer::counts() const
{
    return m_loop->counts;
}

} // namespace encore::api
