// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sqlconnection.h"

#include <QSqlDatabase>

struct sqlite3;

namespace core::store {

class SqliteStatement;

/// One connection to an SQLite file: opened through Qt Sql, with SQLite's own handle for the statements that must be
/// fast. Belongs to the thread that opens it. Statements must be gone before it is.
class SqliteConnection final : public SqlConnection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    SqliteConnection() = default;
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    /// busyTimeout: how long a statement waits for another program's lock.
    Status open(const QString &path, Mode mode, Millis busyTimeout);
    void close();

    const QString &path() const { return m_path; }
    sqlite3 *handle() const { return m_handle; }
    QSqlDatabase database() const;

    /// Runs one or several statements that give no rows worth having.
    Status execute(const QByteArray &sql);
    Status forEachRow(const QByteArray &sql, const std::vector<SqlValue> &values, const TakeRow &take) override;
    Result<std::int64_t> change(const QByteArray &sql, const std::vector<SqlValue> &values) override;
    /// The Error for a result code that a call on handle() just gave.
    Error error(int code) const;

private:
    int prepare(SqliteStatement &statement, const QByteArray &sql, const std::vector<SqlValue> &values);

    QString m_path;
    QString m_name; ///< of the connection in Qt's list; empty: never opened
    sqlite3 *m_handle = nullptr;
};

} // namespace core::store
