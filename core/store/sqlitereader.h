// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/filtersql.h"
#include "core/store/messagereader.h"
#include "core/store/sqliteconnection.h"
#include "core/store/sqlitestatement.h"

#include <functional>
#include <mutex>

namespace core::store {

/// Reads a store's SQLite file beside the SqliteStore that writes it, which must have been opened before.
class SqliteReader final : public MessageReader
{
public:
    explicit SqliteReader(QString path);
    ~SqliteReader() override;

    Status open() override;
    Result<Page> page(const Filter &filter, int limit, std::optional<std::int64_t> before) override;
    Result<QList<Summary>> summaries(const QList<std::int64_t> &rowIds, const Filter &filter) override;
    Result<std::optional<message::Message>> message(const Gid &gid) override;
    Result<std::vector<message::Message>> messages(const Filter &filter, int limit,
                                                   std::optional<std::int64_t> before) override;
    Result<QList<message::Attempt>> attempts(std::int64_t messageRowId) override;
    Result<Counts> counts() override;
    Result<QList<KeyValue>> keyValues(const QByteArray &category, const QByteArray &key, int limit,
                                      const QByteArray &afterKey) override;
    void cancel() override;

private:
    /// Takes a row; an error ends the reading.
    using TakeRow = std::function<Status(const SqliteStatement &)>;
    using Ids = std::vector<std::int64_t>;

    Status prepare(SqliteStatement &statement, const QByteArray &sql);
    Status inSnapshot(const std::function<Status()> &read);
    Status forEachRow(SqliteStatement &statement, const TakeRow &take);
    Status forEachMatch(const Filter &filter, int limit, std::optional<std::int64_t> before, const TakeRow &take);
    Result<Ids> matchingIds(const FilterSql &filter, const QByteArray &from, std::int64_t before, int limit);
    Result<Ids> bestMatchingIds(const FilterSql &filter, std::int64_t before, int limit);
    Status readCounts(Counts &counts);

    QString m_path;
    SqliteConnection m_connection;
    std::mutex m_cancelMutex; ///< between cancel() and what it must not hit: the end of a snapshot, the closing of the
                              ///< connection
    bool m_isOpen = false;
};

} // namespace core::store
