// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/message.h"

#include <memory>
#include <vector>

namespace core::store {

/// One message to write in a batch.
struct Save
{
    message::Message message; ///< as it is to be; owner and fence are the new ones
    bool isNew = false; ///< insert; a row with this gid must not exist yet
    bool contentChanged = false; ///< write the content blob again
    std::int64_t expectedFence = 0; ///< of an update: the fence the row must still have
    bool dueChanged = true; ///< of an update: false when the row has this due time already
    bool submittedChanged = true; ///< the same for the time of its submit
    std::vector<message::Attempt> attempts; ///< to append, in the same commit
};

/// How a commit ended. What must be done differs for each, so there is no plain "failed".
enum class CommitOutcome {
    Committed, ///< durable, all but the saves named in `conflicts`
    Conflict, ///< nothing was written; `conflicts` names the saves known to be in the way
    Retryable, ///< nothing was written (busy, deadlock): the same again may work
    Unknown, ///< it may be written or not: read again before anybody is told anything
    Fatal, ///< nothing was written and trying again will not help soon (disk full, read-only, gone)
};

struct CommitResult
{
    CommitOutcome outcome = CommitOutcome::Fatal;
    std::vector<std::size_t> conflicts; ///< indexes into the batch: gid taken, or fence raised by somebody else
    QString error; ///< for people; empty when Committed
};

struct MadeDue
{
    int count = 0;
    bool hasRemaining = false; ///< more such rows are left
};

/// Which finished messages may go: those that ended before a moment, the oldest of them first.
struct PruneOrder
{
    std::int64_t afterId = 0; ///< where the one before it stopped; row ids are in the order of creation
    TimePoint finishedBefore;
    int rowsMax = 200; ///< how many rows are looked at
    int removeMax = 200;
};

struct Pruned
{
    int removed = 0;
    std::int64_t lastId = 0; ///< up to here was looked
    bool isAtEnd = false; ///< no more can go by this order
};

struct Counted
{
    int count = 0;
    std::int64_t lastId = 0; ///< of the last one counted
};

/// One row of dtm's key-value page. Topics are category "topics"; value is a JSON array of {"url","remark"}, and beside
/// these, as a field of ours, "since": when it was subscribed (RFC 3339).
struct KeyValue
{
    QByteArray category;
    QByteArray key;
    QByteArray value;
    std::int64_t version = 1;
    TimePoint createdAt;
    TimePoint updatedAt;
};

/// Brings what a store has committed to the disk, from a thread beside the store's.
class Durability
{
public:
    virtual ~Durability() = default;
    /// Returns when all that had been committed before the call survives a power loss. An error: nobody knows what of
    /// it does. Any thread, one call at a time.
    virtual Status sync() = 0;
};

/// Where messages outlive the process. Belongs to the store thread: opened, used and closed there.
/// Everything that was reported Committed survives kill −9; it survives power loss too, unless deferDurability() gave
/// that into other hands.
class MessageStore
{
public:
    virtual ~MessageStore() = default;

    /// Opens or creates the store and brings its schema to this version. Errors name the path or address and the
    /// remedy: in use by another coordinator (Conflict), from a newer version (Invalid), corrupt, read-only, not
    /// reachable (Unavailable).
    virtual Status open() = 0;

    /// The messages with these gids that exist, in no particular order. Internal, and only then: the row of one of them
    /// is damaged; without it the others can be read.
    virtual Result<std::vector<message::Message>> load(const QList<Gid> &gids) = 0;

    /// Unfinished messages due at or before now that nobody has in work, or somebody else than this owner whose lease
    /// ran out (heartbeat()), the longest due first. Only reads: who takes one writes itself as owner with the fence
    /// raised by one. A shared store may keep what it gives from others until the next commit(), which should follow
    /// soon.
    virtual Result<std::vector<message::Message>> due(TimePoint now, std::int64_t owner, int limit) = 0;

    /// The earliest due time later than `after`; none when nothing becomes due then. In a shared store others make
    /// messages due as well, and leases run out: look again at least every third of the lease.
    virtual Result<std::optional<TimePoint>> nextDue(TimePoint after) = 0;

    /// Whether a row with this message's content can be written at all, by what is known of the store now: TooLarge
    /// says how many bytes may be, and where that is set. Asked before content is written for the first time or anew;
    /// what is written without it always fits.
    virtual Status checkSize(const message::Message &) const { return Done{}; }

    /// Writes all in one transaction.
    virtual CommitResult commit(const std::vector<Save> &batch) = 0;

    /// From here on commits need not wait for the disk; the caller syncs before it tells anybody. Called when open.
    /// Null: this store's commits are durable when they return. The result must go before the store does.
    virtual std::unique_ptr<Durability> deferDurability() { return nullptr; }
    /// After a sync that failed: writes all that was committed anew and waits for the disk.
    virtual Status rewrite() { return Done{}; }

    /// Makes up to limit unfinished rows that are due later than `after` due at `now`.
    virtual Result<MadeDue> makeDue(TimePoint after, TimePoint now, int limit) = 0;

    /// Removes finished messages with all that belongs to them, in a transaction of its own. Never one that is not
    /// finished.
    virtual Result<Pruned> prune(const PruneOrder &order) = 0;
    /// How many rows follow this id, at most rowsMax.
    virtual Result<Counted> countAfter(std::int64_t afterId, int rowsMax) = 0;

    /// The rows of a category: all of them, or the one of this key where one is given.
    virtual Result<QList<KeyValue>> keyValues(const QByteArray &category, const QByteArray &key) = 0;
    /// Inserts (version 1) or replaces (version must be the stored one plus 1; else Conflict).
    virtual Status putKeyValue(const KeyValue &row) = 0;
    /// NotFound when there is none.
    virtual Status removeKeyValue(const QByteArray &category, const QByteArray &key) = 0;

    /// Says that this owner lives on for `lease` from now, by the store's own clock; a lease of 0 ends it at once.
    /// Gives that clock's time where several coordinators may share the store, none where only one can have it open
    /// (its lock is its lease). What a coordinator on a shared store owes the others:
    /// - A first heartbeat before its first due(), then one every third of the lease.
    /// - It takes the lease as running from before it sent the heartbeat, by its own monotonic clock. When that has run
    ///   out it starts no call any more until a heartbeat works again: others may have its messages by then. Its later
    ///   writes of these are conflicts, since the fence was raised.
    /// - It reckons due times by the store's clock: its own plus the difference seen at the last heartbeat.
    /// - It ends its lease when it stops, after it has handed back what is in work.
    virtual Result<std::optional<TimePoint>> heartbeat(std::int64_t owner, Millis lease) = 0;
};

} // namespace core::store
