// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <functional>

namespace core::faults {

/// Runs this thread's event loop until ready() or until the time is over; whether it became ready. At least one look.
bool waitUntil(const std::function<bool()> &ready, Millis within);

/// Runs this thread's event loop for so long.
void waitFor(Millis time);

} // namespace core::faults
