// SPDX-License-Identifier: Apache-2.0
#include "core/http/server.h"

#include "core/http/accessrules.h"
#include "core/http/log.h"
#include "core/http/serverconnection.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTimer>

#include <unordered_map>

namespace core::http {

namespace {

constexpr qsizetype requestBufferBytes = 64 * 1024;
constexpr int backlog = 4096; ///< connects that wait for us to accept them; the system caps it
/// Connections beyond the cap that are told so; the rest is closed without a word.
constexpr int refusedAtOnceMax = 256;

/// Hands on the bare descriptor: QTcpServer would make a buffered socket of it and queue it.
class Listener final : public QTcpServer
{
public:
    using Accept = std::function<void(qintptr)>;
    explicit Listener(Accept accept) : m_accept(std::move(accept)) { }

protected:
    void incomingConnection(qintptr descriptor) override { m_accept(descriptor); }

private:
    Accept m_accept;
};

} // namespace

class Server::Private
{
public:
    Private(Server *server, ServerOptions options, Handler handler);

    Status listen(const QHostAddress &address, quint16 port);
    void drain();
    void reply(ReplyTo replyTo, const Response &response);
    void hangUp(ReplyTo replyTo);

    std::size_t connectionCount() const { return m_connections.size(); }

    ServerShared shared;
    Listener listener;

private:
    void accept(qintptr descriptor);
    void tick();
    void serviceSoon(std::uint64_t id);
    void buryLater(std::uint64_t id);
    void runErrands();
    void postErrands();
    ServerConnection *find(std::uint64_t id) const;

    Server *const q;
    std::unordered_map<std::uint64_t, std::unique_ptr<ServerConnection>> m_connections;
    std::uint64_t m_lastId = 0;
    std::vector<std::uint64_t> m_toService;
    std::vector<std::uint64_t> m_toBury;
    bool m_areErrandsPosted = false;
    QElapsedTimer m_clock;
    QTimer m_ticks;
};

Server::Private::Private(Server *server, ServerOptions options, Handler handler)
    : listener([this](qintptr descriptor) { accept(descriptor); })
    , q(server)
{
    shared.options = std::move(options);
    shared.handler = std::move(handler);
    shared.streams = shared.options.streams ? shared.options.streams : sockets::makeSystemStreams();
    shared.readBuffer.resize(requestBufferBytes);
    shared.serviceSoon = [this](std::uint64_t id) { serviceSoon(id); };
    shared.buryLater = [this](std::uint64_t id) { buryLater(id); };
    listener.setProxy(QNetworkProxy::NoProxy);
    listener.setListenBacklogSize(backlog);
    QObject::connect(&m_ticks, &QTimer::timeout, q, [this] { tick(); });
}

Status Server::Private::listen(const QHostAddress &address, quint16 port)
{
    if (!listener.listen(address, port)) {
        return Error::unavailable(QStringLiteral("cannot listen on %1 port %2: %3")
                                      .arg(address.toString(), QString::number(port), listener.errorString()));
    }
    const AccessRules rules(address, shared.options.allowedHosts, shared.options.token);
    shared.headCheck = [rules](const Request &head, bool isHttp10) { return rules.judge(head, isHttp10); };
    m_clock.start();
    tick();
    m_ticks.start(shared.tickLength);
    qCInfo(lcHttp).nospace() << "listening address=" << address.toString() << " port=" << listener.serverPort();
    return Done{};
}

void Server::Private::accept(qintptr descriptor)
{
    const auto open = int(m_connections.size());
    const std::uint64_t id = ++m_lastId;
    auto connection = std::make_unique<ServerConnection>(shared, id, descriptor);
    if (open >= shared.options.connectionsMax + refusedAtOnceMax)
        return; // closes it
    ServerConnection *const kept = (m_connections[id] = std::move(connection)).get();
    if (open < shared.options.connectionsMax)
        return;
    ++shared.counters.connectionsRefused;
    kept->refuse({503, "too many connections: try again soon", {{"Retry-After", "1"}}});
}

void Server::Private::drain()
{
    shared.isDraining = true;
    listener.close();
    for (const auto &[id, connection] : m_connections)
        connection->drain();
}

void Server::Private::reply(ReplyTo replyTo, const Response &response)
{
    if (ServerConnection *connection = find(replyTo.connection))
        connection->reply(replyTo.request, response);
}

void Server::Private::hangUp(ReplyTo replyTo)
{
    if (ServerConnection *connection = find(replyTo.connection))
        connection->close();
}

ServerConnection *Server::Private::find(std::uint64_t id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : found->second.get();
}

/// One timer for all time-outs; nothing is deleted from m_connections while it runs.
void Server::Private::tick()
{
    shared.now = std::chrono::milliseconds(m_clock.elapsed());
    shared.date = httpDate();
    for (const auto &[id, connection] : m_connections)
        connection->checkDeadline();
    if (listener.isListening())
        listener.resumeAccepting(); // it pauses when accept() fails, e.g. for want of descriptors
}

void Server::Private::serviceSoon(std::uint64_t id)
{
    m_toService.push_back(id);
    postErrands();
}

void Server::Private::buryLater(std::uint64_t id)
{
    m_toBury.push_back(id);
    postErrands();
}

void Server::Private::postErrands()
{
    if (std::exchange(m_areErrandsPosted, true))
        return;
    QMetaObject::invokeMethod(
        q, [this] { runErrands(); }, Qt::QueuedConnection);
}

void Server::Private::runErrands()
{
    m_areErrandsPosted = false;
    for (const std::uint64_t id : std::exchange(m_toService, {})) {
        if (ServerConnection *connection = find(id))
            connection->service();
    }
    for (const std::uint64_t id : std::exchange(m_toBury, {}))
        m_connections.erase(id);
}

Server::Server(ServerOptions options, Handler handler, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options), std::move(handler)))
{ }

Server::~Server() = default;

Status Server::listen(const QHostAddress &address, quint16 port)
{
    return d->listen(address, port);
}

QHostAddress Server::address() const
{
    return d->listener.serverAddress();
}

quint16 Server::port() const
{
    return d->listener.serverPort();
}

void Server::drain()
{
    d->drain();
}

bool Server::isIdle() const
{
    return d->shared.unanswered == 0;
}

void Server::reply(ReplyTo replyTo, const Response &response)
{
    d->reply(replyTo, response);
}

void Server::hangUp(ReplyTo replyTo)
{
    d->hangUp(replyTo);
}

ServerCounters Server::counters() const
{
    ServerCounters counters = d->shared.counters;
    counters.connections = d->connectionCount();
    return counters;
}

} // namespace core::http
