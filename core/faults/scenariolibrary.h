// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/scenario.h"

#include <QStringList>

namespace core::faults {

/// The scenarios that are compiled in (resources/scenarios), in the order of their names.
QStringList scenarioNames();

/// One of those by its name, or the file of this path when it ends in ".txt". NotFound, naming those that there are, or
/// Invalid as of parseScenario().
Result<Scenario> loadScenario(const QString &nameOrPath);

} // namespace core::faults
