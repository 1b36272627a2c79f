// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/banksql.h"
#include "core/bank/databaseurl.h"
#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <memory>

namespace core::bank {

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

    /// Connects again where the server has closed the connection. To be called before a piece of work, never inside a
    /// transaction; one round trip on MySQL. Unavailable, with the remedy, when there is no server.
    Status ensureOpen();

    QSqlDatabase &db() { return m_db; }
    const DatabaseUrl &url() const { return m_url; }
    const BankSql &sql() const { return m_sql; }

private:
    BankConnection(const DatabaseUrl &url, QSqlDatabase db, Access access);
    Status checkEncryption();
    Status applySettings();

    DatabaseUrl m_url;
    BankSql m_sql;
    QSqlDatabase m_db;
    Access m_access;
};

/// Creates what is missing: user_account, barrier and journal; tables that are there need no right to create. A
/// user_account without a row gets the users 1 and 2 with 10,000.00 each. On SQLite an amount is an integer number of
/// cents (balance_cents); on MySQL it is decimal(10,2) as dtm's example has it. No amount is ever a floating-point
/// number. What is not there and cannot be made, a right that is missing and a table that cannot roll back are told
/// with their remedy.
Status createBankTables(BankConnection &connection);

/// What createBankTables() runs on an empty database, statement by statement, to be read before it is run.
QStringList bankTableSql(const DatabaseUrl &url);

/// The database's words, with the remedy where there is a usual one, as an Unavailable error.
Error bankDatabaseError(const QSqlError &error);

} // namespace core::bank
