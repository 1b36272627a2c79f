// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testdatabase.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>

namespace test {

namespace {

QString newName(const QString &prefix)
{
    static std::atomic<int> count = 0;
    return prefix + QString::number(++count);
}

std::unique_ptr<TestConnection> opened(QSqlDatabase db, const QString &options)
{
    db.setConnectOptions(options);
    if (!db.open())
        qFatal("no connection: %s", qPrintable(db.lastError().text()));
    return std::make_unique<TestConnection>(db);
}

class SqliteTestDatabase final : public TestDatabase
{
public:
    bool isSqlite() const override { return true; }
    std::unique_ptr<TestConnection> connect(const QString &options) override
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newName(QStringLiteral("test-")));
        db.setDatabaseName(m_folder.filePath(QStringLiteral("test.db")));
        return opened(db, options);
    }

private:
    QTemporaryDir m_folder;
};

class MariaTestDatabase final : public TestDatabase
{
public:
    MariaTestDatabase(quint16 port, const QString &name) : m_port(port), m_name(name) { }
    bool isSqlite() const override { return false; }
    std::unique_ptr<TestConnection> connect(const QString &options) override
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QMYSQL"), newName(QStringLiteral("test-")));
        db.setHostName(QStringLiteral("127.0.0.1"));
        db.setPort(m_port);
        db.setUserName(MariaDbServer::userName());
        db.setPassword(MariaDbServer::password());
        db.setDatabaseName(m_name);
        return opened(db, options);
    }

private:
    quint16 m_port;
    QString m_name;
};

} // namespace

TestConnection::~TestConnection()
{
    const QString name = m_db.connectionName();
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

void TestConnection::run(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

QString TestConnection::one(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    return query.next() ? QString::fromUtf8(query.value(0).toByteArray()) : QString();
}

std::unique_ptr<TestDatabase> TestDatabase::sqlite()
{
    return std::make_unique<SqliteTestDatabase>();
}

std::unique_ptr<TestDatabase> TestDatabase::mariaDb(MariaDbServer &server)
{
    const QString name = newName(QStringLiteral("test"));
    if (const core::Status created = server.createDatabase(name); !created.ok()) {
        qWarning("no database: %s", qPrintable(created.error().detail));
        return nullptr;
    }
    return std::make_unique<MariaTestDatabase>(server.port(), name);
}

} // namespace test
