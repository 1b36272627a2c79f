// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/fault.h"

#include <QByteArrayView>

#include <atomic>
#include <functional>

namespace core {

/// Arms the faults in place of all that were armed before. An Invalid error as of checkFault(); then nothing changes.
/// Several may stand at one point: the first that strikes counts.
Status armFaults(const QList<Fault> &faults);
/// faultsFromText() and armFaults(). Only a program started with --test-mode, or the console's fault lab, calls these.
Status armFaultPoints(const QByteArray &text);
void disarmFaultPoints();

/// An armed fault, and how often it struck.
struct ArmedFault
{
    Fault fault;
    int strikes = 0;
    std::chrono::milliseconds left{0}; ///< until it clears itself; 0: it stays
};
/// Those that are not over yet, in the order they were armed.
QList<ArmedFault> armedFaults();

/// What a fault does to the pass that it struck.
struct Strike
{
    FaultMode mode;
    std::chrono::milliseconds delay;
};

/// Called on the thread that passed a point, after each strike; for screens that tell. Nothing: nobody is told.
using StrikeWatcher = std::function<void(const QByteArray &point, const QByteArray &gid, FaultMode mode)>;
void watchStrikes(StrikeWatcher watcher);

/// What Crash does, on the thread that passed; without one the process ends with SIGKILL. A program that holds more
/// than one victim, such as the console, drops the one that stands behind this point; what passed then fails.
using Crasher = std::function<void(const QByteArray &point)>;
void setCrasher(Crasher crasher);

namespace detail {
extern std::atomic<bool> anyFaultArmed;
std::optional<Strike> strikeAt(const char *name, QByteArrayView gid);
bool strikeFaultPoint(const char *name, QByteArrayView gid);
} // namespace detail

/// Whether any is armed; false costs one relaxed load.
inline bool faultsAreArmed()
{
    return detail::anyFaultArmed.load(std::memory_order_relaxed);
}

/// A named place where a step may be made to fail, to last, or to end the program. A delay is slept through here, a
/// crash does not return where it ends the process. Any thread. True means "fail here", or "lose the answer"; false,
/// the answer while nothing is armed, costs one relaxed load.
inline bool faultPoint(const char *name, QByteArrayView gid = {})
{
    return faultsAreArmed() && detail::strikeFaultPoint(name, gid);
}

/// The same for a place that must not block: a delay, or a step that is to happen twice, is told to the caller.
inline std::optional<Strike> faultStrike(const char *name, QByteArrayView gid = {})
{
    return faultsAreArmed() ? detail::strikeAt(name, gid) : std::nullopt;
}

} // namespace core
