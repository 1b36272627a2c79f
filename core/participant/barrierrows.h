// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/participant/barriertable.h"
#include "core/participant/sqldialect.h"

#include <optional>

class QSqlQuery;

namespace core::participant {

/// What makes a barrier row unique.
struct BarrierKey
{
    QByteArray gid;
    QByteArray branchId;
    QByteArray op;
    QByteArray barrierId;
};

/// A statement that was refused: what it means, and the database's words.
struct SqlFailure
{
    SqlFault fault = SqlFault::Other;
    Error error;
};

/// The statements on one barrier table, over one connection, inside a transaction of the caller's.
class BarrierRows final
{
public:
    BarrierRows(QSqlDatabase &db, Dialect dialect, const TableName &table);

    /// Begins the transaction that the row will be written in; a failure when the database did not.
    std::optional<SqlFailure> begin();
    /// Inserts by a plain INSERT: only the duplicate-key error counts as Duplicate, a value that does not fit is an
    /// error.
    std::optional<SqlFailure> insert(const QByteArray &transType, const BarrierKey &key, const QByteArray &reason);
    /// The reason of the row that was in the way of an insert. An Internal error when its gid or branch is another one
    /// that the table's collation takes for the same, or when there is no such row.
    Result<QByteArray> reasonOf(const BarrierKey &key);
    /// Whether the row that was inserted in this transaction is no longer there: the database has rolled back by
    /// itself. False also when it cannot be told.
    bool isGone(const BarrierKey &key);

private:
    bool select(QSqlQuery &query, const BarrierKey &key);

    QSqlDatabase &m_db;
    Dialect m_dialect;
    QString m_table; ///< quoted
};

} // namespace core::participant
