// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <QHostAddress>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace core::sockets {
class Streams;
}

namespace core::http {

struct ServerOptions
{
    qsizetype headerBytesMax = 16 * 1024; ///< request line and headers; beyond: 431
    qsizetype bodyBytesMax = 4 * 1024 * 1024; ///< beyond: 413, before the body is read where Content-Length tells
    /// Of all bodies whose requests are not answered yet, whoever holds them, and unsent answers together; beyond,
    /// bodies are answered 503.
    qsizetype bufferedBytesMax = 256 * 1024 * 1024;
    int connectionsMax = 10'000; ///< beyond: accepted, answered 503 with Retry-After, closed
    int pipelinedMax = 64; ///< requests read ahead of their answers on one connection; then reading pauses
    /// From the first byte (or the connect) to the end of the headers; then 408 and closed.
    std::chrono::milliseconds headerTimeout{10'000};
    std::chrono::milliseconds bodyTimeout{30'000}; ///< from the end of the headers to the end of the body
    std::chrono::milliseconds idleTimeout{75'000}; ///< a kept connection without a request
    /// Names allowed in Host beside 127.0.0.0/8, [::1], localhost and the address listened on.
    QList<QByteArray> allowedHosts;
    /// Where set, a request needs `Authorization: Bearer TOKEN` or Basic with the token as the user; compared in
    /// constant time.
    QByteArray token;
    std::shared_ptr<sockets::Streams> streams; ///< makes the connections; none: the system's best
};

/// Facts for the metrics page. Only grow, except `connections`.
struct ServerCounters
{
    std::uint64_t connections = 0;
    std::uint64_t connectionsRefused = 0;
    std::uint64_t requests = 0;
    std::uint64_t badRequests = 0;
};

/// An HTTP/1.1 server: keep-alive, pipelined requests answered in order, chunked bodies, Expect: 100-continue.
/// Whatever breaks a limit or the syntax is answered by the server itself with {"message":…} and the
/// right status. Lives on the io thread; all functions belong to it.
class Server final : public QObject
{
    Q_OBJECT
public:
    /// Called once for each complete request; answers now or later through reply().
    using Handler = std::function<void(Request &&request, ReplyTo replyTo)>;

    Server(ServerOptions options, Handler handler, QObject *parent = nullptr);
    ~Server() override;

    /// Port 0 picks a free one. Unavailable, naming address and port, when it is in use or not ours to bind.
    Status listen(const QHostAddress &address, quint16 port);
    QHostAddress address() const;
    quint16 port() const;

    /// Stops taking connections; open ones finish the request they are in and are answered `Connection: close`.
    void drain();
    bool isIdle() const; ///< no request waits for its answer

    /// Sends an answer; each request is answered once. Answers given within one event are written together.
    void reply(ReplyTo replyTo, const Response &response);
    /// Closes the connection that this request came on, without an answer.
    void hangUp(ReplyTo replyTo);

    ServerCounters counters() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core::http
