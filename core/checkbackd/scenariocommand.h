// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checkbackd/example.h"
#include "core/checkbackd/narrator.h"
#include "core/checkbackd/options.h"

namespace core::checkbackd {

/// Prints the names and titles of all scenarios; gives the exit code.
int listScenarios(const Narrator &narrator);

/// Plays a scenario, by its name or the path of its file, and tells its story; exitGood only if every expectation and
/// every invariant holds.
int playScenario(const QString &nameOrPath, const Options &options, const std::optional<store::StoreAddress> &store,
                 const ExampleBanks &banks, const Narrator &narrator);

} // namespace core::checkbackd
