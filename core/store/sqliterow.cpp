// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliterow.h"

#include "core/store/contentcodec.h"
#include "core/store/progresscodec.h"
#include "core/store/sqlitestatement.h"

namespace core::store {

using message::Message;
using message::State;

namespace {

void readNumbers(const SqliteStatement &row, Message &message)
{
    message.rowId = row.integer(ColumnId);
    message.state = static_cast<State>(row.integer(ColumnState));
    message.owner = row.integer(ColumnOwner);
    message.fence = row.integer(ColumnFence);
    message.attempts = static_cast<int>(row.integer(ColumnAttempts));
    message.failuresInRow = static_cast<int>(row.integer(ColumnFailuresInRow));
    message.stalled = row.integer(ColumnStalled) != 0;
}

void readTimes(const SqliteStatement &row, Message &message)
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

Result<Message> readMessage(const SqliteStatement &row)
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

} // namespace core::store
