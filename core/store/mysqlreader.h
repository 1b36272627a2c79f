// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/mysqlconnection.h"
#include "core/store/sqlreader.h"

namespace core::store {

/// Reads a store on a MySQL or MariaDB server, over a connection of its own that the server keeps from writing.
class MysqlReader final : public SqlReader
{
public:
    explicit MysqlReader(MysqlAddress address);

    Status open() override;
    void cancel() override;

private:
    Status inSnapshot(const std::function<Status(SqlConnection &)> &read) override;
    Status begin();

    MysqlConnection m_connection;
};

} // namespace core::store
