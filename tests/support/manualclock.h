// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

namespace test {

/// A clock that stands still until it is told to go on. One thread.
class ManualClock final : public core::Clock
{
public:
    explicit ManualClock(core::TimePoint start = core::fromEpochMs(1'700'000'000'000)) : m_now(start) { }

    core::TimePoint now() const override { return m_now; }
    void advance(core::Millis by) { m_now += by; }
    /// Goes on to a time; one that has passed already changes nothing.
    void advanceTo(core::TimePoint time) { m_now = std::max(m_now, time); }

private:
    core::TimePoint m_now;
};

} // namespace test
