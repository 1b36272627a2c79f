// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sqliteconnection.h"
#include "core/store/sqlreader.h"

#include <mutex>

namespace core::store {

/// Reads a store's SQLite file beside the SqliteStore that writes it, which must have been opened before.
class SqliteReader final : public SqlReader
{
public:
    explicit SqliteReader(QString path);
    ~SqliteReader() override;

    Status open() override;
    void cancel() override;

private:
    Status inSnapshot(const std::function<Status(SqlConnection &)> &read) override;

    QString m_path;
    SqliteConnection m_connection;
    std::mutex m_cancelMutex; ///< between cancel() and what it must not hit: the end of a snapshot, the closing of the
                              ///< connection
    bool m_isOpen = false;
};

} // namespace core::store
