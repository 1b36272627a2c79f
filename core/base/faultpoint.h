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
/// Arms one more; gives the number by which it is disarmed. Conflict when armedFaultsMax are armed.
Result<int> armFault(const Fault &fault);
/// False: it is over already.
bool disarmFault(int id);
/// faultsFromText() and armFaults(). Only a program started with --test-mode, or the console's fault lab, arms
/// anything.
Status armFaultPoints(const QByteArray &text);
void disarmFaultPoints();

inline constexpr int armedFaultsMax = 64;

/// An armed fault, and how often it struck.
struct ArmedFault
{
    Fault fault;
    int id = 0; ///< of disarmFault()
    int strikes = 0;
    std::chrono::milliseconds left{0}; ///< until it clears itself; 0: it stays
};
/// Those that are not over yet, in the order they were armed.
QList<ArmedFault> armedFaults();

/// What a fault does to the pass that it struck.
struct Strike
{
    FaultMode mode = FaultMode::Fail;
    std::chrono::milliseconds delay{0};
    int status = 500;
    friend bool operator==(const Strike &, const Strike &) = default;
};

/// Called on the thread that passed a point, after each strike; for screens that tell. Nothing: nobody is told.
using StrikeWatcher = std::function<void(const QByteArray &point, const QByteArray &gid, FaultMode mode)>;
void watchStrikes(StrikeWatcher watcher);
/// Called on the thread that passes a point, at each point of this message, whether anything is armed there or not; for
/// a screen that draws how far it came. Nothing: nobody is told.
using PassWatcher = std::function<void(const QByteArray &point)>;
void watchPasses(const QByteArray &gid, PassWatcher watcher);

/// What Crash does on a thread that belongs to no Victim (core/base/victim.h); without one the process ends with
/// SIGKILL.
using Crasher = std::function<void(const QByteArray &point)>;
void setCrasher(Crasher crasher);

namespace detail {
extern std::atomic<bool> areFaultsOn;
std::optional<Strike> strikeAt(const char *name, QByteArrayView gid);
std::optional<Strike> outcomeAt(const char *name, QByteArrayView gid);
} // namespace detail

/// Whether any is armed, or passes are watched; false costs one relaxed load.
inline bool faultsAreArmed()
{
    return detail::areFaultsOn.load(std::memory_order_relaxed);
}

/// A named place where a step may be made to fail, to last, or to end the program. A delay is slept through here and a
/// hold waited for; a crash does not return where it ends the process. What is left of the strike is what the step must
/// do instead; nothing, the answer while nothing is armed, costs one relaxed load. Any thread.
inline std::optional<Strike> faultOutcome(const char *name, QByteArrayView gid = {})
{
    return faultsAreArmed() ? detail::outcomeAt(name, gid) : std::nullopt;
}

/// The same where all that is left means "fail here", or "lose the answer".
inline bool faultPoint(const char *name, QByteArrayView gid = {})
{
    return faultsAreArmed() && detail::outcomeAt(name, gid).has_value();
}

/// The same, told at once and whole: for a place that must not block, see passFaultPoint() (core/base/faulthold.h).
inline std::optional<Strike> faultStrike(const char *name, QByteArrayView gid = {})
{
    return faultsAreArmed() ? detail::strikeAt(name, gid) : std::nullopt;
}

} // namespace core
