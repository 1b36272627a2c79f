// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"

#include "core/http/callanswer.h"
#include "core/http/originpool.h"
#include "core/http/requestwriter.h"

#include <QTimer>

#include <unordered_map>
#include <vector>

namespace core::http {

using std::chrono::milliseconds;

namespace {

constexpr qsizetype answerBufferBytes = 64 * 1024;
constexpr milliseconds tickWhileCalling{20}; ///< time-outs are this accurate
constexpr milliseconds tickWhileIdle{1'000};

struct Origin
{
    QByteArray host;
    quint16 port = 0;
    bool isTls = false;
    friend bool operator==(const Origin &, const Origin &) = default;
};

struct OriginHash
{
    std::size_t operator()(const Origin &origin) const { return qHash(origin.host, origin.port); }
};

struct Finished
{
    CallPtr call;
    ClientAnswer answer;
};

} // namespace

class Client::Private
{
public:
    Private(Client *client, ClientOptions options);

    void send(ClientRequest &&request, Done &&done);

    int callsInFlight = 0;
    int originsKept() const { return static_cast<int>(m_pools.size()); }

private:
    OriginPool &poolOf(const Url &url);
    void finish(CallPtr &&call, ClientAnswer &&answer);
    void finishLater(CallPtr &&call, ClientAnswer &&answer);
    void bury(std::unique_ptr<ClientConnection> &&connection, OriginPool &pool);
    void postErrands();
    void runErrands();
    void startTicking();
    void tick();

    Client *const q;
    ClientShared m_shared;
    std::unordered_map<Origin, std::unique_ptr<OriginPool>, OriginHash> m_pools;
    std::vector<Finished> m_finished;
    std::vector<std::unique_ptr<ClientConnection>> m_closed;
    std::vector<OriginPool *> m_withRoom; ///< where a connection was closed: a waiting call may take its place
    bool m_areErrandsPosted = false;
    QTimer m_ticks;
};

Client::Private::Private(Client *client, ClientOptions options) : q(client), m_shared(std::move(options))
{
    m_shared.clock.start();
    m_shared.context = q;
    m_shared.readBuffer.resize(answerBufferBytes);
    m_shared.finish = [this](CallPtr &&call, ClientAnswer &&answer) { finish(std::move(call), std::move(answer)); };
    m_shared.finishLater = [this](CallPtr &&call, ClientAnswer &&answer) {
        finishLater(std::move(call), std::move(answer));
    };
    m_shared.bury = [this](std::unique_ptr<ClientConnection> &&connection, OriginPool &pool) {
        bury(std::move(connection), pool);
    };
    m_ticks.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_ticks, &QTimer::timeout, q, [this] { tick(); });
}

void Client::Private::send(ClientRequest &&request, Done &&done)
{
    ++callsInFlight;
    startTicking();
    const milliseconds now = m_shared.time();
    const milliseconds deadline = now + request.timeout;
    auto call = std::make_unique<Call>(Call{std::move(request), std::move(done), now, deadline});
    if (const QString fault = requestFault(call->request); !fault.isEmpty())
        return finishLater(std::move(call), failedAnswer(ClientAnswer::Outcome::Cancelled, fault, false));
    OriginPool &pool = poolOf(call->request.url);
    pool.send(std::move(call));
}

OriginPool &Client::Private::poolOf(const Url &url)
{
    auto &pool = m_pools[Origin{url.host, url.port, url.isTls}];
    if (!pool)
        pool = std::make_unique<OriginPool>(m_shared, url);
    return *pool;
}

void Client::Private::finish(CallPtr &&call, ClientAnswer &&answer)
{
    --callsInFlight;
    answer.elapsed = m_shared.time() - call->started;
    const CallPtr kept = std::move(call);
    kept->done(std::move(answer));
}

void Client::Private::finishLater(CallPtr &&call, ClientAnswer &&answer)
{
    m_finished.push_back({std::move(call), std::move(answer)});
    postErrands();
}

void Client::Private::bury(std::unique_ptr<ClientConnection> &&connection, OriginPool &pool)
{
    m_closed.push_back(std::move(connection));
    m_withRoom.push_back(&pool);
    postErrands();
}

void Client::Private::postErrands()
{
    if (std::exchange(m_areErrandsPosted, true))
        return;
    QMetaObject::invokeMethod(
        q, [this] { runErrands(); }, Qt::QueuedConnection);
}

/// What had to wait until no connection was on the stack.
void Client::Private::runErrands()
{
    m_areErrandsPosted = false;
    m_closed.clear();
    for (OriginPool *pool : std::exchange(m_withRoom, {}))
        pool->pump();
    for (Finished &finished : std::exchange(m_finished, {}))
        finish(std::move(finished.call), std::move(finished.answer));
}

void Client::Private::startTicking()
{
    if (m_ticks.isActive() && m_ticks.intervalAsDuration() == tickWhileCalling)
        return;
    m_shared.now = m_shared.time();
    m_ticks.start(tickWhileCalling);
}

void Client::Private::tick()
{
    m_shared.now = m_shared.time();
    for (const auto &[origin, pool] : m_pools)
        pool->checkDeadlines();
    if (m_areErrandsPosted)
        return; // they may be about a pool
    std::erase_if(m_pools, [](const auto &entry) { return entry.second->isUnused(); });
    if (callsInFlight > 0)
        return;
    if (m_pools.empty())
        m_ticks.stop();
    else
        m_ticks.start(tickWhileIdle);
}

Client::Client(ClientOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{ }

Client::~Client() = default;

void Client::send(ClientRequest request, Done done)
{
    d->send(std::move(request), std::move(done));
}

int Client::callsInFlight() const
{
    return d->callsInFlight;
}

int Client::originsKept() const
{
    return d->originsKept();
}

} // namespace core::http
