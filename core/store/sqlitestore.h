// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/checkpointer.h"
#include "core/store/filelock.h"
#include "core/store/messagestore.h"
#include "core/store/sqliteconnection.h"
#include "core/store/sqlitestatement.h"
#include "core/store/sqlitewriter.h"

#include <optional>

namespace core::store {

struct SqliteStoreOptions
{
    QString path; ///< of the file; file and folder are made where they are missing, for this user alone
    int cacheKiB = 32 * 1024; ///< random gids of a million messages make an index of twice that
    Millis busyTimeout{2000}; ///< how long to wait for a lock that another program has on the file
    int logFrames = 4000; ///< pages in FILE-wal of which copying them into the file begins
};

/// The embedded store: an SQLite file in WAL mode that one coordinator has at a time. Beside the file stand FILE-wal,
/// FILE-shm and FILE.lock.
class SqliteStore final : public MessageStore
{
public:
    explicit SqliteStore(SqliteStoreOptions options);
    ~SqliteStore() override;

    Status open() override;
    Result<std::vector<message::Message>> load(const QList<Gid> &gids) override;
    Result<std::vector<message::Message>> due(TimePoint now, std::int64_t owner, int limit) override;
    Result<std::optional<TimePoint>> nextDue(TimePoint after) override;
    std::unique_ptr<Durability> deferDurability() override;
    Status rewrite() override;
    CommitResult commit(const std::vector<Save> &batch) override;
    Result<MadeDue> makeDue(TimePoint after, TimePoint now, int limit) override;
    Result<Pruned> prune(const PruneOrder &order) override;
    Result<Counted> countAfter(std::int64_t afterId, int rowsMax) override;
    Result<QList<KeyValue>> keyValues(const QByteArray &category, const QByteArray &key) override;
    Status putKeyValue(const KeyValue &row) override;
    Status removeKeyValue(const QByteArray &category, const QByteArray &key) override;
    Result<std::optional<TimePoint>> heartbeat(std::int64_t owner, Millis lease) override;

private:
    struct Rows
    {
        std::vector<message::Message> messages;
        std::vector<std::int64_t> damaged; ///< ids of rows that cannot be read
    };

    Status openLocked();
    Status lock();
    Status configure();
    Status prepareStatements();
    Status settle();
    Status collect(SqliteStatement &statement, Rows &rows);
    Status putOff(const std::vector<std::int64_t> &damaged, TimePoint until);

    SqliteStoreOptions m_options;
    QString m_path; ///< without links, so that two names of one file meet the same lock
    FileLock m_lock;
    SqliteConnection m_connection;
    SqliteWriter m_writer;
    SqliteStatement m_loadByGid;
    SqliteStatement m_due;
    SqliteStatement m_nextDue;
    SqliteStatement m_makeDue;
    std::optional<Checkpointer> m_checkpointer; ///< none while commits wait for the disk themselves
    bool m_isUnsettled = false; ///< a COMMIT ended unknown and nothing was written since
};

} // namespace core::store
