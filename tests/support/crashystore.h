// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"

#include <QHash>

#include <functional>
#include <map>

namespace test {

/// What outlives a crash: the rows, in memory. Fences, gids and row ids conflict as in a real store. One thread.
class Disk final
{
public:
    /// Told of each row that is written, with what stood there before (null: nothing), after it is durable.
    using Watcher = std::function<void(const core::message::Message *before, const core::message::Message &after)>;

    void watch(Watcher watcher) { m_watcher = std::move(watcher); }
    const core::message::Message *find(const core::Gid &gid) const;
    const std::vector<core::message::Attempt> &attempts() const { return m_attempts; }
    const QHash<core::Gid, core::message::Message> &messages() const { return m_messages; }

private:
    friend class CrashyStore;

    bool isInTheWay(const core::store::Save &save, bool fenceCounts) const;
    void write(const core::store::Save &save);
    QList<core::message::Message> rowsAfter(std::int64_t id, int rowsMax) const;
    void remove(const core::message::Message &message);
    void indexDue(const core::message::Message &message, bool on);

    QHash<core::Gid, core::message::Message> m_messages;
    std::multimap<core::TimePoint, core::Gid> m_due; ///< unfinished ones by their due time
    std::vector<core::message::Attempt> m_attempts;
    QHash<QByteArray, core::store::KeyValue> m_keyValues;
    Watcher m_watcher;
};

/// How a commit is made to end.
enum class CommitEnd {
    Committed, ///< as the rows allow: conflicts are named, the rest is written
    Strict, ///< the same, but any conflict undoes the whole batch (Conflict)
    Retryable,
    UnknownWritten,
    UnknownLost,
    Fatal,
    CrashBefore, ///< the process dies, nothing is written
    CrashAfter, ///< the process dies, all is written, nobody was told
};

/// Thrown through the engine where its process is to die: whoever catches it destroys the coordinator, as a kill would.
struct Crash
{ };

/// A MessageStore over a Disk that ends commits as it is told. Several stores may share one disk, as several
/// coordinators do.
class CrashyStore : public core::store::MessageStore
{
public:
    /// Asked before each commit how it is to end.
    using Script = std::function<CommitEnd(const std::vector<core::store::Save> &)>;

    explicit CrashyStore(Disk &disk) : m_disk(disk) { }

    void script(Script next) { m_script = std::move(next); }
    /// While away everything fails, commits as Fatal.
    void setAway(bool away) { m_away = away; }

    core::Status open() override;
    core::Result<std::vector<core::message::Message>> load(const QList<core::Gid> &gids) override;
    core::Result<std::vector<core::message::Message>> due(core::TimePoint now, std::int64_t owner, int limit) override;
    core::Result<std::optional<core::TimePoint>> nextDue(core::TimePoint after) override;
    core::store::CommitResult commit(const std::vector<core::store::Save> &batch) override;
    core::Status rewrite() override;
    core::Result<core::store::MadeDue> makeDue(core::TimePoint after, core::TimePoint now, int limit) override;
    core::Result<core::store::Pruned> prune(const core::store::PruneOrder &order) override;
    core::Result<core::store::Counted> countAfter(std::int64_t afterId, int rowsMax) override;
    core::Result<QList<core::store::KeyValue>> keyValues(const QByteArray &category, const QByteArray &key) override;
    core::Status putKeyValue(const core::store::KeyValue &row) override;
    core::Status removeKeyValue(const QByteArray &category, const QByteArray &key) override;
    core::Result<std::optional<core::TimePoint>> heartbeat(std::int64_t owner, core::Millis lease) override;

protected:
    /// Whether an update needs the fence that it names; a store that errs says no.
    virtual bool heedsFences() const { return true; }

private:
    core::store::CommitResult write(const std::vector<core::store::Save> &batch, CommitEnd end);

    Disk &m_disk;
    Script m_script;
    bool m_away = false;
};

} // namespace test
