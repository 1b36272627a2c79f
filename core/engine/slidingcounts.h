// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace core::engine {

/// Counts by time, in so many slots of equal width of which the newest is the one that is under way. Older ones are
/// forgotten. A value of fixed size.
template<std::size_t slotCount> class SlidingCounts
{
public:
    explicit SlidingCounts(Millis width) : m_width(width) { }

    void note(TimePoint at)
    {
        advance(at);
        ++m_slots[0];
    }

    /// Forgets what is too old at this time. A time before the newest slot belongs to the newest slot.
    void advance(TimePoint now)
    {
        const std::int64_t slot = toEpochMs(now) / m_width.count();
        const std::int64_t steps = m_newest == 0 ? 0 : std::max<std::int64_t>(0, slot - m_newest);
        m_newest = std::max(m_newest, slot);
        const auto moved = static_cast<std::size_t>(std::min<std::int64_t>(steps, slotCount));
        std::shift_right(m_slots.begin(), m_slots.end(), static_cast<std::ptrdiff_t>(moved));
        std::fill_n(m_slots.begin(), moved, 0);
    }

    const std::array<std::uint32_t, slotCount> &newestFirst() const { return m_slots; }

private:
    Millis m_width;
    std::int64_t m_newest = 0; ///< number of the slot that is under way, since the epoch
    std::array<std::uint32_t, slotCount> m_slots{};
};

} // namespace core::engine
