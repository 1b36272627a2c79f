// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <cstdint>

namespace core::message {

/// How long to wait after the given number of failed passes in a row (1 or more): interval × 2ⁿ⁻¹, at most cap (but
/// never less than one interval), ±10 % by chance. Never overflows.
Millis backoff(seconds interval, int failuresInRow, Millis cap, std::uint32_t chance);

/// Rounded up to a tenth of a second, so that many rows become due together.
TimePoint roundedDue(TimePoint due);

} // namespace core::message
