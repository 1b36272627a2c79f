// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/logpace.h"
#include "core/store/messagestore.h"
#include "core/store/mysqlbatch.h"
#include "core/store/mysqlerror.h"

namespace core::store {

class MysqlConnection;

/// Writes batches: one transaction each, mostly one text and one answer. Store thread.
class MysqlWriter final
{
public:
    explicit MysqlWriter(MysqlConnection &connection);

    /// MessageStore::commit on an open connection. Every outcome but Committed and Unknown leaves nothing written.
    /// inTransaction: one is open, which the batch ends.
    CommitResult commit(const std::vector<Save> &batch, bool inTransaction);

private:
    using Indexes = std::vector<std::size_t>;

    CommitResult write(const std::vector<Save> &batch, const std::vector<bool> &skipped, bool inTransaction);
    CommitResult undone(const MysqlFailure &failure, CommitOutcome outcome);
    Result<Indexes> takenInserts(const std::vector<Save> &batch, const std::vector<bool> &skipped);
    Status addUnwritten(const std::vector<Save> &batch, const Indexes &group, Indexes &conflicts);

    MysqlConnection &m_connection;
    LogPace m_failurePace;
};

} // namespace core::store
