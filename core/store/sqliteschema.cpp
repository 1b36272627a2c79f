// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliteschema.h"

#include "core/store/sqliteconnection.h"

namespace core::store {

namespace {

constexpr std::int64_t applicationId = 0x43484B42; // "CHKB"

/// due_at is NULL exactly where a message is finished. The index of the unfinished carries all that due(), the counts
/// and the filters on unfinished messages look at, so that these never touch the rows of the table. There is
/// deliberately no index over the states of all rows: it would cost every message and serve only the rare states, which
/// have their own.
SchemaStep firstStep()
{
    return {{
        QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
        QStringLiteral("CREATE TABLE message ("
                       "id INTEGER PRIMARY KEY, "
                       "gid BLOB NOT NULL, "
                       "state INTEGER NOT NULL, "
                       "due_at INTEGER, "
                       "owner INTEGER NOT NULL, "
                       "fence INTEGER NOT NULL, "
                       "attempts INTEGER NOT NULL, "
                       "failures_in_row INTEGER NOT NULL, "
                       "stalled INTEGER NOT NULL, "
                       "created_at INTEGER NOT NULL, "
                       "updated_at INTEGER NOT NULL, "
                       "submitted_at INTEGER, "
                       "finished_at INTEGER, "
                       "progress BLOB, "
                       "content BLOB NOT NULL)"),
        QStringLiteral("CREATE UNIQUE INDEX message_gid ON message (gid)"),
        QStringLiteral(
            "CREATE INDEX message_due ON message (due_at, owner, state, failures_in_row, stalled, created_at) "
            "WHERE due_at IS NOT NULL"),
        QStringLiteral("CREATE INDEX message_failed ON message (state) WHERE state = 3"),
        QStringLiteral("CREATE INDEX message_stalled ON message (stalled) WHERE stalled = 1"),
        QStringLiteral("CREATE TABLE attempt ("
                       "message_id INTEGER NOT NULL, "
                       "number INTEGER NOT NULL, "
                       "branch_id BLOB NOT NULL, "
                       "started_at INTEGER NOT NULL, "
                       "latency_ms INTEGER NOT NULL, "
                       "verdict INTEGER NOT NULL, "
                       "http_status INTEGER NOT NULL, "
                       "error BLOB NOT NULL, "
                       "answer_excerpt BLOB NOT NULL)"),
        QStringLiteral("CREATE INDEX attempt_message ON attempt (message_id, number)"),
        QStringLiteral("CREATE TABLE key_value ("
                       "category BLOB NOT NULL, "
                       "name BLOB NOT NULL, "
                       "value BLOB NOT NULL, "
                       "version INTEGER NOT NULL, "
                       "created_at INTEGER NOT NULL, "
                       "updated_at INTEGER NOT NULL, "
                       "PRIMARY KEY (category, name)) WITHOUT ROWID"),
    }};
}

} // namespace

QList<SchemaStep> sqliteSchema()
{
    return {firstStep()};
}

Status refuseForeignFile(SqliteConnection &connection)
{
    const Result<std::int64_t> found = connection.number("PRAGMA application_id");
    if (!found.ok())
        return found.error();
    if (*found == applicationId)
        return Done{};
    const Result<std::int64_t> objects = connection.number("SELECT count(*) FROM sqlite_master");
    if (!objects.ok())
        return objects.error();
    if (*found == 0 && *objects == 0)
        return Done{};
    return Error{Error::Code::Invalid,
                 QStringLiteral("%1 is the database of another program, not a Checkback store: choose another file")
                     .arg(connection.path())};
}

} // namespace core::store
