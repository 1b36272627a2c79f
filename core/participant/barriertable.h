// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>

namespace core::participant {

/// The name of a barrier table: "barrier", or with its schema "dtm_barrier.barrier". A TableName in hand holds only
/// letters, digits, '_' and '$', so it can be quoted without a way out of the quotes.
class TableName
{
public:
    TableName() = default; ///< "barrier", in the connection's own schema

    /// One or two identifiers of 1–64 characters, separated by '.'; else an Invalid error on the field "table".
    static Result<TableName> fromText(QByteArrayView text);

    QString text() const { return m_parts.join(u'.'); }
    QString schema() const
    {
        return m_parts.size() == 2 ? m_parts.first() : QString();
    } ///< empty: the connection's own
    QString table() const { return m_parts.last(); }
    /// As it stands in a statement, each part in the given quotes.
    QString quoted(QChar quote) const;
    friend bool operator==(const TableName &, const TableName &) = default;

private:
    QStringList m_parts{QStringLiteral("barrier")};
};

/// The statement that creates a barrier table (PROTOCOL §5) where there is none. Identifiers are compared byte for
/// byte.
QString barrierTableSqlForSqlite(const TableName &name = {});
QString barrierTableSqlForMySql(const TableName &name = {});

/// Makes sure that a barrier can work in the database of this open connection (QSQLITE or QMYSQL): creates the table
/// unless it is there and, on MySQL, sees to it that its engine can roll back, that its unique key is the barrier's,
/// and that the user may insert. On the caller's thread, outside a transaction. Invalid for another driver or a table
/// that would guard nothing, Unavailable when the database refuses; each says what to do.
Status createBarrierTable(QSqlDatabase &db, const TableName &name = {});

} // namespace core::participant
