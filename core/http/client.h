// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/http/url.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace core::sockets {
class Streams;
}

namespace core::http {

struct ClientRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    Url url;
    /// Host, Content-Length, Transfer-Encoding, Connection and Upgrade are the client's: left out when they stand here.
    Headers headers;
    QByteArray body;
    std::chrono::milliseconds timeout{3000}; ///< in all: look-up, connect, TLS, send, complete answer
};

/// What came of a call. Nothing is interpreted here but HTTP itself.
struct ClientAnswer
{
    enum class Outcome {
        Answered, ///< a complete answer; status and body are set
        Refused, ///< connection refused or host not reachable: nothing was sent
        NotFound, ///< the host's name has no address
        Forbidden, ///< the address is one that is never called; nothing was sent
        TlsFailed, ///< no trusted TLS connection; nothing was sent
        TimedOut,
        Broken, ///< closed or reset before the answer was complete
        Malformed, ///< not HTTP, or headers over 16 KiB
        TooLong, ///< body over the limit: status and the first bytes are set
        Cancelled, ///< the request cannot be sent: its method or a header is not valid HTTP (a line break in it, say)
    };
    Outcome outcome = Outcome::Broken;
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    QString errorText; ///< for people, English, without addresses of ours
    std::chrono::milliseconds elapsed{0};
    bool requestWasSent = false; ///< at least one byte of it may have arrived
};

struct ClientOptions
{
    qsizetype bodyBytesMax = 64 * 1024;
    int connectionsPerOriginMax = 64; ///< a request beyond waits in its origin's queue, its time running
    int idlePerOriginMax = 64;
    std::chrono::milliseconds idleTimeout{30'000};
    /// An address and port that is never called: our own API. Port 0: none.
    QList<std::pair<QHostAddress, quint16>> forbiddenEndpoints;
    QList<QByteArray> caCertificateFiles; ///< further trusted roots (PEM) beside the system's
    std::shared_ptr<sockets::Streams> streams; ///< makes the connections; none: the system's best
};

/// An HTTP/1.1 client with a keep-alive pool an origin. No redirects, no cookies, no proxies, no decompression.
/// A kept connection that the peer closed before any byte of the answer is replaced once by a new one, if it is certain
/// that the peer did not take the request (closed while idle); otherwise the call ends as Broken.
/// Lives on the io thread; all functions belong to it.
class Client final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(ClientAnswer &&)>;

    explicit Client(ClientOptions options, QObject *parent = nullptr);
    ~Client() override; ///< calls under way end without their callback

    /// done is called exactly once, never from within send(). It may call send(), but must not delete the client.
    void send(ClientRequest request, Done done);
    int callsInFlight() const;
    /// How many origins take up room here: a call waits for them, or a connection or their addresses are kept.
    int originsKept() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// One call, waited for on the calling thread (any thread, no event loop needed): for services and tools, not for the
/// engine. Keeps the connection of the last call on this thread's object for the next one.
class BlockingClient final
{
public:
    explicit BlockingClient(ClientOptions options = {});
    ~BlockingClient();
    BlockingClient(const BlockingClient &) = delete;
    BlockingClient &operator=(const BlockingClient &) = delete;

    ClientAnswer send(const ClientRequest &request);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core::http
