// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/mailbox.h"
#include "core/engine/coordinator.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>

namespace core::engine {

/// Runs a Coordinator on the thread it lives on: wakes it when something is posted or due, and tells at most ten times
/// a second what changed. The Inbox functions and health() may be called from any thread; the rest belongs to the
/// loop's.
class Loop final : public QObject, public Inbox
{
    Q_OBJECT
public:
    Loop(std::unique_ptr<Coordinator> coordinator, const Clock &clock, int waitingMax);

    /// Opens the store and makes the first turn.
    Status start();
    /// Prepares nothing new, and calls done once the senders of what was prepared a moment ago have submitted or
    /// aborted it, or seem to be gone. Their submits would otherwise find nobody, and wait for a checkback.
    void settle(std::function<void()> done);
    /// Takes nothing new, lets calls in flight finish until the deadline, hands back the rest; then calls done.
    void drain(QDeadlineTimer deadline, std::function<void()> done);

    bool tryPost(std::vector<Inbound> &items) override { return m_mailbox.tryPost(items); }
    void post(std::vector<Inbound> &items) override { m_mailbox.post(items); }
    /// What no turn has taken yet, so that nothing came of it; it is forgotten here.
    std::vector<Inbound> takeWaiting();
    /// The disk did not take what was committed. Any thread.
    void syncFailed(const QString &why);
    Health health() const;
    /// Any thread: how long the present turn has lasted, 0 between two. A store that does not answer holds it up.
    Millis turnLasts() const;
    /// Any thread: whether this call may be made at the moment.
    bool mayCall(const Call &call) const { return m_coordinator->mayCall(call); }
    void setRetryLimits(Millis cap, int stalledAfter) { m_coordinator->setRetryLimits(cap, stalledAfter); }
    void watchChanges(bool on) { m_coordinator->changes().watch(on); }

signals:
    void changed(const QList<core::store::Summary> &rows, bool more);
    void healthChanged(const core::engine::Health &health);

private:
    void turn();
    void takeTurn();
    std::vector<Inbound> takeBatch();
    void sleepUntil(std::optional<TimePoint> next);
    void tellChanges();
    void tellHealth();
    void finishDrain();

    static constexpr std::size_t batchMax = 2048;

    std::unique_ptr<Coordinator> m_coordinator;
    const Clock &m_clock;
    Mailbox<Inbound> m_mailbox;
    std::vector<Inbound> m_backlog; ///< taken from the mailbox, beyond what one batch takes
    QTimer m_wakeUp;
    QTimer m_changesTimer;
    QTimer m_healthTimer;
    mutable std::mutex m_healthMutex;
    Health m_health;
    std::atomic<std::chrono::steady_clock::duration> m_turnBegan{}; ///< 0: none runs
    bool m_stopped = false;
    std::function<void()> m_settled;
    QDeadlineTimer m_drainDeadline;
    std::function<void()> m_drained;
};

} // namespace core::engine
