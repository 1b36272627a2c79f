// SPDX-License-Identifier: Apache-2.0
#include "core/store/keyvalues.h"

#include "core/store/sqlconnection.h"

namespace core::store {

namespace {

KeyValue keyValueOf(const SqlRow &row)
{
    return {.category = row.bytes(0).toByteArray(),
            .key = row.bytes(1).toByteArray(),
            .value = row.bytes(2).toByteArray(),
            .version = row.integer(3),
            .createdAt = fromEpochMs(row.integer(4)),
            .updatedAt = fromEpochMs(row.integer(5))};
}

Result<std::int64_t> insertFirst(SqlConnection &connection, const KeyValue &row)
{
    return connection.change(
        "INSERT INTO key_value (category, name, value, version, created_at, updated_at) VALUES (?, ?, ?, 1, ?, ?)",
        {row.category, row.key, row.value, toEpochMs(row.createdAt), toEpochMs(row.updatedAt)});
}

Result<std::int64_t> replace(SqlConnection &connection, const KeyValue &row)
{
    return connection.change(
        "UPDATE key_value SET value = ?, version = ?, updated_at = ? WHERE category = ? AND name = ? AND version = ?",
        {row.value, row.version, toEpochMs(row.updatedAt), row.category, row.key, row.version - 1});
}

} // namespace

Result<QList<KeyValue>> readKeyValues(SqlConnection &connection, const QByteArray &category, const QByteArray &key,
                                      int limit, const QByteArray &afterKey)
{
    const QByteArray condition = key.isEmpty() ? "name > ?" : "name = ?";
    QList<KeyValue> rows;
    const Status read = connection.forEachRow(
        "SELECT category, name, value, version, created_at, updated_at FROM key_value "
        "WHERE category = ? AND "
            + condition + " ORDER BY name LIMIT ?",
        {category, key.isEmpty() ? afterKey : key, std::int64_t{limit}}, [&](const SqlRow &row) -> Status {
            rows.append(keyValueOf(row));
            return Done{};
        });
    if (!read.ok())
        return read.error();
    return rows;
}

Status putKeyValue(SqlConnection &connection, const KeyValue &row)
{
    const Result<std::int64_t> changed = row.version == 1 ? insertFirst(connection, row) : replace(connection, row);
    if (!changed.ok())
        return changed.error();
    if (*changed == 1)
        return Done{};
    return Error::conflict(QStringLiteral("%1 %2 was changed by somebody else meanwhile: read it again")
                               .arg(QString::fromUtf8(row.category), QString::fromUtf8(row.key)));
}

Status removeKeyValue(SqlConnection &connection, const QByteArray &category, const QByteArray &key)
{
    const Result<std::int64_t> changed =
        connection.change("DELETE FROM key_value WHERE category = ? AND name = ?", {category, key});
    if (!changed.ok())
        return changed.error();
    if (*changed == 1)
        return Done{};
    return Error::notFound(
        QStringLiteral("there is no %1 in %2").arg(QString::fromUtf8(key), QString::fromUtf8(category)));
}

} // namespace core::store
