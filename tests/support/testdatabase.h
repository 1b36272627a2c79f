// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/mariadbserver.h"

#include <QSqlDatabase>

#include <memory>

namespace test {

/// An open connection under a name of its own; belongs to the thread that made it, closed with the object.
class TestConnection final
{
public:
    explicit TestConnection(QSqlDatabase db) : m_db(std::move(db)) { }
    ~TestConnection();
    TestConnection(const TestConnection &) = delete;
    TestConnection &operator=(const TestConnection &) = delete;

    QSqlDatabase &db() { return m_db; }
    /// Runs one statement and fails the program when it is refused.
    void run(const QString &sql);
    /// The first column of the first row, as text; null without a row.
    QString one(const QString &sql);

private:
    QSqlDatabase m_db;
};

/// An empty database to try SQL on, one kind a data row of a test: SQLite in a temporary file, or MariaDB where
/// installed.
class TestDatabase
{
public:
    virtual ~TestDatabase() = default;
    virtual bool isSqlite() const = 0;
    /// Opens another connection for the calling thread; options as QSqlDatabase takes them.
    virtual std::unique_ptr<TestConnection> connect(const QString &options = {}) = 0;

    static std::unique_ptr<TestDatabase> sqlite();
    /// Null, with a warning, when the database could not be made.
    static std::unique_ptr<TestDatabase> mariaDb(MariaDbServer &server);
};

} // namespace test
