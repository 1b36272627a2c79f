// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <map>
#include <optional>

namespace test {

/// What is to happen in a simulated world, in the order of time; at the same time in the order it was planned. One
/// thread.
class Timeline final
{
public:
    void at(core::TimePoint time, std::function<void()> what) { m_plan.emplace(time, std::move(what)); }

    std::optional<core::TimePoint> next() const
    {
        return m_plan.empty() ? std::nullopt : std::optional(m_plan.begin()->first);
    }
    /// Takes the earliest out and does it.
    void doNext()
    {
        const std::function<void()> what = std::move(m_plan.begin()->second);
        m_plan.erase(m_plan.begin());
        what();
    }

private:
    std::multimap<core::TimePoint, std::function<void()>> m_plan;
};

} // namespace test
