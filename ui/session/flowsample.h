// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>

namespace ui {

/// The messages that are not finished, at one moment.
struct Backlog
{
    std::int64_t prepared = 0;
    std::int64_t submitted = 0;
    std::int64_t retrying = 0; ///< of both
    std::int64_t stalled = 0; ///< of both
    std::optional<core::Millis> oldestUnfinished; ///< its age; none: there is none
    std::optional<core::Millis> oldestPrepared;

    std::int64_t waiting() const { return prepared + submitted; }
    friend bool operator==(const Backlog &, const Backlog &) = default;
};

/// What came through the engine in one step of time, and what waited at its end.
struct FlowSample
{
    core::TimePoint at; ///< the end of the step
    double submitted = 0; ///< a second, as the next three
    double succeedAtOnce = 0;
    double succeedLater = 0; ///< after a retry or a checkback
    double failed = 0;
    std::optional<double> p50; ///< time to succeed in milliseconds; none: nothing succeeded
    std::optional<double> p95;
    std::optional<double> p99;
    std::optional<Backlog> backlog; ///< none: the store could not be read
    bool afterGap = false; ///< nothing was sampled for a while before: the computer slept

    double finished() const { return succeedAtOnce + succeedLater + failed; }
};

} // namespace ui
