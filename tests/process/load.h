// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/process/team.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace tests {

/// Transfers at random, one after the other on each of several threads, from the making of this object until its end.
class Load final
{
public:
    /// Calls the messages NAME-THREAD-NUMBER.
    Load(const Team &team, const QByteArray &name, int threads = 3);
    ~Load() { stop(); }

    /// All that was asked for; no more is asked from here on.
    QList<Asked> stop();
    /// Transfers that the coordinator has acknowledged so far.
    int acknowledged() const { return m_acknowledged; }
    /// Transfers answered 503 so far.
    int refused() const { return m_refused; }

private:
    void run(const Team &team, const QByteArray &name, int first);

    std::atomic<bool> m_stop = false;
    std::atomic<int> m_acknowledged = 0;
    std::atomic<int> m_refused = 0;
    std::mutex m_mutex;
    QList<Asked> m_asked; ///< under the mutex
    std::vector<std::thread> m_threads;
};

} // namespace tests
