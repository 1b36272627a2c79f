// SPDX-License-Identifier: Apache-2.0
#include "core/participant/barrierrows.h"

#include <QSqlQuery>
#include <QVariant>

namespace core::participant {

namespace {

// All identifiers are ASCII: as text they meet the same bytes in a VARBINARY, a VARCHAR and a TEXT column.
QString asText(const QByteArray &identifier)
{
    return QString::fromLatin1(identifier);
}

void bindKey(QSqlQuery &query, const BarrierKey &key)
{
    for (const QByteArray &part : {key.gid, key.branchId, key.op, key.barrierId})
        query.addBindValue(asText(part));
}

} // namespace

BarrierRows::BarrierRows(QSqlDatabase &db, Dialect dialect, const TableName &table)
    : m_db(db)
    , m_dialect(dialect)
    , m_table(table.quoted(identifierQuote(dialect)))
{ }

std::optional<SqlFailure> BarrierRows::begin()
{
    const QSqlError error = beginWriting(m_dialect, m_db);
    if (!error.isValid())
        return {};
    return SqlFailure{sqlFaultOf(m_dialect, error), databaseError(QStringLiteral("begin a transaction"), error)};
}

std::optional<SqlFailure> BarrierRows::insert(const QByteArray &transType, const BarrierKey &key,
                                              const QByteArray &reason)
{
    QSqlQuery query(m_db);
    const QString statement =
        QStringLiteral("INSERT INTO %1 (trans_type, reason, gid, branch_id, op, barrier_id) VALUES (?, ?, ?, ?, ?, ?)");
    const bool prepared = query.prepare(statement.arg(m_table));
    query.addBindValue(asText(transType));
    query.addBindValue(asText(reason));
    bindKey(query, key);
    if (prepared && query.exec())
        return {};
    return SqlFailure{sqlFaultOf(m_dialect, query.lastError()),
                      databaseError(QStringLiteral("insert the barrier row"), query.lastError())};
}

bool BarrierRows::select(QSqlQuery &query, const BarrierKey &key)
{
    const QString statement = QStringLiteral(
        "SELECT gid, branch_id, reason FROM %1 WHERE gid = ? AND branch_id = ? AND op = ? AND barrier_id = ?");
    const bool prepared = query.prepare(statement.arg(m_table));
    bindKey(query, key);
    return prepared && query.exec();
}

Result<QByteArray> BarrierRows::reasonOf(const BarrierKey &key)
{
    QSqlQuery query(m_db);
    if (!select(query, key))
        return databaseError(QStringLiteral("read the barrier row"), query.lastError());
    if (!query.next())
        return Error::internal(QStringLiteral("a barrier row was reported as there, but it is not"));
    if (query.value(0).toByteArray() != key.gid || query.value(1).toByteArray() != key.branchId)
        return Error::internal(QStringLiteral(
            "another gid or branch stands in the barrier table that its collation takes for this one: give the column "
            "gid a binary collation"));
    return query.value(2).toByteArray();
}

bool BarrierRows::isGone(const BarrierKey &key)
{
    QSqlQuery query(m_db);
    return select(query, key) && !query.next();
}

} // namespace core::participant
