// SPDX-License-Identifier: Apache-2.0
#include "core/participant/participantserver.h"

#include "core/participant/callgate.h"
#include "core/participant/connection.h"
#include "core/participant/workerpool.h"

#include <QHash>
#include <QThread>

#include <atomic>
#include <utility>

namespace core::participant {

namespace {

constexpr char checkbackPath[] = "/checkback";

QString newCloneName(const QString &of)
{
    static std::atomic<int> count = 0;
    return QStringLiteral("%1-participant-%2").arg(of).arg(++count);
}

/// A worker's connection, with the settings of another.
class ClonedConnection final
{
public:
    explicit ClonedConnection(const QString &of) : m_db(QSqlDatabase::cloneDatabase(of, newCloneName(of))) { }
    ~ClonedConnection()
    {
        const QString name = m_db.connectionName();
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(name);
    }
    ClonedConnection(const ClonedConnection &) = delete;
    ClonedConnection &operator=(const ClonedConnection &) = delete;

    Status ensureOpen()
    {
        const Result<bool> opened = ensureConnected(m_db);
        return opened.ok() ? Status(Done{}) : opened.error();
    }
    QSqlDatabase &db() { return m_db; }

private:
    QSqlDatabase m_db;
};

} // namespace

class ParticipantServer::Private
{
public:
    using Pool = WorkerPool<ClonedConnection>;

    void take(http::Request &&request, http::ReplyTo to);
    CallPoints pointsOf(const http::Request &request) const;
    http::Response handle(const http::Request &request, QSqlDatabase &db) const;

    QString connectionName;
    ParticipantServerOptions options;
    QHash<QByteArray, BranchWork> branches; ///< by path; not changed while it listens
    QThread ioThread;
    QObject *io = nullptr; ///< lives on ioThread and ends with it, the server with it
    http::Server *server = nullptr;
    std::optional<CallGate> gate;
    QByteArray base;
    std::unique_ptr<Pool> pool;
};

void ParticipantServer::Private::take(http::Request &&request, http::ReplyTo to)
{
    const CallPoints points = pointsOf(request);
    const QByteArray gid = request.queryValue("gid");
    gate->pass(points, gid, to, [this, request = std::move(request)](const CallGate::Answer &answer) {
        const auto work = [this, request](ClonedConnection &connection) { return handle(request, connection.db()); };
        if (!pool->post(work, answer))
            answer(errorAnswer(Error::unavailable(QStringLiteral("too many requests wait; try again later"))));
    });
}

CallPoints ParticipantServer::Private::pointsOf(const http::Request &request) const
{
    if (request.path == checkbackPath)
        return checkbackPoints;
    return branches.contains(request.path) ? branchPoints : CallPoints();
}

http::Response ParticipantServer::Private::handle(const http::Request &request, QSqlDatabase &db) const
{
    const auto branch = branches.constFind(request.path);
    const bool isCheckback = request.path == checkbackPath;
    if (!isCheckback && branch == branches.cend())
        return errorAnswer(Error::notFound(QStringLiteral("there is no such path")));
    Result<Barrier> barrier = Barrier::fromRequest(request, options.table);
    if (!barrier.ok())
        return errorAnswer(barrier.error());
    if (isCheckback)
        return verdictAnswer(barrier->queryPrepared(db));
    const BarrierResult done = barrier->call(db, [&](QSqlDatabase &open) { return (*branch)(open, request); });
    return done.ok() ? successAnswer() : errorAnswer(*done.error);
}

QByteArray baseUrl(const QHostAddress &address, quint16 port)
{
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QByteArray host = address.toString().toLatin1();
    return "http://" + (isIpv6 ? '[' + host + ']' : host) + ':' + QByteArray::number(port);
}

ParticipantServer::ParticipantServer(const QSqlDatabase &db, ParticipantServerOptions options)
    : d(std::make_unique<Private>())
{
    d->connectionName = db.connectionName();
    d->options = std::move(options);
    d->base = d->options.publicUrl;
}

ParticipantServer::~ParticipantServer()
{
    if (d->io) // no request comes after this, while answers still find their thread
        QMetaObject::invokeMethod(
            d->io,
            [this] {
                d->gate->setServer(nullptr);
                delete std::exchange(d->server, nullptr);
            },
            Qt::BlockingQueuedConnection);
    d->pool.reset();
    d->ioThread.quit();
    d->ioThread.wait();
}

void ParticipantServer::addBranch(const QByteArray &path, BranchWork work)
{
    d->branches.insert(path, std::move(work));
}

Status ParticipantServer::listen(const QHostAddress &address, quint16 port)
{
    const auto open = [name = d->connectionName,
                       victim = d->options.victim]() -> Result<std::unique_ptr<ClonedConnection>> {
        belongTo(victim);
        return std::make_unique<ClonedConnection>(name);
    };
    d->pool = std::make_unique<Private::Pool>(open, d->options.workers, d->options.waitingMax);
    d->io = new QObject;
    d->io->moveToThread(&d->ioThread);
    d->gate.emplace(d->io);
    QObject::connect(&d->ioThread, &QThread::finished, d->io, &QObject::deleteLater);
    d->ioThread.start();
    Status listening = Done{};
    QMetaObject::invokeMethod(
        d->io,
        [&] {
            const auto take = [p = d.get()](http::Request &&request, http::ReplyTo to) {
                p->take(std::move(request), to);
            };
            belongTo(d->options.victim);
            d->server = new http::Server(d->options.http, take, d->io);
            d->gate->setServer(d->server);
            listening = d->server->listen(address, port);
            if (d->base.isEmpty())
                d->base = baseUrl(d->server->address(), d->server->port());
        },
        Qt::BlockingQueuedConnection);
    return listening;
}

QByteArray ParticipantServer::url(const QByteArray &path) const
{
    return d->base + path;
}

} // namespace core::participant
