// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankdatabase.h"
#include "core/participant/ensuretable.h"

#include <QSqlQuery>
#include <QVariant>

namespace core::bank {

using participant::ensureTable;
using participant::TableName;
using participant::tryStatement;

namespace {

// The upper bound is decimal(10,2)'s; the lower one backs up the check in the debit.
QString sqliteAccounts(const QString &table)
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 ("
                          "id INTEGER PRIMARY KEY, "
                          "user_id INTEGER NOT NULL UNIQUE, "
                          "balance_cents INTEGER NOT NULL DEFAULT 0 CHECK (balance_cents BETWEEN 0 AND 9999999999), "
                          "trading_balance_cents INTEGER NOT NULL DEFAULT 0, "
                          "create_time TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), "
                          "update_time TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))")
        .replace(QLatin1String("%1"), table);
}

QString mySqlAccounts(const QString &table)
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 ("
                          "id INT AUTO_INCREMENT PRIMARY KEY, "
                          "user_id INT NOT NULL UNIQUE, "
                          "balance DECIMAL(10,2) NOT NULL DEFAULT 0, "
                          "trading_balance DECIMAL(10,2) NOT NULL DEFAULT 0, "
                          "create_time DATETIME DEFAULT CURRENT_TIMESTAMP, "
                          "update_time DATETIME DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB")
        .arg(table);
}

// Without a unique key on purpose: a booking made twice must show here, not be refused.
QString sqliteJournal()
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS journal ("
                          "id INTEGER PRIMARY KEY, gid TEXT NOT NULL, branch_id TEXT NOT NULL, op TEXT NOT NULL, "
                          "user_id INTEGER NOT NULL, peer_user_id INTEGER NOT NULL, amount_cents INTEGER NOT NULL, "
                          "create_time TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))");
}

QString mySqlJournal()
{
    return QStringLiteral(
        "CREATE TABLE IF NOT EXISTS journal ("
        "id BIGINT AUTO_INCREMENT PRIMARY KEY, gid VARBINARY(128) NOT NULL, branch_id VARBINARY(128) NOT NULL, "
        "op VARBINARY(45) NOT NULL, user_id INT NOT NULL, peer_user_id INT NOT NULL, "
        "amount_cents BIGINT NOT NULL, create_time DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), "
        "KEY (gid)) ENGINE=InnoDB");
}

// On MySQL the key decides which of two programs that start together makes the users.
QString firstUsers(const DatabaseUrl &url)
{
    const BankSql sql = bankSql(url);
    return url.kind == DatabaseUrl::Kind::Sqlite
        ? QStringLiteral("INSERT INTO %1 (user_id, balance_cents) VALUES (1, 1000000), (2, 1000000)").arg(sql.accounts)
        : QStringLiteral("INSERT INTO %1 (user_id, balance) VALUES (1, 10000.00), (2, 10000.00) "
                         "ON DUPLICATE KEY UPDATE user_id = user_id")
              .arg(sql.accounts);
}

QStringList tableSql(const DatabaseUrl &url)
{
    const BankSql sql = bankSql(url);
    if (url.kind == DatabaseUrl::Kind::MySql)
        return {mySqlAccounts(sql.accounts), mySqlJournal(), participant::barrierTableSqlForMySql(url.barrier)};
    return {sqliteAccounts(sql.accounts), sqliteJournal(),
            QStringLiteral("CREATE INDEX IF NOT EXISTS journal_gid ON journal (gid)"),
            participant::barrierTableSqlForSqlite(url.barrier)};
}

Status execute(QSqlDatabase &db, const QString &statement)
{
    QSqlQuery query(db);
    if (!query.exec(statement))
        return bankDatabaseError(query.lastError());
    return Done{};
}

Status createFirstUsers(BankConnection &connection)
{
    QSqlQuery query(connection.db());
    if (!query.exec(QStringLiteral("SELECT COUNT(*) FROM %1").arg(connection.sql().accounts)) || !query.next())
        return bankDatabaseError(query.lastError());
    const bool isEmpty = query.value(0).toLongLong() == 0;
    query.finish();
    return isEmpty ? execute(connection.db(), firstUsers(connection.url())) : Status(Done{});
}

Status createOnSqlite(BankConnection &connection)
{
    for (const QString &statement : tableSql(connection.url())) {
        if (Status created = execute(connection.db(), statement); !created.ok())
            return created;
    }
    return createFirstUsers(connection);
}

/// What each transfer does, without a row.
Status checkRights(BankConnection &connection)
{
    if (Status booked = tryStatement(connection.db(), QStringLiteral("let this user change balances"),
                                     QStringLiteral("UPDATE %1 SET balance = balance, update_time = update_time "
                                                    "WHERE 1 = 0")
                                         .arg(connection.sql().accounts));
        !booked.ok())
        return booked;
    return tryStatement(
        connection.db(), QStringLiteral("let this user write the journal"),
        QStringLiteral("INSERT INTO journal (gid, branch_id, op, user_id, peer_user_id, amount_cents) "
                       "SELECT gid, branch_id, op, user_id, peer_user_id, amount_cents FROM journal WHERE 1 = 0"));
}

/// Each CREATE commits by itself there.
Status createOnMySql(BankConnection &connection)
{
    const DatabaseUrl &url = connection.url();
    QSqlDatabase &db = connection.db();
    if (Status there = ensureTable(db, url.accounts, mySqlAccounts(connection.sql().accounts)); !there.ok())
        return there;
    if (Status there = ensureTable(db, TableName::fromText("journal").value(), mySqlJournal()); !there.ok())
        return there;
    if (Status there = participant::createBarrierTable(db, url.barrier); !there.ok())
        return there;
    if (Status filled = createFirstUsers(connection); !filled.ok())
        return filled;
    return checkRights(connection);
}

} // namespace

Status createBankTables(BankConnection &connection)
{
    if (connection.url().kind == DatabaseUrl::Kind::MySql)
        return createOnMySql(connection);
    // One writing transaction, so that two programs that start together make the users once.
    if (Status begun = execute(connection.db(), QStringLiteral("BEGIN IMMEDIATE")); !begun.ok())
        return begun;
    Status created = createOnSqlite(connection);
    if (created.ok() && !connection.db().commit())
        created = bankDatabaseError(connection.db().lastError());
    if (!created.ok())
        connection.db().rollback();
    return created;
}

QStringList bankTableSql(const DatabaseUrl &url)
{
    return tableSql(url) << firstUsers(url);
}

} // namespace core::bank
