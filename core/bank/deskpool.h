// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankdesk.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace core::bank {

/// Worker threads with a desk each, and one bounded queue before them.
class DeskPool final
{
public:
    using Work = http::Response (BankDesk::*)(const http::Request &);
    /// Called on a worker thread.
    using Done = std::function<void(http::Response &&)>;

    DeskPool(BankDeskConfig config, int workers, int waitingMax);
    ~DeskPool(); ///< finishes what has begun; what waits ends without its callback

    /// False when the queue is full; then done is never called.
    [[nodiscard]] bool post(Work work, http::Request request, Done done);

private:
    struct Job
    {
        Work work;
        http::Request request;
        Done done;
    };
    void run();
    std::optional<Job> next();
    http::Response handle(std::unique_ptr<BankDesk> &desk, const Job &job);

    const BankDeskConfig m_config;
    const std::size_t m_waitingMax;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_waiting;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace core::bank
