// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/participant/answers.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace core::participant {

/// Worker threads with a desk each, and one bounded queue before them. A desk is what a worker needs for itself, such
/// as a database connection, which belongs to one thread; it has `Status ensureOpen()`, called before each piece of
/// work.
template<typename Desk> class WorkerPool final
{
public:
    /// Opens a desk, on the worker's thread.
    using Open = std::function<Result<std::unique_ptr<Desk>>()>;
    using Work = std::function<http::Response(Desk &)>;
    /// Called on a worker thread.
    using Done = std::function<void(http::Response &&)>;

    WorkerPool(Open open, int workers, int waitingMax) : m_open(std::move(open)), m_waitingMax(std::size_t(waitingMax))
    {
        for (int i = 0; i < workers; ++i)
            m_threads.emplace_back([this] { run(); });
    }
    ~WorkerPool() ///< finishes what has begun; what waits ends without its callback
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_changed.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    /// False when the queue is full; then done is never called.
    [[nodiscard]] bool post(Work work, Done done)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.size() >= m_waitingMax)
                return false;
            m_waiting.push_back({std::move(work), std::move(done)});
        }
        m_changed.notify_one();
        return true;
    }

private:
    struct Job
    {
        Work work;
        Done done;
    };

    void run()
    {
        std::unique_ptr<Desk> desk; // opened and closed on this thread
        while (const std::optional<Job> job = next())
            job->done(handle(desk, *job));
    }

    std::optional<Job> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping)
            return {};
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        return job;
    }

    http::Response handle(std::unique_ptr<Desk> &desk, const Job &job)
    {
        if (!desk) {
            Result<std::unique_ptr<Desk>> opened = m_open();
            if (!opened.ok())
                return errorAnswer(opened.error());
            desk = std::move(*opened);
        }
        const Status open = desk->ensureOpen();
        http::Response response = open.ok() ? job.work(*desk) : errorAnswer(open.error());
        if (response.status >= 500) // whatever it holds may be broken: the next job opens another
            desk.reset();
        return response;
    }

    const Open m_open;
    const std::size_t m_waitingMax;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_waiting;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace core::participant
