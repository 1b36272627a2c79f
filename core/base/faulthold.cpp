// SPDX-License-Identifier: Apache-2.0
#include "core/base/faulthold.h"

#include "core/base/victim.h"

#include <QTimer>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace core {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr std::chrono::milliseconds lookForCrash{50};

class HeldCall;

struct Held
{
    quint64 id = 0;
    QByteArray point;
    QByteArray gid;
    SteadyTime since;
    HeldCall *call = nullptr; ///< of a pass that does not block; else the thread waits for isReleased
    bool isReleased = false;
    std::optional<Strike> as = {};
};

std::mutex heldMutex;
std::condition_variable heldChanged;
std::vector<Held> held;
quint64 lastHeldId = 0;
std::function<void()> heldWatcher;

/// With the mutex held.
Held *findHeld(quint64 id)
{
    const auto found = std::find_if(held.begin(), held.end(), [id](const Held &one) { return one.id == id; });
    return found == held.end() ? nullptr : &*found;
}

void tellHeld()
{
    std::function<void()> watcher;
    {
        const std::lock_guard lock(heldMutex);
        watcher = heldWatcher;
    }
    if (watcher)
        watcher();
}

/// Nothing when there are too many already.
std::optional<quint64> addHeld(const QByteArray &point, const QByteArray &gid, HeldCall *call)
{
    const std::lock_guard lock(heldMutex);
    if (held.size() >= heldPassesMax)
        return std::nullopt;
    held.push_back({++lastHeldId, point, gid, std::chrono::steady_clock::now(), call});
    return lastHeldId;
}

/// What it was released as.
std::optional<Strike> takeHeld(quint64 id)
{
    std::optional<Strike> as;
    {
        const std::lock_guard lock(heldMutex);
        if (const Held *one = findHeld(id))
            as = one->as;
        std::erase_if(held, [id](const Held &one) { return one.id == id; });
    }
    tellHeld();
    return as;
}

/// A held pass of a thread that goes on with other work meanwhile. Lives there as the child of whom the pass is about.
class HeldCall final : public QObject
{
public:
    HeldCall(QObject *context, std::function<void(const std::optional<Strike> &)> go)
        : QObject(context)
        , m_go(std::move(go))
    { }
    ~HeldCall() override
    {
        if (m_id != 0)
            takeHeld(m_id);
    }

    bool begin(const QByteArray &point, const QByteArray &gid)
    {
        const std::optional<quint64> id = addHeld(point, gid, this);
        m_id = id.value_or(0);
        if (!id)
            return false;
        QTimer::singleShot(heldAtMost, this, [this] { end(); });
        tellHeld();
        return true;
    }
    void end()
    {
        if (m_id == 0)
            return;
        const std::optional<Strike> as = takeHeld(std::exchange(m_id, 0));
        deleteLater();
        if (!hasCrashed())
            std::exchange(m_go, {})(as);
    }

private:
    quint64 m_id = 0;
    std::function<void(const std::optional<Strike> &)> m_go;
};

/// With the mutex held. The call's destructor waits for the mutex, so it is there.
void release(Held &one, const std::optional<Strike> &as)
{
    if (std::exchange(one.isReleased, true))
        return;
    one.as = as;
    if (HeldCall *call = one.call)
        QMetaObject::invokeMethod(
            call, [call] { call->end(); }, Qt::QueuedConnection);
}

Status checkRelease(const Held &one, const std::optional<Strike> &as)
{
    if (!as)
        return Done{};
    const FaultPoint *point = findFaultPoint(one.point);
    const bool isEnding = as->mode != FaultMode::Delay && as->mode != FaultMode::Hold && as->mode != FaultMode::Crash;
    if (!isEnding || !point || !point->modes.contains(as->mode))
        return Error::invalid("mode", QStringLiteral("a pass that is held there cannot go on in this way"));
    return checkFault({.point = one.point, .mode = as->mode, .status = as->status});
}

} // namespace

QList<HeldPass> heldPasses()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    const std::lock_guard lock(heldMutex);
    QList<HeldPass> passes;
    for (const Held &one : held) {
        if (!one.isReleased)
            passes.append(
                {one.id, one.point, one.gid, std::chrono::duration_cast<std::chrono::milliseconds>(now - one.since)});
    }
    return passes;
}

Status releaseHeld(quint64 id, const std::optional<Strike> &as)
{
    {
        const std::lock_guard lock(heldMutex);
        Held *one = findHeld(id);
        if (!one || one->isReleased)
            return Error::notFound(QStringLiteral("it is not held any more"));
        if (const Status valid = checkRelease(*one, as); !valid.ok())
            return valid;
        release(*one, as);
        heldChanged.notify_all();
    }
    tellHeld();
    return Done{};
}

void releaseAllHeld()
{
    {
        const std::lock_guard lock(heldMutex);
        for (Held &one : held)
            release(one, {});
        heldChanged.notify_all();
    }
    tellHeld();
}

void watchHeld(std::function<void()> changed)
{
    const std::lock_guard lock(heldMutex);
    heldWatcher = std::move(changed);
}

void passFaultPoint(const char *name, QByteArrayView gid, QObject *context,
                    std::function<void(const std::optional<Strike> &)> go)
{
    const std::optional<Strike> strike = faultStrike(name, gid);
    if (strike && strike->mode == FaultMode::Delay) {
        const auto later = [go = std::move(go)] {
            if (!hasCrashed())
                go({});
        };
        return QTimer::singleShot(strike->delay, context, later);
    }
    if (!strike || strike->mode != FaultMode::Hold)
        return go(strike);
    auto *call = new HeldCall(context, go);
    if (call->begin(name, gid.toByteArray()))
        return;
    delete call;
    go({});
}

namespace detail {

std::optional<Strike> holdHere(const QByteArray &point, const QByteArray &gid)
{
    const std::optional<quint64> id = addHeld(point, gid, nullptr);
    if (!id)
        return std::nullopt;
    tellHeld();
    const SteadyTime end = std::chrono::steady_clock::now() + heldAtMost;
    std::unique_lock lock(heldMutex);
    const auto isOver = [&id] {
        const Held *one = findHeld(*id);
        return !one || one->isReleased;
    };
    while (!isOver() && !hasCrashed() && std::chrono::steady_clock::now() < end)
        heldChanged.wait_for(lock, lookForCrash);
    lock.unlock();
    const std::optional<Strike> as = takeHeld(*id);
    return hasCrashed() ? std::optional(Strike{FaultMode::Crash}) : as;
}

} // namespace detail

} // namespace core
