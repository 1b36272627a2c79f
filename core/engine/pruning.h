// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/metrics.h"
#include "core/store/messagestore.h"

#include <optional>

namespace core::engine {

struct PruningOptions
{
    Millis keepFor{0}; ///< how long a finished message is kept; 0: for ever
    std::int64_t keepMax = 0; ///< how many messages are kept; 0: any number. Only finished ones go, the oldest first
    int rowsAtOnce = 200;
};

/// Removes finished messages in small batches, for a small share of the loop's time, so that those under way do not
/// notice. Belongs to the store thread.
class Pruning final
{
public:
    Pruning(store::MessageStore &store, Metrics &metrics, PruningOptions options);

    /// A message was stored for the first time.
    void noteNew() { ++m_rows; }
    /// Goes on where it stopped, when it is time. A store that fails is left alone for a while.
    void step(TimePoint now);
    /// When step() has something to do again; none: never.
    std::optional<TimePoint> next() const { return m_next; }

private:
    enum class Walk { Count, Remove };

    void begin(Walk walk);
    Status goOn(TimePoint now);
    Status count(TimePoint now);
    Status remove(TimePoint now);
    std::optional<store::PruneOrder> order(TimePoint now) const;
    bool mustCount(TimePoint now) const;

    store::MessageStore &m_store;
    Metrics &m_metrics;
    const PruningOptions m_options;
    std::optional<TimePoint> m_next;
    Walk m_walk = Walk::Remove;
    std::int64_t m_at = 0; ///< the row id up to which the present walk came
    bool m_rests = true; ///< between two walks
    std::int64_t m_rows = 0; ///< in the store, as far as this coordinator knows
    std::int64_t m_counted = 0; ///< by the present walk
    std::optional<TimePoint> m_countedAt;
};

} // namespace core::engine
