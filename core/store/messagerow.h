// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagereader.h"
#include "core/store/sqlconnection.h"

namespace core::store {

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

/// The message in the row of a query that selects messageColumns. Internal error: the row is damaged.
Result<message::Message> readMessage(const SqlRow &row);

/// Its summary. A damaged row is shown, so that it can be seen at all; what cannot be read is left empty.
Summary readSummary(const SqlRow &row);

constexpr char attemptColumns[] =
    "message_id, number, branch_id, started_at, latency_ms, verdict, http_status, error, answer_excerpt";

/// The attempt in the row of a query that selects attemptColumns.
message::Attempt readAttempt(const SqlRow &row);

} // namespace core::store
