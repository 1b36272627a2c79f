// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

namespace ui {

/// What bounds the engine's retries, changed while it runs.
struct EngineLimits
{
    core::seconds retryCap{600}; ///< the longest wait for a retry
    int stalledAfter = 10; ///< failures in a row
    friend bool operator==(const EngineLimits &, const EngineLimits &) = default;

    static constexpr core::seconds retryCapMin{1};
    static constexpr core::seconds retryCapMax{30 * 24 * 3600}; ///< PROTOCOL §6: intervals
    static constexpr int stalledAfterMax = 1000;
};

/// Invalid on "retryCap" or "stalledAfter" when it is out of range. Pure.
core::Status checkLimits(const EngineLimits &limits);

} // namespace ui
