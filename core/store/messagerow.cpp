// SPDX-License-Identifier: Apache-2.0
#include "core/store/messagerow.h"

#include "core/store/contentcodec.h"
#include "core/store/progresscodec.h"

namespace core::store {

using message::Message;
using message::State;

namespace {

void readNumbers(const SqlRow &row, Message &message)
{
    message.rowId = row.integer(ColumnId);
    message.state = static_cast<State>(row.integer(ColumnState));
    message.owner = row.integer(ColumnOwner);
    message.fence = row.integer(ColumnFence);
    message.attempts = static_cast<int>(row.integer(ColumnAttempts));
    message.failuresInRow = static_cast<int>(row.integer(ColumnFailuresInRow));
    message.stalled = row.integer(ColumnStalled) != 0;
}

void readTimes(const SqlRow &row, Message &message)
{
    message.createdAt = fromEpochMs(row.integer(ColumnCreatedAt));
    message.updatedAt = fromEpochMs(row.integer(ColumnUpdatedAt));
    message.submittedAt = row.time(ColumnSubmittedAt);
    message.finishedAt = row.time(ColumnFinishedAt);
    message.dueAt = row.time(ColumnDueAt);
}

bool isState(std::int64_t number)
{
    return number >= static_cast<int>(State::Prepared) && number <= static_cast<int>(State::Failed);
}

} // namespace

Result<Message> readMessage(const SqlRow &row)
{
    Result<Gid> gid = Gid::fromBytes(row.bytes(ColumnGid).toByteArray());
    if (!gid.ok() || !isState(row.integer(ColumnState)))
        return Error::internal(QStringLiteral("the stored gid or state is damaged"));
    Result<message::ContentPtr> content = decodeContent(row.bytes(ColumnContent));
    if (!content.ok())
        return content.error();
    Message message{.gid = std::move(*gid)};
    message.content = std::move(*content);
    readNumbers(row, message);
    readTimes(row, message);
    const Status progress = decodeProgress(row.bytes(ColumnProgress), message);
    if (!progress.ok())
        return progress.error();
    return message;
}

Summary readSummary(const SqlRow &row)
{
    const Result<Message> message = readMessage(row);
    if (message.ok())
        return summaryOf(*message);
    Summary summary;
    summary.rowId = row.integer(ColumnId);
    summary.gid = row.bytes(ColumnGid).toByteArray();
    summary.state = static_cast<State>(row.integer(ColumnState) & 3);
    summary.lastError = message.error().detail.toUtf8();
    summary.createdAt = fromEpochMs(row.integer(ColumnCreatedAt));
    summary.updatedAt = fromEpochMs(row.integer(ColumnUpdatedAt));
    summary.finishedAt = row.time(ColumnFinishedAt);
    summary.dueAt = row.time(ColumnDueAt);
    return summary;
}

message::Attempt readAttempt(const SqlRow &row)
{
    return {.messageRowId = row.integer(0),
            .branchId = row.bytes(2).toByteArray(),
            .number = static_cast<int>(row.integer(1)),
            .startedAt = fromEpochMs(row.integer(3)),
            .latency = Millis(row.integer(4)),
            .verdict = static_cast<message::Verdict>(row.integer(5) & 3),
            .httpStatus = static_cast<int>(row.integer(6)),
            .error = row.bytes(7).toByteArray(),
            .answerExcerpt = row.bytes(8).toByteArray()};
}

} // namespace core::store
