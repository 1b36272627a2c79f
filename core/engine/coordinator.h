// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/changefeed.h"
#include "core/engine/claims.h"
#include "core/engine/command.h"
#include "core/engine/commits.h"
#include "core/engine/health.h"
#include "core/engine/inwork.h"
#include "core/engine/lease.h"
#include "core/engine/metrics.h"
#include "core/engine/outgoing.h"
#include "core/engine/pruning.h"
#include "core/engine/topics.h"
#include "core/engine/workset.h"
#include "core/store/messagestore.h"

#include <optional>
#include <span>
#include <vector>

namespace core::engine {

struct CoordinatorOptions
{
    std::int64_t owner = 1; ///< marks what this coordinator has in work; differs for each start of each process
    Millis retryCap{std::chrono::minutes(10)};
    int stalledAfter = 10;
    int inWorkMax = 4096; ///< messages being called at once; what comes beyond is stored as due and taken later
    int claimMax = 100; ///< due messages taken in one batch
    Millis waitMax{30'000}; ///< how long wait_result waits before it is answered 425
    Millis storeRetry{500}; ///< how long to leave a store alone that could not write
    Millis lease{10'000}; ///< how long others on the same store wait before they take over what is in work here
    PruningOptions pruning;
    Millis submitsWithin{500}; ///< of their prepare, most messages are submitted; who stops waits so long for them
    Millis lookAgain{1'000}; ///< how often to look on a shared store for what others made due or left behind
};

/// Moves messages forward. One turn takes what waits and what is due, loads the messages, has decide() judge each
/// event, commits all in one go, and only then lets answers and calls out. Knows no thread, no timer and no socket: the
/// caller passes the commands in and comes back when it is told. All functions belong to the store thread.
class Coordinator final
{
public:
    Coordinator(store::MessageStore &store, const Clock &clock, GidSource &gids, RandomSource random, Outlet &outlet,
                Metrics &metrics, CoordinatorOptions options);

    /// Opens the store and reads the topics. Called once, before the first turn.
    Status start();

    /// One batch. Gives when the next turn is due at the latest; none: not before something is posted.
    std::optional<TimePoint> turn(std::vector<Inbound> items);

    /// The disk did not take what was committed: nothing is decided until the store has written all of it anew.
    void syncFailed(const QString &why);

    /// From the next decision on: how long a message waits for a retry at the most, and after how many failures in a
    /// row it is stalled. What waits already keeps its time.
    void setRetryLimits(Millis cap, int stalledAfter);

    /// Refuses to prepare new messages, which their senders may do later or elsewhere; those that are prepared can
    /// still be submitted.
    void refuseNew() { m_isRefusingNew = true; }
    /// Whether a message was prepared here so lately that its sender likely is about to submit or abort it.
    bool awaitsSubmits() const { return m_inWork.hasPreparedSince(storeNow() - m_options.submitsWithin); }

    /// Takes no more due messages, and answers 425 to who waits for a result. What is in flight goes on.
    void drain();
    /// Hands back what is still in work, so that the next coordinator finds it due at once.
    void release();

    int inWork() const { return m_inWork.count(); }
    /// Any thread: whether calls may be made. Not so while others may have taken over what is in work here.
    bool mayCall() const { return m_lease.holds(); }
    /// Any thread: whether this one may. Not so if the lease has run out since it was let out, renewed or not.
    bool mayCall(const Call &call) const { return m_lease.holds() && call.term == m_lease.term(); }
    /// All but `waiting`, which the owner of the inbox knows.
    Health health() const;
    ChangeFeed &changes() { return m_changes; }

private:
    // what comes in
    std::vector<Command> sortOut(std::vector<Inbound> items);
    void handle(TopicChange &&change);
    void handle(MakeDue &&order);
    void handle(HostIsBack &&back);
    void renewLease();
    bool mayPrune() const;
    void takeDue(WorkSet &batch, std::vector<Command> &commands);

    // one batch
    void process(WorkSet batch, std::vector<Command> commands);
    Result<std::vector<std::size_t>> load(const std::vector<Command> &commands, WorkSet &batch, bool mayBeNew);
    Result<std::vector<message::Message>> loadOneByOne(const QList<Gid> &gids, WorkSet &batch);
    bool mayRelyOn(const message::Message &known, const Command &command) const;
    void takeStored(Staged &staged, message::Message &&stored);
    void decideOne(Command &&command, Staged &staged);
    Status resolveTopics(message::Event &event);
    Status checkSize(const message::Decision &decision, bool isNew) const;
    bool isHeldElsewhere(const Staged &staged) const;
    void giveUpClaim(Staged &staged);

    // the commit and what follows
    void park(WorkSet &&batch, std::vector<store::Save> &&saves, const QString &why);
    void resolveParked();
    void rewriteUnsynced();
    std::vector<Command> settle(WorkSet &batch, std::vector<store::Save> &saves, const store::CommitResult &result);
    void publish(Staged &staged);
    void publishState(Staged &staged);
    void refuse(std::span<Command> commands, const Error &error);

    std::optional<TimePoint> nextTurn();
    bool mayClaim() const;
    TimePoint storeNow() const { return m_clock.now() + m_lease.ahead(); }

    store::MessageStore &m_store;
    const Clock &m_clock;
    RandomSource m_random;
    Outlet &m_outlet;
    Metrics &m_metrics;
    CoordinatorOptions m_options;
    Topics m_topics;
    Outgoing m_outgoing;
    Commits m_commits;
    Lease m_lease;
    Claims m_claims;
    InWork m_inWork;
    Pruning m_pruning;
    ChangeFeed m_changes;

    TimePoint m_now; ///< one a turn, by the store's clock
    std::vector<Command> m_held; ///< results of calls that could not be written yet
    struct Parked
    {
        WorkSet batch;
        std::vector<store::Save> saves;
    };
    std::optional<Parked> m_parked; ///< its commit ended unknown and could not be read again yet
    bool m_isUnsynced = false; ///< what is committed may not be on the disk
    bool m_isRefusingNew = false;
    bool m_draining = false;
    std::int64_t m_finished = 0;
    std::int64_t m_takenOver = 0;
};

} // namespace core::engine
