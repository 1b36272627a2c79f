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
    Answer, ///< the step does not happen, and a status of choice is answered
    Hold, ///< the step waits until somebody says how it goes on
    Crash, ///< the program ends there, without any clean-up
};

/// A named place of the protocol, and what can be armed there.
struct FaultPoint
{
    QByteArray name; ///< "branch.after-answer"
    QList<FaultMode> modes;
};

/// All fault points, in the order of the protocol (RELIABILITY's list). Those that begin with "participant" stand for
/// sender and receiver alike; each of these has points of its own at the same places.
const QList<FaultPoint> &faultPoints();
/// Null for an unknown name.
const FaultPoint *findFaultPoint(const QByteArray &name);

/// "fail", "delay", "drop", "duplicate", "answer", "hold", "crash".
QByteArray faultModeName(FaultMode mode);

/// One armed fault: where, what, and at which passes.
struct Fault
{
    QByteArray point;
    FaultMode mode = FaultMode::Fail;
    std::chrono::milliseconds delay{0}; ///< of Delay
    int status = 500; ///< of Answer: what HTTP says, 200 to 599
    int skip = 0; ///< passes that are let through first
    int every = 1; ///< then each n-th pass strikes
    int times = 1; ///< strikes until it is over; 0: until it is cleared
    QByteArray gid; ///< only passes of this message; empty: of all
    std::chrono::milliseconds lasts{0}; ///< then it clears itself; 0: it stays
    friend bool operator==(const Fault &, const Fault &) = default;
};

/// Invalid on "point", "mode", "delay", "status", "skip", "every", "times", "gid" or "lasts" when that cannot be
/// armed.
Status checkFault(const Fault &fault);

/// Reads `POINT=MODE[,OPTION…]`, several separated by ';'. MODE is fail, delay:MS, drop, duplicate, answer:STATUS,
/// hold or crash; an OPTION skip:N, every:N, times:N, always or for:SECONDS; gid:GID comes last. An Invalid error names
/// the part that is wrong.
Result<QList<Fault>> faultsFromText(const QByteArray &text);

/// As faultsFromText() reads it; what has its usual value is left out.
QByteArray faultText(const Fault &fault);

/// The body of an answer that a fault makes up: dtm_result SUCCESS with 200, FAILURE with 409, ONGOING with 425, else a
/// message alone, of which nobody can conclude anything (PROTOCOL §4).
QByteArray faultAnswerBody(int status);

} // namespace core
