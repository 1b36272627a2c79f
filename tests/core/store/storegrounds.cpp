// SPDX-License-Identifier: Apache-2.0
#include "storegrounds.h"

#include <QTest>

namespace tests {

using namespace core;
using namespace core::store;

void StoreGrounds::addRows()
{
    QTest::addColumn<StoreKind>("kind");
    QTest::newRow("SQLite") << StoreKind::Sqlite;
    QTest::newRow("MariaDB") << StoreKind::MariaDb;
}

Result<StoreAddress> StoreGrounds::fresh(StoreKind kind)
{
    if (kind == StoreKind::Sqlite)
        return StoreAddress(SqliteAddress{m_folder.filePath(QStringLiteral("%1.db").arg(++m_made))});
    const Result<MysqlAddress> address = freshMysql();
    if (!address.ok())
        return address.error();
    return StoreAddress(*address);
}

Result<MysqlAddress> StoreGrounds::freshMysql()
{
    if (m_server.processId() == 0) {
        if (const Status started = m_server.start(); !started.ok())
            return started.error();
    }
    const QString database = QStringLiteral("store%1").arg(++m_made);
    if (const Status created = m_server.createDatabase(database); !created.ok())
        return created.error();
    return MysqlAddress{.host = QStringLiteral("127.0.0.1"),
                        .port = m_server.port(),
                        .user = test::MariaDbServer::userName(),
                        .password = test::MariaDbServer::password(),
                        .database = database};
}

} // namespace tests
