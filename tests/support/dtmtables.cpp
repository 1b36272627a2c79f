// SPDX-License-Identifier: Apache-2.0
#include "tests/support/dtmtables.h"

namespace test {

using namespace Qt::StringLiterals;

void createDtmTables(TestConnection &connection)
{
    const QStringList statements{
        u"CREATE DATABASE IF NOT EXISTS dtm_barrier DEFAULT CHARACTER SET utf8mb4"_s,
        u"DROP TABLE IF EXISTS dtm_barrier.barrier"_s,
        u"CREATE TABLE dtm_barrier.barrier (id BIGINT(22) PRIMARY KEY AUTO_INCREMENT, trans_type VARCHAR(45) DEFAULT "
        u"'', "
        "gid VARCHAR(128) DEFAULT '', branch_id VARCHAR(128) DEFAULT '', op VARCHAR(45) DEFAULT '', "
        "barrier_id VARCHAR(45) DEFAULT '', reason VARCHAR(45) DEFAULT '', create_time DATETIME DEFAULT NOW(), "
        "update_time DATETIME DEFAULT NOW(), KEY (create_time), KEY (update_time), "
        "UNIQUE KEY (gid, branch_id, op, barrier_id)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"_s,
        u"CREATE DATABASE IF NOT EXISTS dtm_busi DEFAULT CHARACTER SET utf8mb4"_s,
        u"DROP TABLE IF EXISTS dtm_busi.user_account"_s,
        u"CREATE TABLE dtm_busi.user_account (id INT(11) PRIMARY KEY AUTO_INCREMENT, user_id INT(11) UNIQUE, "
        "balance DECIMAL(10, 2) NOT NULL DEFAULT '0', trading_balance DECIMAL(10, 2) NOT NULL DEFAULT '0', "
        "create_time DATETIME DEFAULT NOW(), update_time DATETIME DEFAULT NOW(), KEY (create_time), "
        "KEY (update_time)) ENGINE=InnoDB"_s,
        u"INSERT INTO dtm_busi.user_account (user_id, balance) VALUES (1, 10000), (2, 10000)"_s,
    };
    for (const QString &statement : statements)
        connection.run(statement);
}

} // namespace test
