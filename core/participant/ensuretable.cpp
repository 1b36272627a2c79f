// SPDX-License-Identifier: Apache-2.0
#include "core/participant/ensuretable.h"

#include "core/participant/sqldialect.h"

#include <QSqlQuery>
#include <QVariant>

namespace core::participant {

namespace {

/// Whether the table is there, as far as this user is let see it.
Result<bool> isThere(QSqlDatabase &db, const TableName &name)
{
    QSqlQuery query(db);
    query.prepare(QStringLiteral("SELECT t.ENGINE, e.TRANSACTIONS FROM information_schema.TABLES t "
                                 "LEFT JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE "
                                 "WHERE t.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND t.TABLE_NAME = ?"));
    query.addBindValue(name.schema().isEmpty() ? QVariant() : QVariant(name.schema()));
    query.addBindValue(name.table());
    if (!query.exec())
        return databaseError(QStringLiteral("describe the table %1").arg(name.text()), query.lastError());
    if (!query.next())
        return false;
    const QString engine = query.value(0).toString();
    if (query.value(1).toString() == QLatin1String("NO"))
        return Error::invalid("table",
                              QStringLiteral("the table %1 is kept by %2, which cannot roll back: ALTER TABLE %3 "
                                             "ENGINE=InnoDB")
                                  .arg(name.text(), engine, name.quoted(u'`')));
    return true;
}

} // namespace

Status ensureTable(QSqlDatabase &db, const TableName &name, const QString &createSql)
{
    const Result<Dialect> dialect = dialectOf(db);
    if (!dialect.ok())
        return dialect.error();
    const Result<bool> there = *dialect == Dialect::MySql ? isThere(db, name) : false;
    if (!there.ok())
        return there.error();
    QSqlQuery query(db);
    if (*there || query.exec(createSql))
        return Done{};
    Error refused = databaseError(QStringLiteral("create the table %1").arg(name.text()), query.lastError());
    refused.detail += QStringLiteral("; whoever has the right can run: ") + createSql;
    return refused;
}

Status tryStatement(QSqlDatabase &db, const QString &doing, const QString &statement)
{
    QSqlQuery query(db);
    return query.exec(statement) ? Status(Done{}) : databaseError(doing, query.lastError());
}

} // namespace core::participant
