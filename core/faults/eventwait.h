// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <functional>

namespace core::faults {

class RunControl;

/// Runs this thread's event loop until ready() or until the time is over; whether it became ready. At least one look.
/// A run that is stopped waits no longer.
bool waitUntil(const std::function<bool()> &ready, Millis within, const RunControl &control);

/// Runs this thread's event loop for so long.
void waitFor(Millis time);

} // namespace core::faults
