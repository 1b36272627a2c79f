// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitewriter.h"

#include "core/store/contentcodec.h"
#include "core/store/log.h"
#include "core/store/messagerow.h"
#include "core/store/progresscodec.h"
#include "core/store/sqliteconnection.h"
#include "core/store/sqliteerror.h"

#include <sqlite3.h>

namespace core::store {

using message::Attempt;
using message::Message;

namespace {

constexpr int expectedFence = ColumnContent + 2;

constexpr int parameter(MessageColumn column)
{
    return column + 1;
}

// Without a conflict target: a row id that is taken is as much a reason to decide again as a taken gid.
constexpr char insertSql[] =
    "INSERT INTO message (id, gid, state, due_at, owner, fence, attempts, failures_in_row, stalled, "
    "created_at, updated_at, submitted_at, finished_at, progress, content) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT DO NOTHING";

constexpr char updateSql[] =
    "UPDATE message SET state = ?3, due_at = ?4, owner = ?5, fence = ?6, attempts = ?7, "
    "failures_in_row = ?8, stalled = ?9, updated_at = ?11, submitted_at = ?12, finished_at = ?13, "
    "progress = ?14 WHERE id = ?1 AND fence = ?16";

constexpr char updateWithContentSql[] =
    "UPDATE message SET state = ?3, due_at = ?4, owner = ?5, fence = ?6, attempts = ?7, "
    "failures_in_row = ?8, stalled = ?9, updated_at = ?11, submitted_at = ?12, finished_at = ?13, "
    "progress = ?14, content = ?15 WHERE id = ?1 AND fence = ?16";

constexpr char appendAttemptSql[] =
    "INSERT INTO attempt (message_id, number, branch_id, started_at, latency_ms, verdict, "
    "http_status, error, answer_excerpt) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

void bindAttempt(SqliteStatement &statement, std::int64_t messageId, const Attempt &attempt)
{
    statement.bind(1, messageId);
    statement.bind(2, std::int64_t{attempt.number});
    statement.bind(3, QByteArrayView(attempt.branchId));
    statement.bind(4, toEpochMs(attempt.startedAt));
    statement.bind(5, std::int64_t{attempt.latency.count()});
    statement.bind(6, static_cast<std::int64_t>(attempt.verdict));
    statement.bind(7, std::int64_t{attempt.httpStatus});
    statement.bind(8, QByteArrayView(attempt.error));
    statement.bind(9, QByteArrayView(attempt.answerExcerpt));
}

} // namespace

SqliteWriter::SqliteWriter(SqliteConnection &connection) : m_connection(connection) { }

int SqliteWriter::prepare()
{
    const std::pair<SqliteStatement *, const char *> statements[] = {
        {&m_begin, "BEGIN IMMEDIATE"},
        {&m_commit, "COMMIT"},
        {&m_insert, insertSql},
        {&m_update, updateSql},
        {&m_updateWithContent, updateWithContentSql},
        {&m_appendAttempt, appendAttemptSql},
    };
    for (const auto &[statement, sql] : statements) {
        if (const int code = statement->prepare(m_connection.handle(), sql); code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

CommitResult SqliteWriter::commit(const std::vector<Save> &batch)
{
    if (const int code = m_begin.run(); code != SQLITE_DONE)
        return undone(code, outcomeOfStatement(code));
    CommitResult result = writeAll(batch);
    if (result.outcome != CommitOutcome::Committed)
        return result;
    if (const int code = m_commit.run(); code != SQLITE_DONE)
        return undone(code, outcomeOfCommit(code));
    return result;
}

CommitResult SqliteWriter::writeAll(const std::vector<Save> &batch)
{
    CommitResult result{.outcome = CommitOutcome::Committed, .conflicts = {}, .error = {}};
    for (std::size_t index = 0; index < batch.size(); ++index) {
        const Written written = write(batch[index]);
        if (written == Written::Conflict)
            result.conflicts.push_back(index);
        if (written == Written::Error || (written == Written::Yes && appendAttempts(batch[index]) == Written::Error))
            return undone(m_code, outcomeOfStatement(m_code));
    }
    return result;
}

SqliteWriter::Written SqliteWriter::write(const Save &save)
{
    const Message &message = save.message;
    Q_ASSERT_X(message.finished() == !message.dueAt, "SqliteWriter::write",
               "unfinished messages, and only these, have a due time");
    const bool withContent = save.isNew || save.contentChanged;
    SqliteStatement &statement = save.isNew ? m_insert : withContent ? m_updateWithContent : m_update;
    bindChanging(statement, message);
    if (withContent) {
        encodeContent(*message.content, m_content);
        statement.bind(parameter(ColumnContent), QByteArrayView(m_content));
    }
    if (save.isNew) {
        statement.bind(parameter(ColumnGid), QByteArrayView(message.gid.bytes()));
        statement.bind(parameter(ColumnCreatedAt), toEpochMs(message.createdAt));
    } else {
        statement.bind(expectedFence, save.expectedFence);
    }
    m_code = statement.run();
    if (m_code != SQLITE_DONE)
        return Written::Error;
    return sqlite3_changes(m_connection.handle()) > 0 ? Written::Yes : Written::Conflict;
}

void SqliteWriter::bindChanging(SqliteStatement &statement, const Message &message)
{
    encodeProgress(message, m_progress);
    statement.bind(parameter(ColumnId), message.rowId);
    statement.bind(parameter(ColumnState), static_cast<std::int64_t>(message.state));
    statement.bind(parameter(ColumnDueAt), message.dueAt);
    statement.bind(parameter(ColumnOwner), message.owner);
    statement.bind(parameter(ColumnFence), message.fence);
    statement.bind(parameter(ColumnAttempts), std::int64_t{message.attempts});
    statement.bind(parameter(ColumnFailuresInRow), std::int64_t{message.failuresInRow});
    statement.bind(parameter(ColumnStalled), std::int64_t{message.stalled});
    statement.bind(parameter(ColumnUpdatedAt), toEpochMs(message.updatedAt));
    statement.bind(parameter(ColumnSubmittedAt), message.submittedAt);
    statement.bind(parameter(ColumnFinishedAt), message.finishedAt);
    if (m_progress.isEmpty())
        return statement.bindNull(parameter(ColumnProgress));
    statement.bind(parameter(ColumnProgress), QByteArrayView(m_progress));
}

SqliteWriter::Written SqliteWriter::appendAttempts(const Save &save)
{
    for (const Attempt &attempt : save.attempts) {
        bindAttempt(m_appendAttempt, save.message.rowId, attempt);
        m_code = m_appendAttempt.run();
        if (m_code != SQLITE_DONE)
            return Written::Error;
    }
    return Written::Yes;
}

/// Ends the transaction, which SQLite may have ended itself already (disk full, I/O error).
CommitResult SqliteWriter::undone(int code, CommitOutcome outcome)
{
    const Error error = m_connection.error(code);
    sqlite3 *const handle = m_connection.handle();
    if (!sqlite3_get_autocommit(handle))
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    if (const auto leftOut = m_failurePace.take())
        qCWarning(lcStore).nospace() << "commit outcome=" << static_cast<int>(outcome) << " sqlite=" << code
                                     << " error=" << error.detail << " left_out=" << *leftOut;
    return {.outcome = outcome, .conflicts = {}, .error = error.detail};
}

} // namespace core::store
