// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/waiters.h"
#include "core/engine/workset.h"

#include <optional>
#include <vector>

namespace core::engine {

/// What the loop lets out, collected until the end of a turn, and those who still wait for an answer. Belongs to the
/// store thread.
class Outgoing final
{
public:
    /// waitMax: how long anybody waits for the end of a pass.
    Outgoing(Outlet &outlet, Millis waitMax) : m_outlet(outlet), m_waiters(waitMax) { }

    /// error: none for success. Nobody to answer is no mistake.
    void reply(Asker asker, std::optional<Error> error);
    void add(Output output) { m_outputs.push_back(std::move(output)); }
    /// The term of the lease that calls are let out in from here on.
    void setTerm(std::int64_t term) { m_term = term; }
    /// An effect of a message whose new state was written.
    void publish(Staged &staged, Staged::Owed &owed, TimePoint now);

    /// Answers those whose time is over: the message is kept, its result comes later.
    void expireWaiters(TimePoint now);
    /// Answers all who wait.
    void dismissWaiters(const Error &error);
    /// When the first one's time is over; none: nobody waits.
    std::optional<TimePoint> nextExpiry() { return m_waiters.nextExpiry(); }

    /// Hands all to the outlet.
    void deliver();

private:
    void publishCall(const Staged &staged, const message::CallBranch &call);
    void publishCheckback(const Staged &staged, const message::AskSender &ask);

    Outlet &m_outlet;
    Waiters m_waiters;
    std::vector<Output> m_outputs;
    std::int64_t m_term = 0;
};

} // namespace core::engine
