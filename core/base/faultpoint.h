// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QList>

#include <atomic>

namespace core {

/// The names of all fault points, in the order of the protocol. Arming any other name is refused.
QList<QByteArray> faultPointNames();

/// Arms fault points from text: `name=kill|fail|delay:MS[,N]`, several separated by ';'. N is how many passes are let
/// through before it strikes (0 when left out); fail and delay strike once, kill ends the process with SIGKILL.
/// Only a program started with --test-mode calls this. An Invalid error names the part that is wrong; then nothing is
/// armed.
Status armFaultPoints(const QByteArray &text);
void disarmFaultPoints();

namespace detail {
extern std::atomic<bool> anyFaultArmed;
bool strikeFaultPoint(const char *name);
} // namespace detail

/// Whether any is armed; false costs one relaxed load.
inline bool faultsAreArmed()
{
    return detail::anyFaultArmed.load(std::memory_order_relaxed);
}

/// A named place where a test may kill the process, make the step fail or delay it. Any thread.
/// True means "fail here"; false, the answer while nothing is armed, costs one relaxed load.
inline bool faultPoint(const char *name)
{
    return faultsAreArmed() && detail::strikeFaultPoint(name);
}

} // namespace core
