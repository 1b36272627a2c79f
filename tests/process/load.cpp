// SPDX-License-Identifier: Apache-2.0
#include "tests/process/load.h"

namespace tests {

namespace {

constexpr int eachMax = 20'000;
constexpr std::chrono::milliseconds afterRefusal(5); ///< a client that is refused at once would do nothing else

} // namespace

Load::Load(const Team &team, const QByteArray &name, int threads)
{
    for (int thread = 0; thread < threads; ++thread) {
        const QByteArray threadName = name + '-' + QByteArray::number(thread) + '-';
        m_threads.emplace_back([this, &team, threadName, thread] { run(team, threadName, thread); });
    }
}

void Load::run(const Team &team, const QByteArray &name, int first)
{
    for (int n = 0; n < eachMax && !m_stop; ++n) {
        const Asked asked = team.transfer(name + QByteArray::number(n), first + n);
        m_acknowledged += asked.isSubmitted;
        m_refused += asked.isRefused;
        if (!asked.isCommitted)
            std::this_thread::sleep_for(afterRefusal);
        const std::lock_guard lock(m_mutex);
        m_asked.append(asked);
    }
}

QList<Asked> Load::stop()
{
    m_stop = true;
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    return m_asked;
}

} // namespace tests
