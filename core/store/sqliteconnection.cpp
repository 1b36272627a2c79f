// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliteconnection.h"

#include "core/store/gatheringvfs.h"
#include "core/store/sqliteerror.h"
#include "core/store/sqlitestatement.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>

namespace core::store {

namespace {

/// SQLite would count every piece of memory under a lock, for a figure that nobody asks for. Says no and changes
/// nothing where SQLite is in use already.
void leaveMemoryUncounted()
{
    static const int said = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(said)
}

/// The file as a URI that names the VFS: Qt leaves no other way to.
QString gatheringUri(const QString &path)
{
    return QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + QStringLiteral("?vfs=")
        + QString::fromLatin1(gatheringVfs());
}

/// Qt keeps connections by name; each of ours gets its own.
QString newConnectionName()
{
    static std::atomic<int> opened{0};
    return QStringLiteral("core.store.sqlite-%1").arg(++opened);
}

sqlite3 *sqliteHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

SqliteConnection::~SqliteConnection()
{
    close();
}

Status SqliteConnection::open(const QString &path, Mode mode, Millis busyTimeout)
{
    close();
    leaveMemoryUncounted();
    m_path = path;
    m_name = newConnectionName();
    QSqlDatabase added = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (!added.isValid())
        return Error::unavailable(QStringLiteral("Qt's SQLite driver is missing: install libqt6sql6-sqlite"));
    const bool isReader = mode == Mode::ReadOnly;
    added.setDatabaseName(isReader ? path : gatheringUri(path));
    added.setConnectOptions(
        QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1;%2")
            .arg(QString::number(busyTimeout.count()),
                 isReader ? QStringLiteral("QSQLITE_OPEN_READONLY") : QStringLiteral("QSQLITE_OPEN_URI")));
    if (!added.open()) {
        const QSqlError reason = added.lastError();
        return sqliteError(reason.nativeErrorCode().toInt(), reason.databaseText(), path);
    }
    m_handle = sqliteHandle(added);
    if (!m_handle)
        return Error::internal(QStringLiteral("Qt's SQLite driver gives no handle"));
    sqlite3_extended_result_codes(m_handle, 1);
    return Done{};
}

void SqliteConnection::close()
{
    if (m_name.isEmpty())
        return;
    m_handle = nullptr;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
}

QSqlDatabase SqliteConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Status SqliteConnection::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return Done{};
}

/// values must outlive the statement's use.
int SqliteConnection::prepare(SqliteStatement &statement, const QByteArray &sql, const std::vector<SqlValue> &values)
{
    const int code = statement.prepare(m_handle, sql);
    int parameter = 0;
    for (const SqlValue &value : values) {
        ++parameter;
        if (const auto *bytes = std::get_if<QByteArray>(&value))
            statement.bind(parameter, QByteArrayView(*bytes));
        else
            statement.bind(parameter, std::get<std::int64_t>(value));
    }
    return code;
}

Status SqliteConnection::forEachRow(const QByteArray &sql, const std::vector<SqlValue> &values, const TakeRow &take)
{
    SqliteStatement statement;
    if (const int code = prepare(statement, sql, values); code != SQLITE_OK)
        return error(code);
    int code = SQLITE_ROW;
    while ((code = statement.step()) == SQLITE_ROW) {
        if (const Status taken = take(statement); !taken.ok())
            return taken;
    }
    if (code != SQLITE_DONE)
        return error(code);
    return Done{};
}

Result<std::int64_t> SqliteConnection::change(const QByteArray &sql, const std::vector<SqlValue> &values)
{
    SqliteStatement statement;
    if (const int code = prepare(statement, sql, values); code != SQLITE_OK)
        return error(code);
    const int code = statement.step();
    if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE)
        return std::int64_t{0};
    if (code != SQLITE_DONE)
        return error(code);
    return std::int64_t{sqlite3_changes(m_handle)};
}

Error SqliteConnection::error(int code) const
{
    return sqliteError(code, QString::fromUtf8(sqlite3_errmsg(m_handle)), m_path);
}

} // namespace core::store
