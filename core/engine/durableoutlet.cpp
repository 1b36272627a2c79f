// SPDX-License-Identifier: Apache-2.0
#include "core/engine/durableoutlet.h"

#include "core/base/threadname.h"

#include <iterator>

namespace core::engine {

namespace {

void append(std::vector<Output> &to, std::vector<Output> &&from)
{
    if (to.empty())
        to = std::move(from);
    else
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

} // namespace

void DurableOutlet::begin(std::unique_ptr<store::Durability> durability, Failed failed)
{
    m_durability = std::move(durability);
    m_failed = std::move(failed);
    if (m_durability) {
        m_thread = std::thread([this] { run(); });
    } else if (!m_waiting.empty()) {
        m_next.deliver(std::exchange(m_waiting, {}));
    }
    const std::lock_guard lock(m_mutex);
    m_hasBegun = true;
    m_wake.notify_one();
}

void DurableOutlet::deliver(std::vector<Output> &&outputs)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_hasBegun || m_durability) {
            if (m_waiting.empty())
                m_waitingSince = std::chrono::steady_clock::now();
            append(m_waiting, std::move(outputs));
            m_wake.notify_one();
            return;
        }
    }
    m_next.deliver(std::move(outputs));
}

void DurableOutlet::resume()
{
    std::vector<Output> held;
    {
        const std::lock_guard lock(m_mutex);
        held = std::exchange(m_held, {});
    }
    if (!held.empty())
        m_next.deliver(std::move(held)); // before the thread lets out what came later
    const std::lock_guard lock(m_mutex);
    m_isHeld = false;
    m_wake.notify_one();
}

void DurableOutlet::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

/// False when it is time to end.
bool DurableOutlet::waitForWork(std::unique_lock<std::mutex> &lock)
{
    m_wake.wait(lock, [this] { return m_isEnding || (m_hasBegun && !m_isHeld && !m_waiting.empty()); });
    return !m_isHeld && !m_waiting.empty();
}

void DurableOutlet::noteWait(std::chrono::steady_clock::time_point since)
{
    m_waited.add(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since).count());
    m_diskWaitMs = m_waited.value();
}

void DurableOutlet::run()
{
    nameThisThread("sync");
    std::unique_lock lock(m_mutex);
    while (waitForWork(lock)) {
        std::vector<Output> outputs = std::exchange(m_waiting, {});
        const auto since = m_waitingSince;
        lock.unlock();
        const Status synced = m_durability->sync();
        if (synced.ok()) {
            noteWait(since);
            m_next.deliver(std::move(outputs));
        }
        lock.lock();
        if (synced.ok())
            continue;
        m_isHeld = true;
        append(m_held, std::move(outputs));
        lock.unlock();
        m_failed(synced.error().detail);
        lock.lock();
    }
}

} // namespace core::engine
