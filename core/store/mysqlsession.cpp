// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlsession.h"

#include "core/store/log.h"

#include <QDeadlineTimer>
#include <QThread>

namespace core::store {

namespace {

constexpr unsigned long pauseMs = 20;

} // namespace

Result<MysqlSession> ownSession(SqlConnection &connection)
{
    MysqlSession session;
    const Status read =
        connection.forEachRow("SELECT id, host FROM information_schema.processlist WHERE id = connection_id()", {},
                              [&](const SqlRow &row) -> Status {
                                  session = {row.integer(0), row.bytes(1).toByteArray()};
                                  return Done{};
                              });
    if (!read.ok())
        return read.error();
    return session;
}

Status endSession(SqlConnection &connection, const MysqlSession &former, Millis within)
{
    const QDeadlineTimer deadline(within);
    for (bool isFirst = true;; isFirst = false) {
        const Result<std::int64_t> found =
            connection.number("SELECT count(*) FROM information_schema.processlist WHERE id = ? AND host = ?",
                              {former.id, former.client});
        if (!found.ok())
            return found.error();
        if (*found == 0)
            return Done{};
        if (isFirst) {
            qCInfo(lcStore).nospace() << "ending lost session=" << former.id;
            (void)connection.change("KILL ?", {former.id}); // it may be gone by now
        }
        if (deadline.hasExpired())
            return Error::unavailable(
                QStringLiteral("the server still works on what was sent before the connection was lost"));
        QThread::msleep(pauseMs);
    }
}

} // namespace core::store
