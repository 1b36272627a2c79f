// SPDX-License-Identifier: Apache-2.0
#include "tests/support/crashystore.h"

#include <algorithm>

using namespace core;
using namespace core::store;
using core::message::Message;

namespace test {

namespace {

Error away()
{
    return Error::unavailable(QStringLiteral("the test's store is away"));
}

QByteArray fullKey(const QByteArray &category, const QByteArray &key)
{
    return category + '\n' + key;
}

/// A row as a store gives it back: what only memory knows is not in it.
Message asStored(Message message)
{
    message.inFlight.clear();
    message.asking = false;
    message.worstOfPass = message::Verdict::Success;
    message.heldBackUntil.reset();
    return message;
}

} // namespace

const Message *Disk::find(const Gid &gid) const
{
    const auto found = m_messages.constFind(gid);
    return found == m_messages.cend() ? nullptr : &*found;
}

bool Disk::isInTheWay(const Save &save, bool fenceCounts) const
{
    const Message *stored = find(save.message.gid);
    if (save.isNew || !stored)
        return save.isNew == (stored != nullptr);
    return fenceCounts && (stored->fence != save.expectedFence || stored->rowId != save.message.rowId);
}

void Disk::write(const Save &save)
{
    Q_ASSERT_X(save.message.finished() == !save.message.dueAt, "Disk::write",
               "unfinished messages, and only these, have a due time");
    Message after = asStored(save.message);
    const Message *stored = find(after.gid);
    const std::optional<Message> before = stored ? std::optional(*stored) : std::nullopt;
    if (before && !save.contentChanged)
        after.content = before->content;
    if (before)
        indexDue(*before, false);
    indexDue(after, true);
    m_messages.insert(after.gid, after);
    m_attempts.insert(m_attempts.end(), save.attempts.begin(), save.attempts.end());
    if (m_watcher)
        m_watcher(before ? &*before : nullptr, after);
}

QList<Message> Disk::rowsAfter(std::int64_t id, int rowsMax) const
{
    QList<Message> rows;
    std::copy_if(m_messages.cbegin(), m_messages.cend(), std::back_inserter(rows),
                 [id](const Message &message) { return message.rowId > id; });
    std::sort(rows.begin(), rows.end(), [](const Message &a, const Message &b) { return a.rowId < b.rowId; });
    return rows.mid(0, rowsMax);
}

void Disk::remove(const Message &message)
{
    std::erase_if(m_attempts, [&](const message::Attempt &attempt) { return attempt.messageRowId == message.rowId; });
    m_messages.remove(message.gid);
}

void Disk::indexDue(const Message &message, bool on)
{
    if (!message.dueAt)
        return;
    if (on) {
        m_due.emplace(*message.dueAt, message.gid);
        return;
    }
    const auto [first, last] = m_due.equal_range(*message.dueAt);
    const auto entry =
        std::find_if(first, last, [&](const auto &candidate) { return candidate.second == message.gid; });
    if (entry != last)
        m_due.erase(entry);
}

Status CrashyStore::open()
{
    if (m_away)
        return away();
    return Done{};
}

Result<std::vector<Message>> CrashyStore::load(const QList<Gid> &gids)
{
    if (m_away)
        return away();
    std::vector<Message> found;
    for (const Gid &gid : gids) {
        if (const Message *message = m_disk.find(gid))
            found.push_back(*message);
    }
    return found;
}

Result<std::vector<Message>> CrashyStore::due(TimePoint now, std::int64_t owner, int limit)
{
    if (m_away)
        return away();
    std::vector<Message> found;
    for (const auto &[dueAt, gid] : m_disk.m_due) {
        if (dueAt > now || static_cast<int>(found.size()) == limit)
            break;
        const Message &message = *m_disk.find(gid);
        if (message.owner != owner)
            found.push_back(message);
    }
    return found;
}

Result<std::optional<TimePoint>> CrashyStore::nextDue(TimePoint after)
{
    if (m_away)
        return away();
    const auto next = m_disk.m_due.upper_bound(after);
    return next == m_disk.m_due.end() ? std::nullopt : std::optional(next->first);
}

CommitResult CrashyStore::commit(const std::vector<Save> &batch)
{
    const Script script = m_script; // it may set another one
    const CommitEnd end = m_away ? CommitEnd::Fatal : script ? script(batch) : CommitEnd::Committed;
    switch (end) {
    case CommitEnd::Committed:
    case CommitEnd::Strict:
        return write(batch, end);
    case CommitEnd::Retryable:
        return {.outcome = CommitOutcome::Retryable, .error = QStringLiteral("busy")};
    case CommitEnd::UnknownWritten:
        (void)write(batch, CommitEnd::Committed);
        return {.outcome = CommitOutcome::Unknown, .error = QStringLiteral("the connection was lost")};
    case CommitEnd::UnknownLost:
        return {.outcome = CommitOutcome::Unknown, .error = QStringLiteral("the connection was lost")};
    case CommitEnd::Fatal:
        return {.outcome = CommitOutcome::Fatal, .error = QStringLiteral("the test's store cannot write")};
    case CommitEnd::CrashBefore:
        throw Crash{};
    case CommitEnd::CrashAfter:
        (void)write(batch, CommitEnd::Committed);
        throw Crash{};
    }
    return {};
}

Status CrashyStore::rewrite()
{
    return m_away ? Status(away()) : Done{};
}

CommitResult CrashyStore::write(const std::vector<Save> &batch, CommitEnd end)
{
    CommitResult result{.outcome = CommitOutcome::Committed};
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (m_disk.isInTheWay(batch[i], heedsFences()))
            result.conflicts.push_back(i);
    }
    if (!result.conflicts.empty() && end == CommitEnd::Strict) {
        result.outcome = CommitOutcome::Conflict;
        return result;
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!std::binary_search(result.conflicts.begin(), result.conflicts.end(), i))
            m_disk.write(batch[i]);
    }
    return result;
}

Result<MadeDue> CrashyStore::makeDue(TimePoint after, TimePoint now, int limit)
{
    if (m_away)
        return away();
    MadeDue made;
    for (auto next = m_disk.m_due.upper_bound(after); next != m_disk.m_due.end() && made.count < limit;
         next = m_disk.m_due.upper_bound(after)) {
        Message &message = *m_disk.m_messages.find(next->second);
        m_disk.m_due.erase(next);
        message.dueAt = now;
        m_disk.indexDue(message, true);
        ++made.count;
    }
    made.hasRemaining = m_disk.m_due.upper_bound(after) != m_disk.m_due.end();
    return made;
}

Result<Pruned> CrashyStore::prune(const PruneOrder &order)
{
    if (m_away)
        return away();
    Pruned pruned{.lastId = order.afterId};
    const QList<Message> rows = m_disk.rowsAfter(order.afterId, order.rowsMax);
    for (const Message &message : rows) {
        pruned.isAtEnd = message.createdAt >= order.finishedBefore || pruned.removed == order.removeMax;
        if (pruned.isAtEnd)
            return pruned;
        pruned.lastId = message.rowId;
        if (!message.finishedAt || *message.finishedAt >= order.finishedBefore)
            continue;
        m_disk.remove(message);
        ++pruned.removed;
    }
    pruned.isAtEnd = rows.size() < order.rowsMax;
    return pruned;
}

Result<Counted> CrashyStore::countAfter(std::int64_t afterId, int rowsMax)
{
    if (m_away)
        return away();
    const QList<Message> rows = m_disk.rowsAfter(afterId, rowsMax);
    return Counted{.count = static_cast<int>(rows.size()), .lastId = rows.isEmpty() ? afterId : rows.back().rowId};
}

Result<QList<KeyValue>> CrashyStore::keyValues(const QByteArray &category, const QByteArray &key)
{
    if (m_away)
        return away();
    QList<KeyValue> rows;
    for (const KeyValue &row : std::as_const(m_disk.m_keyValues)) {
        if (row.category == category && (key.isEmpty() || row.key == key))
            rows.append(row);
    }
    return rows;
}

Status CrashyStore::putKeyValue(const KeyValue &row)
{
    if (m_away)
        return away();
    const auto stored = m_disk.m_keyValues.constFind(fullKey(row.category, row.key));
    const std::int64_t version = stored == m_disk.m_keyValues.cend() ? 0 : stored->version;
    if (row.version != version + 1)
        return Error::conflict(QStringLiteral("the key has another version"));
    m_disk.m_keyValues.insert(fullKey(row.category, row.key), row);
    return Done{};
}

Status CrashyStore::removeKeyValue(const QByteArray &category, const QByteArray &key)
{
    if (m_away)
        return away();
    if (m_disk.m_keyValues.remove(fullKey(category, key)) == 0)
        return Error::notFound(QStringLiteral("no such key"));
    return Done{};
}

/// As of a store that one coordinator has at a time.
Result<std::optional<TimePoint>> CrashyStore::heartbeat(std::int64_t, Millis)
{
    if (m_away)
        return away();
    return std::optional<TimePoint>();
}

} // namespace test
