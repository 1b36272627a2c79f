// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"

#include <atomic>
#include <optional>

namespace core::engine {

/// The right of one coordinator to make calls for what it has in work, on a store that it may share with others
/// (MessageStore::heartbeat). A store that one coordinator has for itself gives it for good.
/// holds(), term() and ahead() may be called from any thread; the rest belongs to the store thread.
class Lease final
{
public:
    /// length: what the others wait for before they take over.
    Lease(store::MessageStore &store, const Clock &clock, std::int64_t owner, Millis length);

    /// Renews it when a third of it has passed; gives whether the store was asked. An error: it was not renewed; it
    /// still holds until it runs out.
    Result<bool> renew();
    /// Gives it up: the others need not wait for it to run out.
    void end();

    /// False before the first renewal, and from the moment that it ran out until it is renewed.
    bool holds() const;
    /// Counts from 1, one more each time that it is renewed after it had run out: what was begun in an earlier term may
    /// have been taken over since.
    std::int64_t term() const { return m_term.load(std::memory_order_relaxed); }
    bool isShared() const { return m_renewAt.has_value(); }
    /// When renew() has something to do again, by the coordinator's clock; none where nobody else can have the store.
    std::optional<TimePoint> renewAt() const { return m_renewAt; }
    /// How far the store's clock is ahead of the coordinator's. Due times are reckoned by the store's.
    Millis ahead() const { return Millis(m_aheadMs.load(std::memory_order_relaxed)); }

private:
    void noteStoreClock(TimePoint storeNow, TimePoint sentAt, TimePoint answeredAt);

    store::MessageStore &m_store;
    const Clock &m_clock;
    const std::int64_t m_owner;
    const Millis m_length;
    std::optional<TimePoint> m_renewAt;
    bool m_hasBegun = false;
    std::atomic<std::int64_t> m_untilMs; ///< by the coordinator's clock
    std::atomic<std::int64_t> m_term = 0;
    std::atomic<std::int64_t> m_aheadMs = 0;
};

} // namespace core::engine
