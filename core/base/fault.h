// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QList>

#include <chrono>

namespace core {

/// What an armed fault does to the step where it stands.
enum class FaultMode {
    Fail, ///< the step does not happen
    Delay, ///< the step happens later
    Drop, ///< the step happens, and its answer is lost
    Duplicate, ///< the step happens twice
    Crash, ///< the program ends there, without any clean-up
};

/// A named place of the protocol, and what can be armed there.
struct FaultPoint
{
    QByteArray name; ///< "branch.after-answer"
    QList<FaultMode> modes;
};

/// All fault points, in the order of the protocol (RELIABILITY's list).
const QList<FaultPoint> &faultPoints();

/// "fail", "delay", "drop", "duplicate", "crash".
QByteArray faultModeName(FaultMode mode);

/// One armed fault: where, what, and at which passes.
struct Fault
{
    QByteArray point;
    FaultMode mode = FaultMode::Fail;
    std::chrono::milliseconds delay{0}; ///< of Delay
    int skip = 0; ///< passes that are let through first
    int every = 1; ///< then each n-th pass strikes
    int times = 1; ///< strikes until it is over; 0: until it is cleared
    QByteArray gid; ///< only passes of this message; empty: of all
    std::chrono::milliseconds lasts{0}; ///< then it clears itself; 0: it stays
    friend bool operator==(const Fault &, const Fault &) = default;
};

/// Invalid on "point", "mode", "delay", "skip", "every", "times", "gid" or "lasts" when that cannot be armed.
Status checkFault(const Fault &fault);

/// Reads `POINT=MODE[,OPTION…]`, several separated by ';'. MODE is fail, delay:MS, drop, duplicate or crash; an OPTION
/// skip:N, every:N, times:N, always or for:SECONDS; gid:GID comes last. An Invalid error names the part that is wrong.
Result<QList<Fault>> faultsFromText(const QByteArray &text);

/// As faultsFromText() reads it; what has its usual value is left out.
QByteArray faultText(const Fault &fault);

} // namespace core
