// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/scenario.h"

namespace core::faults {

/// Reads a scenario file; resources/scenarios/README.md describes the format. Pure. name is the file's, without ".txt".
/// An Invalid error names file and line, what is wrong there and what would be right: "NAME.txt:7: …".
Result<Scenario> parseScenario(const QString &name, const QByteArray &text);

} // namespace core::faults
