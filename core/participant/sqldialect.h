// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <optional>

namespace core::participant {

/// The two databases that a barrier works on, told apart by the connection's driver.
enum class Dialect { Sqlite, MySql };

/// Invalid for another driver, for a connection that is not open, and for one that reconnects by itself.
Result<Dialect> dialectOf(const QSqlDatabase &db);
/// The quote around identifiers.
QChar identifierQuote(Dialect dialect);

/// What a refused statement means for a barrier.
enum class SqlFault {
    Duplicate, ///< the row's unique key is there already
    LockWait, ///< another transaction held the lock for too long
    Deadlock, ///< the database rolled this transaction back in favour of another, on this server or, at the COMMIT, on
              ///< another of its cluster (Galera's certification)
    Other,
};
SqlFault sqlFaultOf(Dialect dialect, const QSqlError &error);

/// The database's words as an Unavailable error, with the remedy where there is a usual one; doing is what was tried,
/// such as "insert the barrier row".
Error databaseError(const QString &doing, const QSqlError &error);

/// Begins a transaction that writes: SQLite takes its write lock here, so that no later statement meets a stale
/// snapshot. An invalid (empty) error when it has begun.
QSqlError beginWriting(Dialect dialect, QSqlDatabase &db);

/// Shortens how long this connection waits for locks, of rows and of whole tables, for as long as the object lives;
/// then the former waits are back.
class ShortLockWait final
{
public:
    static constexpr int seconds = 2; ///< below any request timeout; MariaDB's own default is 50 s

    ShortLockWait(Dialect dialect, QSqlDatabase &db);
    ~ShortLockWait();
    ShortLockWait(const ShortLockWait &) = delete;
    ShortLockWait &operator=(const ShortLockWait &) = delete;

    /// Why the wait could not be shortened; then it is as it was.
    const std::optional<Error> &error() const { return m_error; }

private:
    bool set(qlonglong rowWait, qlonglong tableWait);

    Dialect m_dialect;
    QSqlDatabase &m_db;
    qlonglong m_formerRowWait = 0;
    qlonglong m_formerTableWait = 0; ///< MySQL: while somebody alters or locks the table
    std::optional<Error> m_error;
};

} // namespace core::participant
