// SPDX-License-Identifier: Apache-2.0
#include "core/engine/loop.h"

#include <algorithm>

namespace core::engine {

namespace {

constexpr std::chrono::milliseconds changesEvery {100};
constexpr std::chrono::milliseconds healthEvery {250};
constexpr std::chrono::hours sleepMax {1};

} // namespace

Loop::Loop(std::unique_ptr<Coordinator> coordinator, const Clock &clock, int waitingMax)
    : m_coordinator(std::move(coordinator)), m_clock(clock)
    , m_mailbox(static_cast<std::size_t>(waitingMax), [this] { QMetaObject::invokeMethod(this, &Loop::turn, Qt::QueuedConnection); })
    , m_wakeUp(this), m_changesTimer(this), m_healthTimer(this)
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

void Loop::drain(QDeadlineTimer deadline, std::function<void()> done)
{
    m_drainDeadline = deadline;
    m_drained = std::move(done);
    m_coordinator->drain();
    turn();
}

Health Loop::health() const
{
    const std::lock_guard lock(m_healthMutex);
    return m_health;
}

void Loop::turn()
{
    if (m_stopped)
        return;
    std::vector<Inbound> items = std::exchange(m_backlog, {});
    std::vector<Inbound> fresh = m_mailbox.takeAll();
    std::move(fresh.begin(), fresh.end(), std::back_inserter(items));
    if (items.size() > batchMax) {
        const auto rest = items.begin() + batchMax;
        m_backlog.assign(std::make_move_iterator(rest), std::make_move_iterator(items.end()));
        items.erase(rest, items.end());
    }
    const std::optional<TimePoint> next = m_coordinator->turn(std::move(items));
    sleepUntil(m_backlog.empty() ? next : m_clock.now());
    if (!m_coordinator->changes().isEmpty() && !m_changesTimer.isActive())
        m_changesTimer.start();
    if (m_drained)
        finishDrain();
}

void Loop::sleepUntil(std::optional<TimePoint> next)
{
    if (m_drained) // look again soon, whether or not something comes
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
