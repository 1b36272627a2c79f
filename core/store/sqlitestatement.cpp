// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitestatement.h"

#include <sqlite3.h>

namespace core::store {

void SqliteStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

int SqliteStatement::prepare(sqlite3 *connection, QByteArrayView sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    m_statement.reset(statement);
    return code;
}

void SqliteStatement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), parameter, value);
}

void SqliteStatement::bind(int parameter, QByteArrayView value)
{
    const char *const data = value.isEmpty() ? "" : value.data(); // a null pointer would bind NULL
    sqlite3_bind_blob64(m_statement.get(), parameter, data, static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC);
}

void SqliteStatement::bind(int parameter, const std::optional<TimePoint> &value)
{
    if (!value)
        return bindNull(parameter);
    bind(parameter, toEpochMs(*value));
}

void SqliteStatement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement.get(), parameter);
}

int SqliteStatement::step()
{
    return sqlite3_step(m_statement.get());
}

int SqliteStatement::run()
{
    const int code = step();
    reset();
    return code;
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::optional<TimePoint> SqliteStatement::time(int column) const
{
    if (sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL)
        return std::nullopt;
    return fromEpochMs(integer(column));
}

QByteArrayView SqliteStatement::bytes(int column) const
{
    const void *const data = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column)};
}

} // namespace core::store
