// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <memory>

namespace core::bank {

/// Where a bank keeps its accounts: sqlite:PATH or mysql://USER@HOST:PORT/DB. Never holds a password.
struct DatabaseUrl
{
    enum class Kind { Sqlite, MySql };
    Kind kind = Kind::Sqlite;
    QString path; ///< SQLite: the file
    QString user;
    QString host;
    quint16 port = 3306;
    QString database;

    /// Invalid on the field "db" for anything else, a password in the URL among it.
    static Result<DatabaseUrl> parse(const QString &text);
};

/// The password of a MySQL bank: the first line of the file where one is named, else CHECKBACK_DB_PASSWORD, else none.
Result<QString> databasePassword(const QString &passwordFile = {});

/// An open connection under a name of its own; closed and forgotten with the object. Belongs to the thread that opened
/// it.
class BankConnection final
{
public:
    enum class Access { ReadWrite, ReadOnly };

    static Result<std::unique_ptr<BankConnection>> open(const DatabaseUrl &url, const QString &password, Access access);
    ~BankConnection();
    BankConnection(const BankConnection &) = delete;
    BankConnection &operator=(const BankConnection &) = delete;

    QSqlDatabase &db() { return m_db; }
    DatabaseUrl::Kind kind() const { return m_kind; }

private:
    BankConnection(DatabaseUrl::Kind kind, QSqlDatabase db);

    DatabaseUrl::Kind m_kind;
    QSqlDatabase m_db;
};

/// Creates what is missing: user_account, barrier and journal. A user_account without a row gets the users 1 and 2 with
/// 10,000.00 each. On SQLite an amount is an integer number of cents (balance_cents); on MySQL it is decimal(10,2) as
/// dtm's example has it. No amount is ever a floating-point number.
Status createBankTables(BankConnection &connection);

/// What createBankTables() runs on an empty database, statement by statement, to be read before it is run.
QStringList bankTableSql(DatabaseUrl::Kind kind);

/// The pieces of SQL in which the two databases differ. Amounts go in and come out as whole cents.
struct BankSql
{
    QString balanceInCents;
    QString tradingInCents;
    QString addToBalance; ///< an assignment with one placeholder
    QString now;
    QString updateTime; ///< as ISO 8601 text
    QString beginSnapshot; ///< begins a transaction that sees one state of the database
};
const BankSql &bankSql(DatabaseUrl::Kind kind);

/// The database's words as an Unavailable error.
Error bankDatabaseError(const QSqlError &error);

} // namespace core::bank
