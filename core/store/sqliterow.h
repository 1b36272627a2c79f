// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/message/message.h"

namespace core::store {

class SqliteStatement;

/// A column of the message table: its place in messageColumns. Parameter numbers are these plus one.
enum MessageColumn {
    ColumnId,
    ColumnGid,
    ColumnState,
    ColumnDueAt,
    ColumnOwner,
    ColumnFence,
    ColumnAttempts,
    ColumnFailuresInRow,
    ColumnStalled,
    ColumnCreatedAt,
    ColumnUpdatedAt,
    ColumnSubmittedAt,
    ColumnFinishedAt,
    ColumnProgress,
    ColumnContent,
};
constexpr char messageColumns[] =
    "id, gid, state, due_at, owner, fence, attempts, failures_in_row, stalled, created_at, "
    "updated_at, submitted_at, finished_at, progress, content";

/// The message in the row that the statement, which selects messageColumns, stands on. Internal error: the row is
/// damaged.
Result<message::Message> readMessage(const SqliteStatement &row);

} // namespace core::store
