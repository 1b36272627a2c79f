// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/scenario.h"

namespace core::faults {

/// The file of a scenario, such that parseScenario() reads the same again: its titles and captions, accounts, faults
/// and steps. Line breaks inside a text become spaces. comment: what stands above, without '#'. Pure.
QByteArray scenarioText(const Scenario &scenario, const QByteArrayList &comment = {});

/// One step as it stands in a file: "wait state m1 succeed within 10s".
QByteArray actionText(const Action &action);

} // namespace core::faults
