// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlschema.h"

#include "core/base/faultpoint.h"
#include "core/store/log.h"
#include "core/store/mysqlconnection.h"

#include <QByteArrayList>

#include <mysqld_error.h>

namespace core::store {

namespace {

const QByteArrayList tableNames = {"message", "attempt", "key_value", "coordinator"};

/// Identifiers are VARBINARY, so no collation takes two for one. due_at is NULL exactly where a message is finished;
/// mark is NULL but for the rare states (1 stalled, 2 failed, 3 both), so that their index costs an ordinary message
/// one entry that is never touched again. There is no index over the states of all rows: it would cost every message.
QByteArrayList firstStep()
{
    return {
        "CREATE TABLE IF NOT EXISTS message ("
        "id BIGINT NOT NULL PRIMARY KEY, "
        "gid VARBINARY(128) NOT NULL, "
        "state TINYINT NOT NULL, "
        "due_at BIGINT, "
        "owner BIGINT NOT NULL, "
        "fence BIGINT NOT NULL, "
        "attempts INT NOT NULL, "
        "failures_in_row INT NOT NULL, "
        "stalled TINYINT NOT NULL, "
        "created_at BIGINT NOT NULL, "
        "updated_at BIGINT NOT NULL, "
        "submitted_at BIGINT, "
        "finished_at BIGINT, "
        "progress MEDIUMBLOB, "
        "content LONGBLOB NOT NULL, "
        "mark TINYINT, "
        "UNIQUE KEY message_gid (gid), "
        "KEY message_due (due_at, owner), "
        "KEY message_mark (mark)) ENGINE=InnoDB ROW_FORMAT=DYNAMIC",
        "CREATE TABLE IF NOT EXISTS attempt ("
        "rowid BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, "
        "message_id BIGINT NOT NULL, "
        "number INT NOT NULL, "
        "branch_id VARBINARY(255) NOT NULL, "
        "started_at BIGINT NOT NULL, "
        "latency_ms BIGINT NOT NULL, "
        "verdict TINYINT NOT NULL, "
        "http_status INT NOT NULL, "
        "error MEDIUMBLOB NOT NULL, "
        "answer_excerpt MEDIUMBLOB NOT NULL, "
        "KEY attempt_message (message_id, number)) ENGINE=InnoDB ROW_FORMAT=DYNAMIC",
        "CREATE TABLE IF NOT EXISTS key_value ("
        "category VARBINARY(255) NOT NULL, "
        "name VARBINARY(1024) NOT NULL, "
        "value LONGBLOB NOT NULL, "
        "version BIGINT NOT NULL, "
        "created_at BIGINT NOT NULL, "
        "updated_at BIGINT NOT NULL, "
        "PRIMARY KEY (category, name)) ENGINE=InnoDB ROW_FORMAT=DYNAMIC",
        "CREATE TABLE IF NOT EXISTS coordinator ("
        "owner BIGINT NOT NULL PRIMARY KEY, "
        "alive_until BIGINT NOT NULL, "
        "since BIGINT NOT NULL) ENGINE=InnoDB",
    };
}

QList<QByteArrayList> mysqlSchema()
{
    return {firstStep()};
}

QByteArray quotedTableNames()
{
    return "'" + tableNames.join("', '") + "'";
}

/// 0 for a database without schema. Another program's tables of the same names are refused.
Result<std::int64_t> currentMysqlVersion(MysqlConnection &connection)
{
    const QByteArray countTables =
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN (";
    const Result<std::int64_t> hasVersion = connection.number(countTables + "'schema_version')");
    if (!hasVersion.ok())
        return hasVersion.error();
    if (*hasVersion > 0)
        return connection.number("SELECT coalesce(max(version), 0) FROM schema_version");
    const Result<std::int64_t> others = connection.number(countTables + quotedTableNames() + ')');
    if (!others.ok() || *others == 0)
        return others;
    return Error{Error::Code::Invalid,
                 QStringLiteral("the database of the store %1 holds tables of another program (%2): choose another one")
                     .arg(connection.address().name(), QString::fromLatin1(tableNames.join(", ")))};
}

Error mysqlStepFailed(const Error &reason, qsizetype version, const MysqlConnection &connection)
{
    return {reason.code,
            QStringLiteral("bringing the store %1 to version %2 failed: %3")
                .arg(connection.address().name(), QString::number(version), reason.detail)};
}

Status runMysqlStep(MysqlConnection &connection, const QByteArrayList &statements, qsizetype version)
{
    for (const QByteArray &statement : statements) {
        if (const Status done = connection.execute(statement); !done.ok())
            return mysqlStepFailed(done.error(), version, connection);
        if (faultPoint("migration.step"))
            return Error::unavailable(QStringLiteral("fault point migration.step"));
    }
    const Result<std::int64_t> noted =
        connection.change("INSERT INTO schema_version (version) VALUES (?)", {std::int64_t{version}});
    if (!noted.ok())
        return mysqlStepFailed(noted.error(), version, connection);
    qCInfo(lcStore).nospace() << "schema step=" << version << " store=" << connection.address().name();
    return Done{};
}

Status upgradeMysql(MysqlConnection &connection)
{
    const QList<QByteArrayList> steps = mysqlSchema();
    const Result<std::int64_t> found = currentMysqlVersion(connection);
    if (!found.ok())
        return found.error();
    if (*found > steps.size()) {
        return Error{Error::Code::Invalid,
                     QStringLiteral("the store %1 is of version %2, this program knows only up to %3: update Checkback")
                         .arg(connection.address().name(), QString::number(*found), QString::number(steps.size()))};
    }
    if (*found == steps.size())
        return Done{};
    const Status begun = connection.execute(
        "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY) ENGINE=InnoDB");
    if (!begun.ok())
        return mysqlStepFailed(begun.error(), *found + 1, connection);
    for (qsizetype version = static_cast<qsizetype>(*found) + 1; version <= steps.size(); ++version) {
        if (const Status done = runMysqlStep(connection, steps[version - 1], version); !done.ok())
            return done;
    }
    return Done{};
}

/// Transactions hold in InnoDB only.
Status checkEngines(MysqlConnection &connection)
{
    qsizetype tables = 0;
    const Status read = connection.forEachRow(
        "SELECT table_name, coalesce(engine, '') FROM information_schema.tables "
        "WHERE table_schema = DATABASE() AND table_name IN ("
            + quotedTableNames() + ')',
        {}, [&](const SqlRow &row) -> Status {
            ++tables;
            if (row.bytes(1) == "InnoDB")
                return Done{};
            return Error{
                Error::Code::Invalid,
                QStringLiteral("the table %1 of the store %2 is of the engine %3, which knows no transactions: "
                               "ALTER TABLE `%1` ENGINE=InnoDB")
                    .arg(QString::fromUtf8(row.bytes(0)), connection.address().name(),
                         QString::fromUtf8(row.bytes(1)))};
        });
    if (!read.ok() || tables == tableNames.size())
        return read;
    return connection.error(
        {ER_NO_SUCH_TABLE,
         QStringLiteral("%1 of %2 tables are there").arg(QString::number(tables), QString::number(tableNames.size()))});
}

/// A text column would take gids for the same that differ by case.
Status checkCollations(MysqlConnection &connection)
{
    return connection.forEachRow(
        "SELECT table_name, column_name, collation_name, character_maximum_length FROM information_schema.columns "
        "WHERE table_schema = DATABASE() AND collation_name IS NOT NULL AND table_name IN ("
            + quotedTableNames() + ')',
        {}, [&](const SqlRow &row) -> Status {
            return Error{Error::Code::Invalid,
                         QStringLiteral("the column %1.%2 of the store %3 has the collation %4, which takes different "
                                        "identifiers for one: ALTER TABLE `%1` MODIFY `%2` VARBINARY(%5) NOT NULL")
                             .arg(QString::fromUtf8(row.bytes(0)), QString::fromUtf8(row.bytes(1)),
                                  connection.address().name(), QString::fromUtf8(row.bytes(2)),
                                  QString::fromUtf8(row.bytes(3)))};
        });
}

/// Statements that change nothing, but are refused where the real ones would be.
Status checkMayWrite(MysqlConnection &connection)
{
    for (const char *statement :
         {"UPDATE message SET mark = mark WHERE FALSE", "DELETE FROM key_value WHERE FALSE",
          "INSERT INTO attempt SELECT * FROM attempt WHERE FALSE", "DELETE FROM coordinator WHERE FALSE",
          "INSERT INTO coordinator SELECT * FROM coordinator WHERE FALSE"}) {
        if (const Status may = connection.execute(statement); !may.ok())
            return may;
    }
    return Done{};
}

} // namespace

Status prepareMysqlSchema(MysqlConnection &connection)
{
    for (const auto step : {&upgradeMysql, &checkEngines, &checkCollations, &checkMayWrite}) {
        if (const Status done = step(connection); !done.ok())
            return done;
    }
    return Done{};
}

Status findMysqlSchema(MysqlConnection &connection)
{
    const Result<std::int64_t> version = currentMysqlVersion(connection);
    if (!version.ok())
        return version.error();
    if (*version > 0)
        return Done{};
    return Error::unavailable(
        QStringLiteral("there is no store %1 yet: start a coordinator on it first").arg(connection.address().name()));
}

QString mysqlMainTable()
{
    return QStringLiteral("message");
}

QList<std::pair<QString, QString>> mysqlRights(bool tablesAreThere)
{
    if (!tablesAreThere)
        return {{QStringLiteral("CREATE"), QStringLiteral("CREATE TABLE message (id BIGINT NOT NULL PRIMARY KEY)")}};
    return {{QStringLiteral("SELECT"), QStringLiteral("SELECT 1 FROM message WHERE 1 = 0")},
            {QStringLiteral("INSERT"), QStringLiteral("INSERT INTO message (id) SELECT id FROM message WHERE 1 = 0")},
            {QStringLiteral("UPDATE"), QStringLiteral("UPDATE message SET fence = fence WHERE 1 = 0")},
            {QStringLiteral("DELETE"), QStringLiteral("DELETE FROM message WHERE 1 = 0")}};
}

} // namespace core::store
