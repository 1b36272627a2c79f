// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

namespace core {

using Millis = std::chrono::milliseconds;
using std::chrono::seconds;

/// A moment in UTC, in whole milliseconds: what stores, HTTP answers and screens carry.
using TimePoint = std::chrono::sys_time<Millis>;

inline std::int64_t toEpochMs(TimePoint time)
{
    return time.time_since_epoch().count();
}
inline TimePoint fromEpochMs(std::int64_t ms)
{
    return TimePoint(Millis(ms));
}

/// Where the engine's time comes from. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Never runs backwards within a process.
    virtual TimePoint now() const = 0;
};

/// The wall clock read once and carried on by the monotonic clock, so that a set-back of the wall clock is not seen.
/// Where the wall clock is found more than two seconds ahead (the machine slept, or was corrected), it is followed.
class SystemClock final : public Clock
{
public:
    SystemClock();
    TimePoint now() const override;

private:
    mutable std::mutex m_mutex;
    mutable std::chrono::steady_clock::time_point m_steadyAnchor;
    mutable TimePoint m_wallAnchor;
};

} // namespace core
