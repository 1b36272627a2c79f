// SPDX-License-Identifier: Apache-2.0
#include "core/engine/waiters.h"

#include <algorithm>

namespace core::engine {

void Waiters::add(const Gid &gid, Asker asker, TimePoint now)
{
    m_waiters[gid].push_back({std::move(asker), now + m_waitMax});
    m_expiries.emplace_back(now + m_waitMax, gid);
}

std::vector<Asker> Waiters::take(const Gid &gid)
{
    if (m_waiters.isEmpty())
        return {};
    std::vector<Asker> taken;
    for (Waiter &waiter : m_waiters.take(gid))
        taken.push_back(std::move(waiter.asker));
    return taken;
}

std::vector<Asker> Waiters::takeExpired(TimePoint now)
{
    std::vector<Asker> taken;
    for (; !m_expiries.empty() && m_expiries.front().first <= now; m_expiries.pop_front()) {
        const auto found = m_waiters.find(m_expiries.front().second);
        if (found == m_waiters.end())
            continue;
        const auto expired = std::stable_partition(found->begin(), found->end(),
                                                   [now](const Waiter &waiter) { return waiter.until > now; });
        std::for_each(expired, found->end(), [&taken](Waiter &waiter) { taken.push_back(std::move(waiter.asker)); });
        found->erase(expired, found->end());
        if (found->empty())
            m_waiters.erase(found);
    }
    return taken;
}

std::vector<Asker> Waiters::takeAll()
{
    std::vector<Asker> taken;
    for (std::vector<Waiter> &waiters : m_waiters) {
        for (Waiter &waiter : waiters)
            taken.push_back(std::move(waiter.asker));
    }
    m_waiters.clear();
    m_expiries.clear();
    return taken;
}

std::optional<TimePoint> Waiters::nextExpiry()
{
    while (!m_expiries.empty() && !m_waiters.contains(m_expiries.front().second))
        m_expiries.pop_front();
    if (m_expiries.empty())
        return std::nullopt;
    return m_expiries.front().first;
}

} // namespace core::engine
