// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/storeaddress.h"
#include "tests/support/mariadbserver.h"

#include <QMetaType>
#include <QTemporaryDir>

namespace tests {

enum class StoreKind { Sqlite, MariaDb };

/// Hands out addresses of new, empty stores of each kind. The server is started with the first one that needs it.
class StoreGrounds final
{
public:
    /// Adds the column "kind" with a row for each to the data of a test.
    static void addRows();

    core::Result<core::store::StoreAddress> fresh(StoreKind kind);
    /// A new database on the server, as the address of the user who may do everything.
    core::Result<core::store::MysqlAddress> freshMysql();
    test::MariaDbServer &server() { return m_server; }

private:
    QTemporaryDir m_folder;
    test::MariaDbServer m_server;
    int m_made = 0;
};

} // namespace tests
Q_DECLARE_METATYPE(tests::StoreKind)
