// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankdatabase.h"

#include "core/participant/connection.h"
#include "core/participant/sqlremedy.h"

#include <QFile>
#include <QSqlQuery>

#include <atomic>

namespace core::bank {

namespace {

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

/// Nobody waits for a server that does not answer: who looks for 5 s, who books for longer than any lock is waited for.
QString mySqlTimeouts(BankConnection::Access access)
{
    return access == BankConnection::Access::ReadOnly
        ? QStringLiteral("MYSQL_OPT_CONNECT_TIMEOUT=5;MYSQL_OPT_READ_TIMEOUT=5;MYSQL_OPT_WRITE_TIMEOUT=5")
        : QStringLiteral("MYSQL_OPT_CONNECT_TIMEOUT=5;MYSQL_OPT_READ_TIMEOUT=20;MYSQL_OPT_WRITE_TIMEOUT=20");
}

/// MariaDB's client library checks the chain of certificates as soon as it is given an authority.
QString mySqlTls(const DatabaseUrl &url)
{
    switch (url.tls) {
    case DatabaseUrl::Tls::Off:
        return {};
    case DatabaseUrl::Tls::On:
        return QStringLiteral(";SSL_CIPHER=HIGH");
    case DatabaseUrl::Tls::VerifyCa:
        return QStringLiteral(";SSL_CA=") + url.caFile;
    }
    return {};
}

QSqlDatabase mySqlDatabase(const DatabaseUrl &url, const QString &password, BankConnection::Access access)
{
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QMYSQL"), newConnectionName());
    // The client library takes "localhost" for a socket file, whatever the port.
    db.setHostName(url.host == u"localhost" ? QStringLiteral("127.0.0.1") : url.host);
    db.setPort(url.port);
    db.setUserName(url.user);
    db.setPassword(password);
    db.setDatabaseName(url.database);
    db.setConnectOptions(mySqlTimeouts(access) + mySqlTls(url));
    return db;
}

/// Who only looks ends by himself on the server too: a client that gave up leaves no statement running there. The two
/// kinds of server name the limit differently, each in a comment that only it reads.
QString mySqlStatementLimit()
{
    return QStringLiteral("SET SESSION wait_timeout = @@SESSION.wait_timeout /*M! , SESSION max_statement_time = 5 */ "
                          "/*!50708 , SESSION max_execution_time = 5000 */");
}

QStringList mySqlSettings(BankConnection::Access access)
{
    if (access == BankConnection::Access::ReadOnly) // only REPEATABLE READ keeps a snapshot for more than one statement
        return {QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"),
                mySqlStatementLimit()};
    return {// an amount that does not fit must be refused, not cut
            QStringLiteral("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')"),
            QStringLiteral("SET SESSION innodb_lock_wait_timeout = 10, SESSION lock_wait_timeout = 10")};
}

QStringList sqliteSettings(BankConnection::Access access)
{
    if (access == BankConnection::Access::ReadOnly)
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

Error bankDatabaseError(const QSqlError &error)
{
    return Error::unavailable(QStringLiteral("the bank's database: %1").arg(participant::wordsOf(error)));
}

Result<std::unique_ptr<BankConnection>> BankConnection::open(const DatabaseUrl &url, const QString &password,
                                                             Access access)
{
    const bool isSqlite = url.kind == DatabaseUrl::Kind::Sqlite;
    if (!isSqlite && !QSqlDatabase::isDriverAvailable(QStringLiteral("QMYSQL")))
        return Error::unavailable(QStringLiteral("Qt's driver for MySQL is missing: install libqt6sql6-mysql"));
    const bool isNewFile = isSqlite && access == Access::ReadWrite && !QFile::exists(url.path);
    std::unique_ptr<BankConnection> connection(
        new BankConnection(url, isSqlite ? sqliteDatabase(url, access) : mySqlDatabase(url, password, access), access));
    if (!connection->m_db.open())
        return bankDatabaseError(connection->m_db.lastError());
    if (isNewFile) // for its owner only; SQLite gives the same to the files beside it
        QFile::setPermissions(url.path, QFile::ReadOwner | QFile::WriteOwner);
    if (const Status applied = connection->applySettings(); !applied.ok())
        return applied.error();
    return connection;
}

BankConnection::BankConnection(const DatabaseUrl &url, QSqlDatabase db, Access access)
    : m_url(url)
    , m_sql(bankSql(url))
    , m_db(std::move(db))
    , m_access(access)
{ }

BankConnection::~BankConnection()
{
    closeAndForget(m_db);
}

/// The driver goes on in the clear where a server offers no TLS.
Status BankConnection::checkEncryption()
{
    QSqlQuery query(m_db);
    if (!query.exec(QStringLiteral("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) || !query.next())
        return bankDatabaseError(query.lastError());
    if (query.value(1).toString().isEmpty())
        return Error::unavailable(QStringLiteral("the bank's database: the server %1 offers no TLS; give it a "
                                                 "certificate (ssl_cert, ssl_key), or set tls=off")
                                      .arg(m_url.host));
    return Done{};
}

Status BankConnection::applySettings()
{
    if (m_url.tls != DatabaseUrl::Tls::Off) {
        if (const Status encrypted = checkEncryption(); !encrypted.ok())
            return encrypted.error();
    }
    const bool isSqlite = m_url.kind == DatabaseUrl::Kind::Sqlite;
    for (const QString &setting : isSqlite ? sqliteSettings(m_access) : mySqlSettings(m_access)) {
        QSqlQuery query(m_db);
        if (!query.exec(setting))
            return bankDatabaseError(query.lastError());
    }
    return Done{};
}

Status BankConnection::ensureOpen()
{
    const Result<bool> opened = participant::ensureConnected(m_db);
    if (!opened.ok())
        return opened.error();
    const Status applied = *opened ? applySettings() : Status(Done{});
    if (!applied.ok())
        m_db.close(); // nothing is done without its settings
    return applied;
}

} // namespace core::bank
