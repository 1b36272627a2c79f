// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/world.h"

namespace test {

/// One simulated run: senders, receivers and coordinators with faults for a while, then until all is at rest.
/// Everything in it follows from the seed. Empty when every invariant held; else the violation, with the command that
/// repeats it.
QString simulate(std::uint64_t seed, const SimulationParts &parts = {});

/// Runs seeds from … from + count − 1 on all processors. The first violation found ends it; empty when there is none.
QString simulateAll(std::uint64_t from, std::uint64_t count, const SimulationParts &parts = {});

} // namespace test
