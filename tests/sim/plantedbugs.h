// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/world.h"

namespace test {

/// A known fault of coordinators, put into ours from outside: its store or its judge errs.
struct PlantedBug
{
    const char *name;
    SimulationParts parts;
};

std::vector<PlantedBug> plantedBugs();

} // namespace test
