// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/commits.h"
#include "core/engine/lease.h"

#include <optional>
#include <vector>

namespace core::engine {

/// Which of the messages that nobody has in work are taken next, and when to look again. Only reads: who takes one
/// writes itself as its owner. Belongs to the store thread.
class Claims final
{
public:
    struct Options
    {
        std::int64_t owner = 1;
        int atOnceMax = 100; ///< taken in one batch
        Millis lookAgain{1'000}; ///< on a shared store: for what others made due or left behind
    };

    Claims(store::MessageStore &store, Commits &commits, const Lease &lease, Options options)
        : m_store(store)
        , m_commits(commits)
        , m_lease(lease)
        , m_options(options)
    { }

    /// Something is due then, as far as anybody knows.
    void wakeAt(TimePoint time);
    /// The next batch, at most `room`. Nothing when the store cannot be read; Commits knows of it then.
    std::vector<message::Message> take(TimePoint now, int room);
    /// When take() has something to do again; none: not before wakeAt().
    std::optional<TimePoint> next() const { return m_nextDue; }

private:
    void lookAhead(TimePoint now);

    store::MessageStore &m_store;
    Commits &m_commits;
    const Lease &m_lease;
    const Options m_options;
    std::optional<TimePoint> m_nextDue; ///< no message that is not in work is due before it; none: none is due at all
};

} // namespace core::engine
