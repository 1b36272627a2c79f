// SPDX-License-Identifier: Apache-2.0
#include "core/bank/deskpool.h"

#include "core/bank/bankanswers.h"

namespace core::bank {

DeskPool::DeskPool(BankDeskConfig config, int workers, int waitingMax)
    : m_config(std::move(config))
    , m_waitingMax(std::size_t(waitingMax))
{
    for (int i = 0; i < workers; ++i)
        m_threads.emplace_back([this] { run(); });
}

DeskPool::~DeskPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

bool DeskPool::post(Work work, http::Request request, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= m_waitingMax)
            return false;
        m_waiting.push_back({work, std::move(request), std::move(done)});
    }
    m_changed.notify_one();
    return true;
}

void DeskPool::run()
{
    std::unique_ptr<BankDesk> desk; // opened and closed on this thread, as its connection must be
    while (const std::optional<Job> job = next())
        job->done(handle(desk, *job));
}

std::optional<DeskPool::Job> DeskPool::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    if (m_stopping)
        return {};
    Job job = std::move(m_waiting.front());
    m_waiting.pop_front();
    return job;
}

http::Response DeskPool::handle(std::unique_ptr<BankDesk> &desk, const Job &job)
{
    if (!desk) {
        Result<std::unique_ptr<BankDesk>> opened = BankDesk::open(m_config);
        if (!opened.ok())
            return errorAnswer(opened.error());
        desk = std::move(*opened);
    }
    if (const Status open = desk->ensureOpen(); !open.ok())
        return errorAnswer(open.error());
    http::Response response = (desk.get()->*job.work)(job.request);
    if (response.status >= 500) // its database connection may be dead: the next job opens another
        desk.reset();
    return response;
}

} // namespace core::bank
