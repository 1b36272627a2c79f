// SPDX-License-Identifier: Apache-2.0
#include "core/engine/loop.h"

#include "core/base/victim.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace core::engine {

namespace {

constexpr std::chrono::milliseconds changesEvery{100};
constexpr std::chrono::milliseconds healthEvery{250};
constexpr std::chrono::hours sleepMax{1};

} // namespace

Loop::Loop(std::unique_ptr<Coordinator> coordinator, const Clock &clock, int waitingMax)
    : m_coordinator(std::move(coordinator))
    , m_clock(clock)
    , m_mailbox(static_cast<std::size_t>(waitingMax),
                [this] { QMetaObject::invokeMethod(this, &Loop::turn, Qt::QueuedConnection); })
    , m_wakeUp(this)
    , m_changesTimer(this)
    , m_healthTimer(this)
{
    m_wakeUp.setSingleShot(true);
    m_wakeUp.setTimerType(Qt::PreciseTimer);
    connect(&m_wakeUp, &QTimer::timeout, this, &Loop::turn);
    m_changesTimer.setSingleShot(true);
    m_changesTimer.setInterval(changesEvery);
    connect(&m_changesTimer, &QTimer::timeout, this, &Loop::tellChanges);
    m_healthTimer.setInterval(healthEvery);
    connect(&m_healthTimer, &QTimer::timeout, this, &Loop::tellHealth);
}

Status Loop::start()
{
    const Status started = m_coordinator->start();
    if (!started.ok())
        return started;
    m_healthTimer.start();
    turn();
    tellHealth();
    return started;
}

void Loop::settle(std::function<void()> done)
{
    m_settled = std::move(done);
    m_coordinator->refuseNew();
    turn();
}

void Loop::drain(QDeadlineTimer deadline, std::function<void()> done)
{
    m_drainDeadline = deadline;
    m_drained = std::move(done);
    m_coordinator->drain();
    turn();
}

void Loop::syncFailed(const QString &why)
{
    const auto take = [this, why] {
        m_coordinator->syncFailed(why);
        turn();
    };
    QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
}

Health Loop::health() const
{
    const std::lock_guard lock(m_healthMutex);
    return m_health;
}

Millis Loop::turnLasts() const
{
    const auto began = m_turnBegan.load();
    if (began == decltype(began)::zero())
        return Millis(0);
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch() - began);
}

void Loop::turn()
{
    m_turnBegan = std::chrono::steady_clock::now().time_since_epoch();
    takeTurn();
    m_turnBegan = decltype(m_turnBegan)::value_type::zero();
}

void Loop::takeTurn()
{
    if (m_stopped || hasCrashed())
        return;
    const std::optional<TimePoint> next = m_coordinator->turn(takeBatch());
    const bool moreWaits = !m_backlog.empty() || m_mailbox.size() > 0;
    sleepUntil(moreWaits ? m_clock.now() : next);
    if (!m_coordinator->changes().isEmpty() && !m_changesTimer.isActive())
        m_changesTimer.start();
    if (m_settled && !m_coordinator->awaitsSubmits())
        std::exchange(m_settled, {})();
    if (m_drained)
        finishDrain();
}

std::vector<Inbound> Loop::takeWaiting()
{
    std::vector<Inbound> waiting = std::exchange(m_backlog, {});
    std::vector<Inbound> later = m_mailbox.takeAll();
    std::move(later.begin(), later.end(), std::back_inserter(waiting));
    return waiting;
}

/// The mailbox is emptied only when the backlog is used up: its bound would be none otherwise.
std::vector<Inbound> Loop::takeBatch()
{
    if (m_backlog.empty())
        m_backlog = m_mailbox.takeAll();
    if (m_backlog.size() <= batchMax)
        return std::exchange(m_backlog, {});
    const auto end = m_backlog.begin() + batchMax;
    std::vector<Inbound> batch(std::make_move_iterator(m_backlog.begin()), std::make_move_iterator(end));
    m_backlog.erase(m_backlog.begin(), end);
    return batch;
}

void Loop::sleepUntil(std::optional<TimePoint> next)
{
    if (m_settled || m_drained) // look again soon, whether or not something comes
        next = std::min(next.value_or(TimePoint::max()), m_clock.now() + Millis(20));
    if (!next)
        return m_wakeUp.stop();
    m_wakeUp.start(std::clamp<Millis>(*next - m_clock.now(), Millis(0), sleepMax));
}

void Loop::tellChanges()
{
    const ChangeFeed::Changes changes = m_coordinator->changes().take();
    if (!changes.rows.isEmpty() || changes.more)
        emit changed(changes.rows, changes.more);
}

void Loop::tellHealth()
{
    Health health = m_coordinator->health();
    health.waiting = static_cast<int>(m_mailbox.size() + m_backlog.size());
    {
        const std::lock_guard lock(m_healthMutex);
        if (health == m_health)
            return;
        m_health = health;
    }
    emit healthChanged(health);
}

void Loop::finishDrain()
{
    if (m_coordinator->inWork() > 0 && !m_drainDeadline.hasExpired())
        return;
    m_coordinator->release();
    m_stopped = true;
    m_wakeUp.stop();
    m_healthTimer.stop();
    std::exchange(m_drained, {})();
}

} // namespace core::engine
