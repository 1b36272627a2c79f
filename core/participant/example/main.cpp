// SPDX-License-Identifier: Apache-2.0
// A shop: each order and the message that takes its stock are written both or neither, and the stock is taken once.
// `orderservice COORDINATOR_URL` in a folder for its orders.db; then POST /order?key=GID.
#include "core/http/server.h"
#include "core/participant/answers.h"
#include "core/participant/msg.h"
#include "core/participant/participantserver.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>

#include <cstdio>

using namespace core;
using namespace core::participant;

static Status execute(QSqlDatabase &db, const char *sql)
{
    QSqlQuery query(db);
    return query.exec(QLatin1String(sql)) ? Status(Done{}) : Error::unavailable(query.lastError().text());
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    db.setDatabaseName(QStringLiteral("orders.db"));
    const auto coordinator = CoordinatorClient::create(argc > 1 ? argv[1] : "");
    if (!coordinator.ok() || !db.open() || !createBarrierTable(db).ok()
        || !execute(db, "CREATE TABLE IF NOT EXISTS booking (what TEXT)").ok())
        return 1;

    ParticipantServer participant(db); // what the coordinator calls: the checkback, and this branch
    participant.addBranch("/stock", [](QSqlDatabase &open, const http::Request &) {
        return execute(open, "INSERT INTO booking VALUES ('stock')");
    });
    http::Server orders({}, [&](http::Request &&request, http::ReplyTo to) {
        const Result<Gid> key = Gid::fromBytes(request.queryValue("key"));
        if (!key.ok())
            return orders.reply(to, errorAnswer(key.error()));
        Msg msg(**coordinator, *key);
        msg.add(participant.url("/stock"), "{\"pieces\":1}");
        const MsgResult result = msg.doAndSubmitDb(participant.checkbackUrl(), db, [](QSqlDatabase &open) {
            return execute(open, "INSERT INTO booking VALUES ('order')");
        });
        const bool isOrdered = result.outcome == MsgResult::Outcome::Committed;
        orders.reply(to, isOrdered ? successAnswer() : errorAnswer(*result.error));
    });
    if (!participant.listen().ok() || !orders.listen(QHostAddress::LocalHost, 0).ok())
        return 1;
    std::printf("listening on %s\n", baseUrl(orders.address(), orders.port()).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
