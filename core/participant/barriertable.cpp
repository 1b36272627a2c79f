// SPDX-License-Identifier: Apache-2.0
#include "core/participant/barriertable.h"

#include "core/participant/sqldialect.h"

#include <QRegularExpression>
#include <QSqlQuery>

namespace core::participant {

Result<TableName> TableName::fromText(QByteArrayView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_$]{0,63}(\\.[A-Za-z_][A-Za-z0-9_$]{0,63})?\\z"));
    const QString name = QString::fromUtf8(text);
    if (!pattern.match(name).hasMatch())
        return Error::invalid("table", QStringLiteral("table must be a name such as barrier or dtm_barrier.barrier"));
    TableName table;
    table.m_parts = name.split(u'.');
    return table;
}

QString TableName::quoted(QChar quote) const
{
    const QString between = QString(quote) + u'.' + quote;
    return quote + m_parts.join(between) + quote;
}

// TEXT with SQLite's BINARY collation compares bytes, and any tool shows it.
QString barrierTableSqlForSqlite(const TableName &name)
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 ("
                          "id INTEGER PRIMARY KEY, "
                          "trans_type TEXT NOT NULL DEFAULT '', "
                          "gid TEXT COLLATE BINARY NOT NULL, "
                          "branch_id TEXT COLLATE BINARY NOT NULL, "
                          "op TEXT COLLATE BINARY NOT NULL, "
                          "barrier_id TEXT COLLATE BINARY NOT NULL, "
                          "reason TEXT NOT NULL DEFAULT '', "
                          "create_time TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), "
                          "update_time TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), "
                          "UNIQUE (gid, branch_id, op, barrier_id))")
        .replace(QLatin1String("%1"), name.quoted(u'"'));
}

QString barrierTableSqlForMySql(const TableName &name)
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 ("
                          "id BIGINT AUTO_INCREMENT PRIMARY KEY, "
                          "trans_type VARBINARY(45) NOT NULL DEFAULT '', "
                          "gid VARBINARY(128) NOT NULL, "
                          "branch_id VARBINARY(128) NOT NULL, "
                          "op VARBINARY(45) NOT NULL, "
                          "barrier_id VARBINARY(45) NOT NULL, "
                          "reason VARBINARY(45) NOT NULL DEFAULT '', "
                          "create_time DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "
                          "update_time DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "
                          "KEY (create_time), "
                          "UNIQUE KEY (gid, branch_id, op, barrier_id)) ENGINE=InnoDB")
        .arg(name.quoted(u'`'));
}

Status createBarrierTable(QSqlDatabase &db, const TableName &name)
{
    const Result<Dialect> dialect = dialectOf(db);
    if (!dialect.ok())
        return dialect.error();
    QSqlQuery query(db);
    if (!query.exec(*dialect == Dialect::Sqlite ? barrierTableSqlForSqlite(name) : barrierTableSqlForMySql(name)))
        return databaseError(QStringLiteral("create the barrier table"), query.lastError());
    return Done{};
}

} // namespace core::participant
