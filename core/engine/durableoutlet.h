// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"
#include "core/engine/recentmean.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace core::engine {

/// Lets out what the loop delivers once the commits that it follows from are on the disk. While one sync runs, the loop
/// works on: what it delivers meanwhile is let out together after the next one. Without a Durability the commits are
/// durable already, and everything passes at once.
class DurableOutlet final : public Outlet
{
public:
    /// failed is called on the syncing thread with the reason when a sync did not succeed. From then on everything is
    /// held until resume().
    using Failed = std::function<void(const QString &why)>;

    explicit DurableOutlet(Outlet &next) : m_next(next) { }
    ~DurableOutlet() override { finish(); }
    Q_DISABLE_COPY_MOVE(DurableOutlet)

    /// What was delivered before waits for this. Called once.
    void begin(std::unique_ptr<store::Durability> durability, Failed failed);
    void deliver(std::vector<Output> &&outputs) override;
    void resume() override;
    double diskWaitMs() const override { return m_diskWaitMs; }
    /// Lets out what still waits, unless it is held, and ends the thread.
    void finish();

private:
    void run();
    void noteWait(std::chrono::steady_clock::time_point since);
    bool waitForWork(std::unique_lock<std::mutex> &lock);

    Outlet &m_next;
    Failed m_failed;
    std::unique_ptr<store::Durability> m_durability;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Output> m_waiting;
    std::chrono::steady_clock::time_point m_waitingSince; ///< the first of them
    std::vector<Output> m_held; ///< of the sync that failed
    bool m_hasBegun = false;
    bool m_isHeld = false;
    bool m_isEnding = false;
    RecentMean m_waited; ///< milliseconds; of the syncing thread
    std::atomic<double> m_diskWaitMs = 0;
    std::thread m_thread;
};

} // namespace core::engine
