// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankdatabase.h"

#include <QFile>
#include <QSqlQuery>
#include <QUrl>

#include <atomic>

namespace core::bank {

namespace {

constexpr quint16 mySqlPort = 3306;

Error wrongUrl()
{
    return Error::invalid("db",
                          QStringLiteral("db must be sqlite:PATH or mysql://USER@HOST:PORT/DB, without a password"));
}

Result<DatabaseUrl> parseMySql(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString database = url.path().mid(1);
    if (!url.isValid() || url.host().isEmpty() || url.userName().isEmpty() || !url.password().isEmpty()
        || database.isEmpty() || database.contains(u'/') || url.hasQuery() || url.hasFragment())
        return wrongUrl();
    return DatabaseUrl{.kind = DatabaseUrl::Kind::MySql,
                       .path = {},
                       .user = url.userName(),
                       .host = url.host(),
                       .port = static_cast<quint16>(url.port(mySqlPort)),
                       .database = database};
}

QString newConnectionName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("bank-%1").arg(++count);
}

QSqlDatabase sqliteDatabase(const DatabaseUrl &url, BankConnection::Access access)
{
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newConnectionName());
    db.setDatabaseName(url.path);
    db.setConnectOptions(access == BankConnection::Access::ReadOnly
                             ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY")
                             : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    return db;
}

/// Who only looks gives up on a server that does not answer; who books waits for the server's own limits.
QString mySqlOptions(BankConnection::Access access)
{
    const QString options = QStringLiteral("MYSQL_OPT_CONNECT_TIMEOUT=5");
    return access == BankConnection::Access::ReadOnly ? options + QStringLiteral(";MYSQL_OPT_READ_TIMEOUT=5") : options;
}

QSqlDatabase mySqlDatabase(const DatabaseUrl &url, const QString &password, BankConnection::Access access)
{
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QMYSQL"), newConnectionName());
    db.setHostName(url.host);
    db.setPort(url.port);
    db.setUserName(url.user);
    db.setPassword(password);
    db.setDatabaseName(url.database);
    db.setConnectOptions(mySqlOptions(access));
    return db;
}

QStringList settingsOf(DatabaseUrl::Kind kind, BankConnection::Access access)
{
    const bool isReadOnly = access == BankConnection::Access::ReadOnly;
    if (kind == DatabaseUrl::Kind::MySql && isReadOnly)
        return {QStringLiteral("SET SESSION TRANSACTION READ ONLY")};
    if (kind == DatabaseUrl::Kind::MySql) // an amount that does not fit must be refused, not cut
        return {QStringLiteral("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')")};
    if (isReadOnly)
        return {};
    return {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL")};
}

void closeAndForget(QSqlDatabase &db)
{
    const QString name = db.connectionName();
    db.close();
    db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    if (text.startsWith(QLatin1String("mysql://")))
        return parseMySql(text);
    const QLatin1String scheme("sqlite:");
    if (!text.startsWith(scheme) || text.size() == scheme.size())
        return wrongUrl();
    DatabaseUrl url;
    url.path = text.mid(scheme.size());
    return url;
}

Result<QString> databasePassword(const QString &passwordFile)
{
    if (passwordFile.isEmpty())
        return qEnvironmentVariable("CHECKBACK_DB_PASSWORD");
    QFile file(passwordFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error::invalid("db-password-file",
                              QStringLiteral("the password file cannot be read: %1").arg(file.errorString()));
    return QString::fromUtf8(file.readLine()).trimmed();
}

Error bankDatabaseError(const QSqlError &error)
{
    return Error::unavailable(
        QStringLiteral("the bank's database: %1 (%2)").arg(error.databaseText(), error.nativeErrorCode()));
}

Result<std::unique_ptr<BankConnection>> BankConnection::open(const DatabaseUrl &url, const QString &password,
                                                             Access access)
{
    const bool isSqlite = url.kind == DatabaseUrl::Kind::Sqlite;
    const bool isNewFile = isSqlite && access == Access::ReadWrite && !QFile::exists(url.path);
    std::unique_ptr<BankConnection> connection(
        new BankConnection(url.kind, isSqlite ? sqliteDatabase(url, access) : mySqlDatabase(url, password, access)));
    if (!connection->m_db.open())
        return bankDatabaseError(connection->m_db.lastError());
    if (isNewFile) // for its owner only; SQLite gives the same to the files beside it
        QFile::setPermissions(url.path, QFile::ReadOwner | QFile::WriteOwner);
    for (const QString &setting : settingsOf(url.kind, access)) {
        QSqlQuery query(connection->m_db);
        if (!query.exec(setting))
            return bankDatabaseError(query.lastError());
    }
    return connection;
}

BankConnection::BankConnection(DatabaseUrl::Kind kind, QSqlDatabase db) : m_kind(kind), m_db(std::move(db)) { }

BankConnection::~BankConnection()
{
    closeAndForget(m_db);
}

} // namespace core::bank
