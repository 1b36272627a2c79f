// SPDX-License-Identifier: Apache-2.0
#include "core/engine/claims.h"

#include "core/base/faultpoint.h"

#include <algorithm>

namespace core::engine {

using message::Message;

void Claims::wakeAt(TimePoint time)
{
    if (!m_nextDue || time < *m_nextDue)
        m_nextDue = time;
}

std::vector<Message> Claims::take(TimePoint now, int room)
{
    if (room <= 0 || !m_nextDue || *m_nextDue > now || !m_commits.mayUse(now))
        return {};
    faultPoint("claim.before");
    const int limit = std::min(m_options.atOnceMax, room);
    Result<std::vector<Message>> due = m_store.due(now, m_options.owner, limit);
    if (!due.ok()) {
        m_commits.failed(due.error().detail, now);
        return {};
    }
    if (static_cast<int>(due->size()) < limit)
        lookAhead(now);
    return std::move(*due);
}

/// All that was due is taken: when will there be more?
void Claims::lookAhead(TimePoint now)
{
    const Result<std::optional<TimePoint>> next = m_store.nextDue(now);
    if (!next.ok())
        return m_commits.failed(next.error().detail, now);
    m_nextDue = *next;
    if (m_lease.isShared())
        wakeAt(now + m_options.lookAgain);
}

} // namespace core::engine
