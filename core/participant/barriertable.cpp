// SPDX-License-Identifier: Apache-2.0
#include "core/participant/barriertable.h"

#include "core/participant/ensuretable.h"
#include "core/participant/sqldialect.h"

#include <QRegularExpression>
#include <QSqlQuery>
#include <QVariant>

namespace core::participant {

namespace {

/// Without it nothing would be a duplicate, and each repetition would be applied.
Status checkUniqueKey(QSqlDatabase &db, const TableName &name)
{
    QSqlQuery query(db);
    query.prepare(QStringLiteral("SELECT INDEX_NAME FROM information_schema.STATISTICS "
                                 "WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ? AND NON_UNIQUE = 0 "
                                 "GROUP BY INDEX_NAME HAVING COUNT(SUB_PART) = 0 AND "
                                 "GROUP_CONCAT(COLUMN_NAME ORDER BY COLUMN_NAME) = 'barrier_id,branch_id,gid,op'"));
    query.addBindValue(name.schema().isEmpty() ? QVariant() : QVariant(name.schema()));
    query.addBindValue(name.table());
    if (!query.exec())
        return databaseError(QStringLiteral("describe the table %1").arg(name.text()), query.lastError());
    if (query.next())
        return Done{};
    return Error::invalid("table",
                          QStringLiteral("the table %1 lacks the key that guards: ALTER TABLE %2 ADD UNIQUE KEY (gid, "
                                         "branch_id, op, barrier_id)")
                              .arg(name.text(), name.quoted(u'`')));
}

Status checkInsert(QSqlDatabase &db, const TableName &name)
{
    return tryStatement(db, QStringLiteral("let this user write to %1").arg(name.text()),
                        QStringLiteral("INSERT INTO %1 (trans_type, gid, branch_id, op, barrier_id, reason) SELECT "
                                       "trans_type, gid, branch_id, op, barrier_id, reason FROM %1 WHERE 1 = 0")
                            .arg(name.quoted(u'`')));
}

} // namespace

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
                          "create_time DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), "
                          "update_time DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), "
                          "KEY (create_time), "
                          "UNIQUE KEY (gid, branch_id, op, barrier_id)) ENGINE=InnoDB")
        .arg(name.quoted(u'`'));
}

Status createBarrierTable(QSqlDatabase &db, const TableName &name)
{
    const Result<Dialect> dialect = dialectOf(db);
    if (!dialect.ok())
        return dialect.error();
    if (*dialect == Dialect::Sqlite)
        return ensureTable(db, name, barrierTableSqlForSqlite(name));
    if (Status there = ensureTable(db, name, barrierTableSqlForMySql(name)); !there.ok())
        return there;
    if (Status guarded = checkUniqueKey(db, name); !guarded.ok())
        return guarded;
    return checkInsert(db, name);
}

} // namespace core::participant
