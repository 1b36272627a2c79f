// SPDX-License-Identifier: Apache-2.0
#include "core/store/keyvalues.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace core::store {

namespace {

Error failed(const QSqlQuery &query, const QString &storeName)
{
    return Error::unavailable(
        QStringLiteral("the store %1 answered unexpectedly: %2").arg(storeName, query.lastError().text()));
}

/// An empty QByteArray would be bound as NULL.
QVariant bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

/// How many rows a statement with these values changed.
Result<int> change(const QSqlDatabase &database, const QString &storeName, const QString &sql,
                   const QVariantList &values)
{
    QSqlQuery query(database);
    if (!query.prepare(sql))
        return failed(query, storeName);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failed(query, storeName);
    return query.numRowsAffected();
}

KeyValue rowOf(const QSqlQuery &query)
{
    return {.category = query.value(0).toByteArray(),
            .key = query.value(1).toByteArray(),
            .value = query.value(2).toByteArray(),
            .version = query.value(3).toLongLong(),
            .createdAt = fromEpochMs(query.value(4).toLongLong()),
            .updatedAt = fromEpochMs(query.value(5).toLongLong())};
}

Result<int> insertFirst(const QSqlDatabase &database, const QString &storeName, const KeyValue &row)
{
    return change(
        database, storeName,
        QStringLiteral(
            "INSERT INTO key_value (category, name, value, version, created_at, updated_at) SELECT ?, ?, ?, 1, ?, ? "
            "WHERE NOT EXISTS (SELECT 1 FROM key_value WHERE category = ? AND name = ?)"),
        {bytes(row.category), bytes(row.key), bytes(row.value), static_cast<qlonglong>(toEpochMs(row.createdAt)),
         static_cast<qlonglong>(toEpochMs(row.updatedAt)), bytes(row.category), bytes(row.key)});
}

Result<int> replace(const QSqlDatabase &database, const QString &storeName, const KeyValue &row)
{
    return change(database, storeName,
                  QStringLiteral("UPDATE key_value SET value = ?, version = ?, updated_at = ? WHERE category = ? AND "
                                 "name = ? AND version = ?"),
                  {bytes(row.value), static_cast<qlonglong>(row.version),
                   static_cast<qlonglong>(toEpochMs(row.updatedAt)), bytes(row.category), bytes(row.key),
                   static_cast<qlonglong>(row.version - 1)});
}

} // namespace

Result<QList<KeyValue>> readKeyValues(const QSqlDatabase &database, const QString &storeName,
                                      const QByteArray &category, const QByteArray &key, int limit,
                                      const QByteArray &afterKey)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    const QString condition = key.isEmpty() ? QStringLiteral("name > ?") : QStringLiteral("name = ?");
    if (!query.prepare(QStringLiteral("SELECT category, name, value, version, created_at, updated_at FROM key_value "
                                      "WHERE category = ? AND %1 ORDER BY name LIMIT ?")
                           .arg(condition)))
        return failed(query, storeName);
    query.addBindValue(bytes(category));
    query.addBindValue(bytes(key.isEmpty() ? afterKey : key));
    query.addBindValue(limit);
    if (!query.exec())
        return failed(query, storeName);
    QList<KeyValue> rows;
    while (query.next())
        rows.append(rowOf(query));
    if (query.lastError().isValid())
        return failed(query, storeName);
    return rows;
}

Status putKeyValue(const QSqlDatabase &database, const QString &storeName, const KeyValue &row)
{
    const Result<int> changed =
        row.version == 1 ? insertFirst(database, storeName, row) : replace(database, storeName, row);
    if (!changed.ok())
        return changed.error();
    if (*changed == 1)
        return Done{};
    return Error::conflict(QStringLiteral("%1 %2 was changed by somebody else meanwhile: read it again")
                               .arg(QString::fromUtf8(row.category), QString::fromUtf8(row.key)));
}

Status removeKeyValue(const QSqlDatabase &database, const QString &storeName, const QByteArray &category,
                      const QByteArray &key)
{
    const Result<int> changed =
        change(database, storeName, QStringLiteral("DELETE FROM key_value WHERE category = ? AND name = ?"),
               {bytes(category), bytes(key)});
    if (!changed.ok())
        return changed.error();
    if (*changed == 1)
        return Done{};
    return Error::notFound(
        QStringLiteral("there is no %1 in %2").arg(QString::fromUtf8(key), QString::fromUtf8(category)));
}

} // namespace core::store
