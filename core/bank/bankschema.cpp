// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankdatabase.h"
#include "core/participant/barriertable.h"

#include <QSqlQuery>
#include <QVariant>

namespace core::bank {

namespace {

// The upper bound is decimal(10,2)'s; the lower one backs up the check in the debit.
QString sqliteAccounts()
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS user_account ("
                          "id INTEGER PRIMARY KEY, "
                          "user_id INTEGER NOT NULL UNIQUE, "
                          "balance_cents INTEGER NOT NULL DEFAULT 0 CHECK (balance_cents BETWEEN 0 AND 9999999999), "
                          "trading_balance_cents INTEGER NOT NULL DEFAULT 0, "
                          "create_time TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), "
                          "update_time TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))");
}

QString mySqlAccounts()
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS user_account ("
                          "id INT AUTO_INCREMENT PRIMARY KEY, "
                          "user_id INT NOT NULL UNIQUE, "
                          "balance DECIMAL(10,2) NOT NULL DEFAULT 0, "
                          "trading_balance DECIMAL(10,2) NOT NULL DEFAULT 0, "
                          "create_time DATETIME DEFAULT CURRENT_TIMESTAMP, "
                          "update_time DATETIME DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB");
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
        "amount_cents BIGINT NOT NULL, create_time DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "
        "KEY (gid)) ENGINE=InnoDB");
}

QStringList statements(DatabaseUrl::Kind kind)
{
    if (kind == DatabaseUrl::Kind::MySql)
        return {mySqlAccounts(), mySqlJournal()};
    return {sqliteAccounts(), sqliteJournal(),
            QStringLiteral("CREATE INDEX IF NOT EXISTS journal_gid ON journal (gid)")};
}

QString firstUsers(DatabaseUrl::Kind kind)
{
    return kind == DatabaseUrl::Kind::Sqlite
        ? QStringLiteral("INSERT INTO user_account (user_id, balance_cents) VALUES (1, 1000000), (2, 1000000)")
        : QStringLiteral("INSERT INTO user_account (user_id, balance) VALUES (1, 10000.00), (2, 10000.00)");
}

Status execute(QSqlDatabase &db, const QString &statement)
{
    QSqlQuery query(db);
    if (!query.exec(statement))
        return bankDatabaseError(query.lastError());
    return Done{};
}

Status createAll(BankConnection &connection)
{
    for (const QString &statement : statements(connection.kind())) {
        if (Status created = execute(connection.db(), statement); !created.ok())
            return created;
    }
    if (Status created = participant::createBarrierTable(connection.db()); !created.ok())
        return created;
    QSqlQuery query(connection.db());
    if (!query.exec(QStringLiteral("SELECT COUNT(*) FROM user_account")) || !query.next())
        return bankDatabaseError(query.lastError());
    const bool isEmpty = query.value(0).toLongLong() == 0;
    query.finish();
    return isEmpty ? execute(connection.db(), firstUsers(connection.kind())) : Status(Done{});
}

} // namespace

Status createBankTables(BankConnection &connection)
{
    // One writing transaction, so that two programs that start together make the users once.
    const bool isSqlite = connection.kind() == DatabaseUrl::Kind::Sqlite;
    if (Status begun = execute(connection.db(), isSqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
        !begun.ok())
        return begun;
    Status created = createAll(connection);
    if (created.ok() && !connection.db().commit())
        created = bankDatabaseError(connection.db().lastError());
    if (!created.ok())
        connection.db().rollback();
    return created;
}

QStringList bankTableSql(DatabaseUrl::Kind kind)
{
    const bool isSqlite = kind == DatabaseUrl::Kind::Sqlite;
    return statements(kind) << (isSqlite ? participant::barrierTableSqlForSqlite()
                                         : participant::barrierTableSqlForMySql())
                            << firstUsers(kind);
}

const BankSql &bankSql(DatabaseUrl::Kind kind)
{
    static const BankSql sqlite{
        .balanceInCents = QStringLiteral("balance_cents"),
        .tradingInCents = QStringLiteral("trading_balance_cents"),
        .addToBalance = QStringLiteral("balance_cents = balance_cents + ?"),
        .now = QStringLiteral("strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"),
        .updateTime = QStringLiteral("update_time"),
        .beginSnapshot = QStringLiteral("BEGIN"),
    };
    static const BankSql mySql{
        .balanceInCents = QStringLiteral("CAST(balance * 100 AS SIGNED)"),
        .tradingInCents = QStringLiteral("CAST(trading_balance * 100 AS SIGNED)"),
        .addToBalance = QStringLiteral("balance = balance + ? / 100"), // a decimal division: exact
        .now = QStringLiteral("CURRENT_TIMESTAMP"),
        .updateTime = QStringLiteral("DATE_FORMAT(update_time, '%Y-%m-%dT%H:%i:%s')"),
        .beginSnapshot = QStringLiteral("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"),
    };
    return kind == DatabaseUrl::Kind::Sqlite ? sqlite : mySql;
}

} // namespace core::bank
