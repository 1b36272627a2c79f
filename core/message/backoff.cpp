// SPDX-License-Identifier: Apache-2.0
#include "core/message/backoff.h"

#include <algorithm>

namespace core::message {

namespace {

constexpr std::int64_t jitterPermille = 100;
constexpr std::int64_t roundingMs = 100;

} // namespace

Millis backoff(seconds interval, int failuresInRow, Millis cap, std::uint32_t chance)
{
    const Millis first = interval;
    const Millis longest = std::max(cap, first);
    Millis wait = first;
    for (int n = 1; n < failuresInRow && wait < longest; ++n)
        wait *= 2;
    wait = std::min(wait, longest);

    // chance 0 … 2³²−1 becomes −100 … +100 ‰
    const std::int64_t permille =
        static_cast<std::int64_t>(chance) * (2 * jitterPermille + 1) / (std::int64_t{1} << 32) - jitterPermille;
    return wait + wait * permille / 1000;
}

TimePoint roundedDue(TimePoint due)
{
    return fromEpochMs((toEpochMs(due) + roundingMs - 1) / roundingMs * roundingMs);
}

} // namespace core::message
