// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/scenario.h"

namespace core::faults {

/// Story files keep waits short: their transfers carry time-outs and intervals of a few seconds, as any sender may give
/// them, in place of the usual 35 s until a checkback and 10 s until a retry. Nothing is faked for that; the clocks are
/// those of the machine. The slow pace is near the usual time-outs.
inline constexpr int slowPace = 10;

/// The scenario with everything that lasts made so many times longer: the time-outs of transfers, the delays of faults,
/// waits and their limits. What the programs have built in stays as it is: 3 s for a call whose transfer says nothing,
/// 2 s of a barrier for a lock, 10 s of a coordinator's lease. Pure.
Scenario atPace(Scenario scenario, int factor);

/// The factor that this scenario can be played at, at most slowPace: a sender waits ten seconds for its coordinator's
/// answer, so a fault that holds it up must stay below.
int slowestPace(const Scenario &scenario);

} // namespace core::faults
