// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankreader.h"
#include "tests/support/mariadbserver.h"

#include <QTemporaryDir>
#include <QTest>

/// Empty databases for banks: SQLite files, and databases of one MariaDB server where it is installed. The kind is that
/// of the test's current row, global or its own.
class BankDatabases
{
public:
    /// To be called in initTestCase(): MariaDB takes a few seconds to start.
    void start()
    {
        if (!test::MariaDbServer::isInstalled())
            return;
        const core::Status started = m_server.start();
        QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    }
    /// Rows for initTestCase_data(): each test is run on each database.
    static void addRows()
    {
        QTest::addColumn<bool>("isSqlite");
        QTest::newRow("sqlite") << true;
        QTest::newRow("mariadb") << false;
    }

    bool isAvailable() const { return isSqlite() || test::MariaDbServer::isInstalled(); }
    core::Result<core::bank::DatabaseUrl> newDatabase() { return isSqlite() ? newSqlite() : newMariaDb(); }
    core::Result<core::bank::DatabaseUrl> newSqlite()
    {
        return core::bank::DatabaseUrl::parse(QStringLiteral("sqlite:") + m_folder.filePath(newName()));
    }
    /// tables as in the URL's query: "accounts=…&barrier=…".
    core::Result<core::bank::DatabaseUrl> newMariaDb(const QString &tables = {})
    {
        const QString name = newName();
        if (const core::Status created = m_server.createDatabase(name); !created.ok())
            return created.error();
        return core::bank::DatabaseUrl::parse(
            QStringLiteral("mysql://%1@127.0.0.1:%2/%3?%4")
                .arg(m_server.userName(), QString::number(m_server.port()), name, tables));
    }

    test::MariaDbServer &server() { return m_server; }
    static QString password() { return test::MariaDbServer::password(); }

private:
    static bool isSqlite()
    {
        QFETCH_GLOBAL(bool, isSqlite);
        return isSqlite;
    }
    QString newName() { return QStringLiteral("bank%1").arg(++m_count); }

    QTemporaryDir m_folder;
    test::MariaDbServer m_server;
    int m_count = 0;
};
