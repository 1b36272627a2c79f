// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlwriter.h"

#include "core/store/log.h"
#include "core/store/mysqlconnection.h"
#include "core/store/mysqltext.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace core::store {

using message::Message;

namespace {

constexpr int triesMax = 3;
using StatementKind = BatchStatement::Kind;

/// What a failure of the text means. A lost connection leaves open whether the COMMIT, when it was part of the text,
/// was run.
CommitOutcome outcomeOf(const BatchText &text, const MysqlConnection::Ran &ran)
{
    const bool hasCommit = text.statements.back().kind == StatementKind::Commit;
    if (hasCommit && isConnectionLost(ran.failure.code))
        return CommitOutcome::Unknown;
    const bool wasCommit = hasCommit && ran.affected.size() + 1 == text.statements.size();
    return wasCommit ? outcomeOfMysqlCommit(ran.failure.code) : outcomeOfMysqlStatement(ran.failure.code);
}

/// Groups of which fewer rows were found than sent.
std::vector<std::vector<std::size_t>> shortGroups(const BatchText &text, const MysqlConnection::Ran &ran)
{
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < text.statements.size(); ++i) {
        const BatchStatement &statement = text.statements[i];
        if (statement.kind == StatementKind::Update
            && ran.affected[i] < static_cast<std::int64_t>(statement.saves.size()))
            groups.push_back(statement.saves);
    }
    return groups;
}

/// What tells the writes of two coordinators apart.
struct Mark
{
    std::int64_t fence = 0;
    std::int64_t owner = 0;
    std::int64_t state = 0;
    std::int64_t attempts = 0;
    std::int64_t updatedAt = 0;
    friend bool operator==(const Mark &, const Mark &) = default;
};

Mark markOfSaved(const Message &message)
{
    return {message.fence, message.owner, static_cast<int>(message.state), message.attempts,
            toEpochMs(message.updatedAt)};
}

/// What add(list, message) adds for each message that is to be inserted.
template<typename Add> QByteArray listOfNew(const std::vector<Save> &batch, const Add &add)
{
    return sqlText(72 * static_cast<qsizetype>(batch.size()), [&](SqlText &text) {
        ValueList list(text);
        for (const Save &save : batch) {
            if (save.isNew)
                add(list, save.message);
        }
    });
}

} // namespace

MysqlWriter::MysqlWriter(MysqlConnection &connection) : m_connection(connection) { }

/// A gid or row id that is taken refuses the whole batch; without the saves in question the rest is written.
CommitResult MysqlWriter::commit(const std::vector<Save> &batch, bool inTransaction)
{
    std::vector<bool> skipped(batch.size(), false);
    CommitResult result;
    for (int tries = 0; tries < triesMax; ++tries) {
        result = write(batch, skipped, inTransaction && tries == 0);
        if (result.outcome != CommitOutcome::Conflict)
            break;
        const Result<Indexes> taken = takenInserts(batch, skipped);
        if (!taken.ok())
            return {.outcome = CommitOutcome::Retryable, .conflicts = {}, .error = taken.error().detail};
        for (const std::size_t index : *taken)
            skipped[index] = true;
    }
    if (result.outcome == CommitOutcome::Conflict)
        result.outcome = CommitOutcome::Retryable; // others take gids as fast as we look
    if (result.outcome != CommitOutcome::Committed)
        return result;
    for (std::size_t index = 0; index < batch.size(); ++index) {
        if (skipped[index])
            result.conflicts.push_back(index);
    }
    std::sort(result.conflicts.begin(), result.conflicts.end());
    return result;
}

CommitResult MysqlWriter::write(const std::vector<Save> &batch, const std::vector<bool> &skipped, bool inTransaction)
{
    std::vector<Indexes> suspects;
    for (const BatchText &text : batchTexts(batch, skipped, m_connection.textMax(), inTransaction)) {
        const MysqlConnection::Ran ran = m_connection.run(text.sql);
        if (ran.failure.code != 0)
            return undone(ran.failure, outcomeOf(text, ran));
        for (Indexes &group : shortGroups(text, ran))
            suspects.push_back(std::move(group));
    }
    CommitResult result{.outcome = CommitOutcome::Committed, .conflicts = {}, .error = {}};
    for (const Indexes &group : suspects) {
        if (const Status looked = addUnwritten(batch, group, result.conflicts); !looked.ok())
            return {.outcome = CommitOutcome::Unknown, .conflicts = {}, .error = looked.error().detail};
    }
    return result;
}

/// Of a group that was written in part: who was fenced out. One alone was fenced out when it was not found.
Status MysqlWriter::addUnwritten(const std::vector<Save> &batch, const Indexes &group, Indexes &conflicts)
{
    if (group.size() == 1) {
        conflicts.push_back(group.front());
        return Done{};
    }
    const QByteArray ids = sqlText(24 * static_cast<qsizetype>(group.size()), [&](SqlText &text) {
        ValueList list(text);
        for (const std::size_t index : group)
            list.number(batch[index].message.rowId);
    });
    QHash<std::int64_t, Mark> stored;
    const Status read = m_connection.forEachRow(
        "SELECT id, fence, owner, state, attempts, updated_at FROM message WHERE id IN (" + ids + ')', {},
        [&](const SqlRow &row) -> Status {
            stored.insert(row.integer(0),
                          {row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5)});
            return Done{};
        });
    for (const std::size_t index : group) {
        const auto found = stored.constFind(batch[index].message.rowId);
        if (found == stored.cend() || *found != markOfSaved(batch[index].message))
            conflicts.push_back(index);
    }
    return read;
}

/// The inserts whose gid or row id stands in the store, or earlier in the batch.
Result<MysqlWriter::Indexes> MysqlWriter::takenInserts(const std::vector<Save> &batch, const std::vector<bool> &skipped)
{
    const QByteArray ids = listOfNew(batch, [](ValueList &list, const Message &m) { list.number(m.rowId); });
    const QByteArray gids = listOfNew(batch, [](ValueList &list, const Message &m) { list.bytes(m.gid.bytes()); });
    QSet<std::int64_t> takenIds;
    QSet<QByteArray> takenGids;
    const Status read =
        m_connection.forEachRow("SELECT id, gid FROM message WHERE id IN (" + ids
                                    + ") UNION ALL SELECT id, gid FROM message WHERE gid IN (" + gids + ')',
                                {}, [&](const SqlRow &row) -> Status {
                                    takenIds.insert(row.integer(0));
                                    takenGids.insert(row.bytes(1).toByteArray());
                                    return Done{};
                                });
    if (!read.ok())
        return read.error();
    Indexes taken;
    for (std::size_t index = 0; index < batch.size(); ++index) {
        const Message &message = batch[index].message;
        if (!batch[index].isNew || skipped[index])
            continue;
        if (takenIds.contains(message.rowId) || takenGids.contains(message.gid.bytes())) {
            taken.push_back(index);
            continue;
        }
        takenIds.insert(message.rowId);
        takenGids.insert(message.gid.bytes());
    }
    return taken;
}

/// Ends the transaction; where the connection is lost the server does.
CommitResult MysqlWriter::undone(const MysqlFailure &failure, CommitOutcome outcome)
{
    if (m_connection.isOpen())
        (void)m_connection.execute("ROLLBACK");
    const Error error = m_connection.error(failure);
    if (outcome == CommitOutcome::Conflict)
        return {.outcome = outcome, .conflicts = {}, .error = error.detail};
    if (const auto leftOut = m_failurePace.take())
        qCWarning(lcStore).nospace() << "commit outcome=" << static_cast<int>(outcome) << " mysql=" << failure.code
                                     << " error=" << error.detail << " left_out=" << *leftOut;
    return {.outcome = outcome, .conflicts = {}, .error = error.detail};
}

} // namespace core::store
