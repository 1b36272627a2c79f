// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"

#include <QHash>

#include <deque>
#include <vector>

namespace core::engine {

/// Who waits for the end of which message's pass (wait_result), each at most for a given time. Belongs to the store
/// thread.
class Waiters final
{
public:
    explicit Waiters(Millis waitMax) : m_waitMax(waitMax) { }

    void add(const Gid &gid, Asker asker, TimePoint now);
    /// All who wait for this message; they wait no more.
    std::vector<Asker> take(const Gid &gid);
    /// All whose time is over at now; they wait no more.
    std::vector<Asker> takeExpired(TimePoint now);
    std::vector<Asker> takeAll();
    /// When the first one's time is over; none: nobody waits.
    std::optional<TimePoint> nextExpiry();

private:
    struct Waiter
    {
        Asker asker;
        TimePoint until;
    };
    Millis m_waitMax;
    QHash<Gid, std::vector<Waiter>> m_waiters;
    std::deque<std::pair<TimePoint, Gid>>
        m_expiries; ///< in order, since all wait equally long; may name some that are gone
};

} // namespace core::engine
