// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <array>
#include <cstdint>
#include <optional>

namespace core::engine {

/// How long things took, in buckets of which eight double the time: a percentile is exact to 9 %. Counts only grow, so
/// that what happened between two moments is the difference of two copies. A value of 1.3 kB.
class Durations
{
public:
    void add(Millis duration); ///< below zero counts as zero; beyond 17 minutes all are one
    /// What was added here and not yet there. earlier: a copy of this object from before.
    Durations since(const Durations &earlier) const;
    std::uint64_t count() const;
    /// In milliseconds, share of 0 to 1; none where nothing was added.
    std::optional<double> percentile(double share) const;

private:
    static constexpr int perOctave = 8;
    static constexpr int octaves = 20;
    static constexpr std::size_t buckets = perOctave * octaves + 2; ///< below 1 ms, and beyond

    static std::size_t bucketOf(Millis duration);
    static double lowerBound(std::size_t bucket);

    std::array<std::uint64_t, buckets> m_counts{};
};

} // namespace core::engine
