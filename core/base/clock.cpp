// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"

namespace core {

using namespace std::chrono;

namespace {

TimePoint wallNow()
{
    return time_point_cast<Millis>(system_clock::now());
}

} // namespace

SystemClock::SystemClock() : m_steadyAnchor(steady_clock::now()), m_wallAnchor(wallNow()) { }

TimePoint SystemClock::now() const
{
    const std::lock_guard lock(m_mutex);
    const TimePoint carried = m_wallAnchor + duration_cast<Millis>(steady_clock::now() - m_steadyAnchor);
    const TimePoint wall = wallNow();
    if (wall - carried < 2s)
        return carried;
    m_steadyAnchor = steady_clock::now();
    m_wallAnchor = wall;
    return wall;
}

} // namespace core
