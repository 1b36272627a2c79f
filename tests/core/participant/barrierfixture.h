// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/participant/barrier.h"
#include "tests/support/testdatabase.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <map>

/// The databases that barrier tests run on, one data row each; each database has a barrier table and a table `work`.
class BarrierDatabases
{
public:
    /// To be called in initTestCase(): MariaDB takes a few seconds to start.
    void start()
    {
        m_databases["sqlite"] = test::TestDatabase::sqlite();
        if (test::MariaDbServer::isInstalled()) {
            const core::Status started = m_server.start();
            QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
            m_databases["mariadb"] = test::TestDatabase::mariaDb(m_server);
        }
        for (const auto &[name, database] : m_databases) {
            QVERIFY(database);
            const auto connection = database->connect();
            QVERIFY(core::participant::createBarrierTable(connection->db()).ok());
            connection->run(QStringLiteral("CREATE TABLE work (gid VARCHAR(128))"));
        }
    }

    /// One row a database, for a test's _data().
    static void addRows()
    {
        QTest::addColumn<QByteArray>("database");
        QTest::newRow("sqlite") << QByteArray("sqlite");
        QTest::newRow("mariadb") << QByteArray("mariadb");
    }

    /// The database of the current row; null where MariaDB is not installed.
    test::TestDatabase *current()
    {
        QFETCH(QByteArray, database);
        return named(database);
    }
    test::TestDatabase *named(const QByteArray &name)
    {
        const auto found = m_databases.find(name);
        return found == m_databases.end() ? nullptr : found->second.get();
    }

private:
    test::MariaDbServer m_server;
    std::map<QByteArray, std::unique_ptr<test::TestDatabase>> m_databases;
};

// In a test that takes a database: the current one, or the test is skipped.
#define FETCH_DATABASE(variable)                                                                                       \
    test::TestDatabase *const variable = m_databases.current();                                                        \
    if (!variable)                                                                                                     \
    QSKIP("mariadbd is not installed")

inline core::Gid gidOf(const QByteArray &text)
{
    return core::Gid::fromBytes(text).value();
}

/// A gid that no other test function or row uses.
inline core::Gid freshGid()
{
    static int count = 0;
    return gidOf("gid-" + QByteArray::number(++count));
}

/// Work that leaves a row.
inline core::participant::LocalWork insertWork(const core::Gid &gid)
{
    return [gid](QSqlDatabase &db) -> core::Status {
        QSqlQuery query(db);
        if (!query.exec(QStringLiteral("INSERT INTO work VALUES ('%1')").arg(gid.toString())))
            return core::Error::internal(query.lastError().text());
        return core::Done{};
    };
}

inline int worksOf(test::TestConnection &connection, const core::Gid &gid)
{
    return connection.one(QStringLiteral("SELECT COUNT(*) FROM work WHERE gid = '%1'").arg(gid.toString())).toInt();
}

/// "op/barrier_id/reason" of the gid's rows, in their order.
inline QString barrierRowsOf(test::TestConnection &connection, const core::Gid &gid)
{
    QSqlQuery query(connection.db());
    query.exec(QStringLiteral("SELECT branch_id, op, barrier_id, reason FROM barrier WHERE gid = '%1' ORDER BY id")
                   .arg(gid.toString()));
    QStringList rows;
    while (query.next())
        rows << QString::fromUtf8(query.value(0).toByteArray() + '/' + query.value(1).toByteArray() + '/'
                                  + query.value(2).toByteArray() + '/' + query.value(3).toByteArray());
    return rows.join(u' ');
}
