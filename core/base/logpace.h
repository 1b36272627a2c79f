// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace core {

/// Keeps a line of the log that may come thousands of times a second, such as while a disk is full, to one a second.
/// A value for one thread.
class LogPace final
{
public:
    using Clock = std::chrono::steady_clock;

    /// Asked before each line: how many were left out since the last one that was written; nothing: leave out this one,
    /// too.
    std::optional<std::int64_t> take(Clock::time_point now = Clock::now())
    {
        if (m_last && now - *m_last < std::chrono::seconds(1)) {
            ++m_leftOut;
            return {};
        }
        m_last = now;
        return std::exchange(m_leftOut, 0);
    }

private:
    std::optional<Clock::time_point> m_last;
    std::int64_t m_leftOut = 0;
};

} // namespace core
