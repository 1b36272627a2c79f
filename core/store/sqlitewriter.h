// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/logpace.h"
#include "core/store/messagestore.h"
#include "core/store/sqlitestatement.h"

namespace core::store {

class SqliteConnection;

/// Writes batches: one transaction each, prepared statements, values bound where they stand. Store thread.
class SqliteWriter final
{
public:
    explicit SqliteWriter(SqliteConnection &connection);

    /// Prepares the statements; the connection must be open and its schema up to date. SQLITE_OK or why not.
    int prepare();
    /// MessageStore::commit. Every outcome but Committed and Unknown leaves nothing written.
    CommitResult commit(const std::vector<Save> &batch);

private:
    enum class Written { Yes, Conflict, Error };

    CommitResult writeAll(const std::vector<Save> &batch);
    Written write(const Save &save);
    Written appendAttempts(const Save &save);
    void bindChanging(SqliteStatement &statement, const message::Message &message);
    CommitResult undone(int code, CommitOutcome outcome);

    SqliteConnection &m_connection;
    LogPace m_failurePace;
    SqliteStatement m_begin;
    SqliteStatement m_commit;
    SqliteStatement m_insert;
    SqliteStatement m_update;
    SqliteStatement m_updateWithContent;
    SqliteStatement m_appendAttempt;
    QByteArray m_content; ///< reused for every content and progress that is encoded
    QByteArray m_progress;
    int m_code = 0; ///< of the statement that failed
};

} // namespace core::store
