// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checkbackd/options.h"

namespace core::checkbackd {

/// The option --faults-from-stdin.
OptionSpec faultOrdersOption();

/// With that option, which comes with --test-mode alone: from now on each line of standard input arms the faults that
/// it names, as CHECKBACK_FAULTS has them, in place of all that were armed; an empty line disarms all. Answered by a
/// line of standard output, "faults armed" or "faults refused: WHY". A thread of its own reads, until the input ends.
void takeFaultOrders(const Options &options);

} // namespace core::checkbackd
