// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"
#include "core/http/endpointrules.h"
#include "core/http/responseparser.h"
#include "core/sockets/stream.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace core::http {

class ClientConnection;
class OriginPool;

/// A request on its way to its one callback.
struct Call
{
    ClientRequest request;
    Client::Done done;
    std::chrono::milliseconds started{0}; ///< by ClientShared::clock
    std::chrono::milliseconds deadline{0};
};
using CallPtr = std::unique_ptr<Call>;

/// What all connections of one client share. Owned by the client, which outlives them.
struct ClientShared
{
    explicit ClientShared(ClientOptions given);

    std::chrono::milliseconds time() const { return std::chrono::milliseconds(clock.elapsed()); }
    const QSslConfiguration &tls();

    const ClientOptions options;
    const EndpointRules rules;
    const std::shared_ptr<sockets::Streams> streams;
    QElapsedTimer clock;
    std::chrono::milliseconds now{0}; ///< as of the last tick
    QByteArray readBuffer; ///< filled and emptied within one event
    QByteArray writeBuffer;
    QObject *context = nullptr; ///< the client: what is posted to it dies with it
    /// Ends a call at once: only as the last step of an event, since done may send the next request.
    std::function<void(CallPtr &&, ClientAnswer &&)> finish;
    /// Ends a call after this event: from anywhere.
    std::function<void(CallPtr &&, ClientAnswer &&)> finishLater;
    /// Keeps a closed connection until this event is over: its socket may be below us on the stack.
    std::function<void(std::unique_ptr<ClientConnection> &&, OriginPool &)> bury;

private:
    std::optional<QSslConfiguration> m_tls;
};

/// One connection of a pool: carries one call after the other. Tells its pool when it is free or closed. Lives on the
/// io thread.
class ClientConnection final : public sockets::StreamUser
{
public:
    ClientConnection(ClientShared &shared, OriginPool &pool);
    Q_DISABLE_COPY_MOVE(ClientConnection)

    /// Connects to the first of the (checked) addresses that takes it, then sends the call.
    void open(CallPtr call, QList<QHostAddress> addresses);
    /// Sends the call on a kept connection. False, and the call is still the caller's, where the peer has closed
    /// meanwhile.
    bool start(CallPtr &call);
    /// Ends what took too long by shared.now: the call, or the idle connection.
    void checkDeadline();

private:
    enum class Phase { Connecting, Idle, Busy, Closed };

    void connected() override;
    void connectFailed(const sockets::ConnectFailure &failure) override;
    void readable() override;
    void written() override { }
    void lost() override { peerClosed(); }
    void connectNext();
    bool writeRequest();
    void take(QByteArrayView data);
    void peerClosed();
    void settle();
    void fail(ClientAnswer &&answer);
    void close();
    bool isStillOpen();

    ClientShared &m_shared;
    OriginPool &m_pool;
    std::unique_ptr<sockets::Stream> m_stream;
    ResponseParser m_parser;
    CallPtr m_call;
    QList<QHostAddress> m_addresses; ///< still to be tried
    std::chrono::milliseconds m_idleSince{0};
    Phase m_phase = Phase::Connecting;
    bool m_isTls = false;
};

} // namespace core::http
