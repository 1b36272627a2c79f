// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"

#include "core/base/faulthold.h"
#include "core/base/log.h"
#include "core/base/victim.h"

#include <algorithm>
#include <csignal>
#include <mutex>
#include <thread>
#include <vector>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace core {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

struct Armed
{
    Fault fault;
    SteadyTime since;
    int id = 0;
    int passes = 0;
    int strikes = 0;

    bool isOver(SteadyTime now) const
    {
        return (fault.times > 0 && strikes >= fault.times) || (fault.lasts.count() > 0 && now - since >= fault.lasts);
    }

    /// Counts a pass; whether it strikes.
    bool pass()
    {
        ++passes;
        const int after = passes - fault.skip;
        if (after <= 0 || (after - 1) % fault.every != 0)
            return false;
        ++strikes;
        return true;
    }
};

constexpr std::chrono::milliseconds sleepSlice{20}; ///< so that who crashed meanwhile does not sleep on

std::mutex mutex;
std::vector<Armed> armed;
int lastId = 0;
StrikeWatcher strikeWatcher;
PassWatcher passWatcher;
QByteArray watchedGid;
Crasher crasher;

[[noreturn]] void dieAtOnce()
{
#ifdef Q_OS_UNIX
    ::kill(::getpid(), SIGKILL);
#endif
    std::_Exit(137);
}

/// With the mutex held.
void switchOnOrOff()
{
    detail::areFaultsOn = !armed.empty() || passWatcher;
}

/// With the mutex held.
void forgetWhatIsOver()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    std::erase_if(armed, [now](const Armed &one) { return one.isOver(now); });
    switchOnOrOff();
}

std::optional<Fault> strikeOf(const char *name, QByteArrayView gid)
{
    const std::lock_guard lock(mutex);
    forgetWhatIsOver();
    for (Armed &one : armed) {
        const bool isMeant = one.fault.point == name && (one.fault.gid.isEmpty() || gid == one.fault.gid);
        if (!isMeant || !one.pass())
            continue;
        const Fault fault = one.fault;
        forgetWhatIsOver();
        return fault;
    }
    return std::nullopt;
}

void crash(const QByteArray &point)
{
    if (const std::shared_ptr<Victim> victim = victimOfThread())
        return victim->crash(point);
    Crasher act;
    {
        const std::lock_guard lock(mutex);
        act = crasher;
    }
    if (!act)
        dieAtOnce();
    act(point);
}

void tellPass(const char *name, QByteArrayView gid)
{
    PassWatcher watcher;
    {
        const std::lock_guard lock(mutex);
        if (passWatcher && gid == watchedGid)
            watcher = passWatcher;
    }
    if (watcher)
        watcher(name);
}

void sleepThrough(std::chrono::milliseconds delay)
{
    const SteadyTime end = std::chrono::steady_clock::now() + delay;
    for (SteadyTime now = std::chrono::steady_clock::now(); now < end && !hasCrashed();
         now = std::chrono::steady_clock::now())
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(sleepSlice, end - now));
}

void tell(const QByteArray &point, QByteArrayView gid, FaultMode mode)
{
    qCWarning(lcBase).nospace() << "fault point=" << point << " mode=" << faultModeName(mode);
    StrikeWatcher watcher;
    {
        const std::lock_guard lock(mutex);
        watcher = strikeWatcher;
    }
    if (watcher)
        watcher(point, gid.toByteArray(), mode);
}

} // namespace

namespace detail {

std::atomic<bool> areFaultsOn{false};

std::optional<Strike> strikeAt(const char *name, QByteArrayView gid)
{
    if (hasCrashed())
        return Strike{FaultMode::Crash};
    tellPass(name, gid);
    const std::optional<Fault> fault = strikeOf(name, gid);
    if (!fault)
        return std::nullopt;
    tell(fault->point, gid, fault->mode);
    if (fault->mode == FaultMode::Crash)
        crash(fault->point);
    return Strike{fault->mode, fault->delay, fault->status};
}

std::optional<Strike> outcomeAt(const char *name, QByteArrayView gid)
{
    std::optional<Strike> strike = strikeAt(name, gid);
    if (strike && strike->mode == FaultMode::Hold)
        strike = holdHere(name, gid.toByteArray());
    if (!strike || strike->mode != FaultMode::Delay)
        return strike;
    sleepThrough(strike->delay);
    return hasCrashed() ? std::optional(Strike{FaultMode::Crash}) : std::nullopt;
}

} // namespace detail

Status armFaults(const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        if (const Status checked = checkFault(fault); !checked.ok())
            return checked.error();
    }
    const SteadyTime now = std::chrono::steady_clock::now();
    const std::lock_guard lock(mutex);
    armed.clear();
    for (const Fault &fault : faults)
        armed.push_back(Armed{fault, now, ++lastId});
    switchOnOrOff();
    return Done{};
}

Result<int> armFault(const Fault &fault)
{
    if (const Status checked = checkFault(fault); !checked.ok())
        return checked.error();
    const std::lock_guard lock(mutex);
    forgetWhatIsOver();
    if (armed.size() >= armedFaultsMax)
        return Error::conflict(QStringLiteral("%1 faults are armed: clear some first").arg(armedFaultsMax));
    armed.push_back(Armed{fault, std::chrono::steady_clock::now(), ++lastId});
    switchOnOrOff();
    return lastId;
}

bool disarmFault(int id)
{
    const std::lock_guard lock(mutex);
    const bool wasArmed = std::erase_if(armed, [id](const Armed &one) { return one.id == id; }) > 0;
    switchOnOrOff();
    return wasArmed;
}

Status armFaultPoints(const QByteArray &text)
{
    const Result<QList<Fault>> faults = faultsFromText(text);
    return faults.ok() ? armFaults(*faults) : Status(faults.error());
}

void disarmFaultPoints()
{
    const std::lock_guard lock(mutex);
    armed.clear();
    switchOnOrOff();
}

QList<ArmedFault> armedFaults()
{
    const std::lock_guard lock(mutex);
    forgetWhatIsOver();
    const SteadyTime now = std::chrono::steady_clock::now();
    QList<ArmedFault> list;
    for (const Armed &one : armed) {
        const auto left = one.fault.lasts.count() == 0
            ? std::chrono::milliseconds(0)
            : one.fault.lasts - std::chrono::duration_cast<std::chrono::milliseconds>(now - one.since);
        list.append({one.fault, one.id, one.strikes, left});
    }
    return list;
}

void watchStrikes(StrikeWatcher watcher)
{
    const std::lock_guard lock(mutex);
    strikeWatcher = std::move(watcher);
}

void watchPasses(const QByteArray &gid, PassWatcher watcher)
{
    const std::lock_guard lock(mutex);
    watchedGid = gid;
    passWatcher = std::move(watcher);
    switchOnOrOff();
}

void setCrasher(Crasher act)
{
    const std::lock_guard lock(mutex);
    crasher = std::move(act);
}

} // namespace core
