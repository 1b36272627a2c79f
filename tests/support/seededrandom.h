// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/gid.h"

#include <cstdint>

namespace test {

/// Random numbers that one seed tells all of (SplitMix64, which needs no warming up). One thread.
class SeededRandom final
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) { }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
    /// min … max, both included.
    int between(int min, int max) { return min + static_cast<int>(next() % static_cast<std::uint64_t>(max - min + 1)); }
    bool chance(int permille) { return between(0, 999) < permille; }
    core::Millis millis(int min, int max) { return core::Millis(between(min, max)); }

    /// As the engine takes it; this object must outlive it.
    core::RandomSource source()
    {
        return [this] { return next(); };
    }

private:
    std::uint64_t m_state;
};

} // namespace test
