// SPDX-License-Identifier: Apache-2.0
// A service that sends a message together with its own database work and receives one, each exactly once.
// `orderservice COORDINATOR_URL` in a folder for its orders.db; then POST /order?key=GID. Its own /stock is the branch.
#include "core/http/server.h"
#include "core/participant/msg.h"

#include <QCoreApplication>
#include <QSqlQuery>
#include <QThreadPool>

#include <cstdio>

using namespace core;
using namespace core::participant;
using http::Request;
using http::Response;

static QByteArray coordinatorUrl;
static QByteArray ownUrl;

static Response success()
{
    return {.status = 200, .body = "{\"dtm_result\":\"SUCCESS\"}", .headers = {}};
}
static Response failure(int status)
{
    return {.status = status, .body = "{\"dtm_result\":\"FAILURE\"}", .headers = {}};
}

static Status execute(QSqlDatabase &db, const char *sql)
{
    return QSqlQuery(db).exec(QLatin1String(sql)) ? Status(Done{})
                                                  : Error::unavailable(QStringLiteral("the database refused"));
}

/// The sender: the order and the message, both or neither.
static Response order(const Request &request, QSqlDatabase &db)
{
    const Result<Gid> gid = Gid::fromBytes(request.queryValue("key"));
    const auto coordinator = CoordinatorClient::create(coordinatorUrl);
    if (!gid.ok() || !coordinator.ok())
        return failure(400);
    Msg msg(**coordinator, *gid);
    msg.add(ownUrl + "/stock", "{\"pieces\":1}");
    const MsgResult result = msg.doAndSubmitDb(ownUrl + "/checkback", db, [](QSqlDatabase &open) {
        return execute(open, "INSERT INTO booking VALUES ('order')");
    });
    return result.outcome == MsgResult::Outcome::Committed ? success() : failure(500);
}

/// The coordinator asks whether the order is committed.
static Response checkback(Barrier &barrier, QSqlDatabase &db)
{
    const Result<message::Verdict> verdict = barrier.queryPrepared(db);
    if (!verdict.ok())
        return failure(500);
    return *verdict == message::Verdict::Success ? success()
                                                 : failure(*verdict == message::Verdict::Failure ? 409 : 425);
}

/// The receiver: however often the coordinator calls, one piece is taken.
static Response stock(Barrier &barrier, QSqlDatabase &db)
{
    return barrier.call(db, [](QSqlDatabase &open) { return execute(open, "INSERT INTO booking VALUES ('stock')"); })
               .ok()
        ? success()
        : failure(500);
}

static Response handle(const Request &request, QSqlDatabase &db)
{
    if (request.path == "/order")
        return order(request, db);
    Result<Barrier> barrier = Barrier::fromRequest({request.queryValue("trans_type"), request.queryValue("gid"),
                                                    request.queryValue("branch_id"), request.queryValue("op")});
    if (!barrier.ok())
        return failure(400);
    return request.path == "/checkback" ? checkback(*barrier, db) : stock(*barrier, db);
}

/// On a thread of the pool, with a connection of its own: an order waits for the coordinator, which may call back
/// meanwhile.
static Response handleOnWorker(const Request &request)
{
    const QString name = QStringLiteral("worker-%1").arg(quintptr(&request));
    Response response = failure(500);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        db.setDatabaseName(QStringLiteral("orders.db"));
        if (db.open() && createBarrierTable(db).ok()
            && execute(db, "CREATE TABLE IF NOT EXISTS booking (what TEXT)").ok())
            response = handle(request, db);
    }
    QSqlDatabase::removeDatabase(name);
    return response;
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    coordinatorUrl = argc > 1 ? argv[1] : "";
    std::unique_ptr<http::Server> server;
    server = std::make_unique<http::Server>(http::ServerOptions(), [&](Request &&request, http::ReplyTo to) {
        QThreadPool::globalInstance()->start([&server, request, to] {
            const Response response = handleOnWorker(request);
            QMetaObject::invokeMethod(
                server.get(), [&server, to, response] { server->reply(to, response); }, Qt::QueuedConnection);
        });
    });
    if (!server->listen(QHostAddress::LocalHost, 0).ok())
        return 1;
    ownUrl = "http://127.0.0.1:" + QByteArray::number(server->port());
    std::printf("listening on %s\n", ownUrl.constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
