// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"
#include "core/engine/commits.h"
#include "core/engine/lease.h"

#include <deque>

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
    /// These were put off, and need not wait any more. One that has changed since is left alone.
    void takeSooner(std::vector<PutOff> messages);
    /// The next batch, at most `room` messages. Nothing when the store cannot be read; Commits knows of it then.
    std::vector<message::Message> take(TimePoint now, int room);
    /// When take() has something to do again; none: not before wakeAt() or takeSooner().
    std::optional<TimePoint> next() const;

private:
    std::vector<message::Message> takeDue(TimePoint now, int limit);
    void takePutOff(std::vector<message::Message> &taken, int limit);
    void lookAhead(TimePoint now);

    store::MessageStore &m_store;
    Commits &m_commits;
    const Lease &m_lease;
    const Options m_options;
    std::optional<TimePoint> m_nextDue; ///< no message that is not in work is due before it; none: none is due at all
    std::deque<PutOff> m_sooner;
};

} // namespace core::engine
