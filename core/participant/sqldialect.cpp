// SPDX-License-Identifier: Apache-2.0
#include "core/participant/sqldialect.h"

#include "core/participant/log.h"
#include "core/participant/sqlremedy.h"

#include <QSqlDriver>
#include <QSqlQuery>

namespace core::participant {

namespace {

// SQLite's extended result codes; the low byte is the primary one.
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqlitePrimaryKeyTaken = 1555;
constexpr int sqliteUniqueTaken = 2067;
constexpr int mySqlDuplicate = 1062;
constexpr int mySqlLockWait = 1205;
constexpr int mySqlDeadlock = 1213;

SqlFault sqliteFault(int code)
{
    if (code == sqliteUniqueTaken || code == sqlitePrimaryKeyTaken)
        return SqlFault::Duplicate;
    const int primary = code & 0xff;
    return primary == sqliteBusy || primary == sqliteLocked ? SqlFault::LockWait : SqlFault::Other;
}

SqlFault mySqlFault(int code)
{
    if (code == mySqlDuplicate)
        return SqlFault::Duplicate;
    if (code == mySqlLockWait)
        return SqlFault::LockWait;
    return code == mySqlDeadlock ? SqlFault::Deadlock : SqlFault::Other;
}

} // namespace

Result<Dialect> dialectOf(const QSqlDatabase &db)
{
    if (!db.isOpen())
        return Error::unavailable(QStringLiteral("the database connection is not open"));
    if (db.driver()->dbmsType() == QSqlDriver::SQLite)
        return Dialect::Sqlite;
    if (db.driver()->dbmsType() != QSqlDriver::MySqlServer)
        return Error::invalid("db", QStringLiteral("a barrier works on SQLite and MySQL/MariaDB only"));
    // Reconnected between INSERT and COMMIT, the transaction would be lost and COMMIT would still succeed.
    if (db.connectOptions().contains(QLatin1String("MYSQL_OPT_RECONNECT")))
        return Error::invalid("db", QStringLiteral("the connection must not set MYSQL_OPT_RECONNECT"));
    return Dialect::MySql;
}

QChar identifierQuote(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? u'"' : u'`';
}

SqlFault sqlFaultOf(Dialect dialect, const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    return dialect == Dialect::Sqlite ? sqliteFault(code) : mySqlFault(code);
}

Error databaseError(const QString &doing, const QSqlError &error)
{
    return Error::unavailable(QStringLiteral("the database did not %1: %2").arg(doing, wordsOf(error)));
}

QSqlError beginWriting(Dialect dialect, QSqlDatabase &db)
{
    if (dialect == Dialect::MySql)
        return db.transaction() ? QSqlError() : db.lastError();
    QSqlQuery query(db);
    return query.exec(QStringLiteral("BEGIN IMMEDIATE")) ? QSqlError() : query.lastError();
}

ShortLockWait::ShortLockWait(Dialect dialect, QSqlDatabase &db) : m_dialect(dialect), m_db(db)
{
    QSqlQuery query(db);
    const QString ask = dialect == Dialect::Sqlite
        ? QStringLiteral("PRAGMA busy_timeout")
        : QStringLiteral("SELECT @@SESSION.innodb_lock_wait_timeout, @@SESSION.lock_wait_timeout");
    if (!query.exec(ask) || !query.next()) {
        m_error = databaseError(QStringLiteral("tell its lock wait"), query.lastError());
        return;
    }
    m_formerRowWait = query.value(0).toLongLong();
    m_formerTableWait = query.value(dialect == Dialect::Sqlite ? 0 : 1).toLongLong();
    query.finish();
    const qlonglong wait = dialect == Dialect::Sqlite ? seconds * 1000 : seconds;
    if (!set(wait, wait))
        m_error = Error::unavailable(QStringLiteral("the database did not shorten its lock wait"));
}

ShortLockWait::~ShortLockWait()
{
    if (!m_error && !set(m_formerRowWait, m_formerTableWait))
        qCWarning(lcParticipant) << "lock wait not restored";
}

bool ShortLockWait::set(qlonglong rowWait, qlonglong tableWait)
{
    const QString statement = m_dialect == Dialect::Sqlite
        ? QStringLiteral("PRAGMA busy_timeout = %1").arg(rowWait)
        : QStringLiteral("SET SESSION innodb_lock_wait_timeout = %1, SESSION lock_wait_timeout = %2")
              .arg(rowWait)
              .arg(tableWait);
    return QSqlQuery(m_db).exec(statement);
}

} // namespace core::participant
