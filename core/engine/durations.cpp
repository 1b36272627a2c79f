// SPDX-License-Identifier: Apache-2.0
#include "core/engine/durations.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core::engine {

std::size_t Durations::bucketOf(Millis duration)
{
    if (duration < Millis(1))
        return 0;
    const double place = std::log2(static_cast<double>(duration.count())) * perOctave;
    return std::min(static_cast<std::size_t>(place) + 1, buckets - 1);
}

double Durations::lowerBound(std::size_t bucket)
{
    return bucket == 0 ? 0 : std::exp2(static_cast<double>(bucket - 1) / perOctave);
}

void Durations::add(Millis duration)
{
    ++m_counts[bucketOf(duration)];
}

Durations Durations::since(const Durations &earlier) const
{
    Durations difference;
    for (std::size_t i = 0; i < buckets; ++i)
        difference.m_counts[i] = m_counts[i] - earlier.m_counts[i];
    return difference;
}

std::uint64_t Durations::count() const
{
    return std::accumulate(m_counts.cbegin(), m_counts.cend(), std::uint64_t{0});
}

/// Between the bounds of its bucket the place is by how many of the bucket lie below the rank.
std::optional<double> Durations::percentile(double share) const
{
    const std::uint64_t all = count();
    if (all == 0)
        return std::nullopt;
    const double rank = std::clamp(share, 0.0, 1.0) * static_cast<double>(all);
    double below = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
        const auto here = static_cast<double>(m_counts[i]);
        if (here > 0 && below + here >= rank)
            return lowerBound(i) + (lowerBound(i + 1) - lowerBound(i)) * (rank - below) / here;
        below += here;
    }
    return lowerBound(buckets - 1);
}

} // namespace core::engine
