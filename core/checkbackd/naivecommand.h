// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checkbackd/narrator.h"
#include "core/checkbackd/options.h"

namespace core::checkbackd {

/// `run naive [FAILURE]`: sends the same transfers into the same failure without and with a coordinator, and tells what
/// each way lost; without a FAILURE into each of them. exitGood when each failure cost what it has to: naive transfers
/// lose money or credit it twice, two-phase messages neither.
int playNaive(const Options &options, const Narrator &narrator);

/// Whether a name on the command line means this.
bool isNaive(const QString &name);

} // namespace core::checkbackd
