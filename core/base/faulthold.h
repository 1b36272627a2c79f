// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/faultpoint.h"

#include <QObject>

namespace core {

/// A pass that waits at its point until somebody says how it goes on.
struct HeldPass
{
    quint64 id = 0; ///< grows
    QByteArray point;
    QByteArray gid;
    std::chrono::milliseconds age{0};
    friend bool operator==(const HeldPass &, const HeldPass &) = default;
};

inline constexpr int heldPassesMax = 16; ///< what comes beyond goes on unheld
inline constexpr std::chrono::seconds heldAtMost{60}; ///< then a pass goes on by itself

/// The oldest first. Any thread, as all functions here.
QList<HeldPass> heldPasses();
/// Lets a pass go on: as it would have, or as a fault of this mode would have made it (Fail, Drop, Duplicate, Answer,
/// where its point can). NotFound when it is not held any more; Invalid where the point cannot do that.
Status releaseHeld(quint64 id, const std::optional<Strike> &as = {});
/// All go on as they would have.
void releaseAllHeld();
/// Called on any thread whenever heldPasses() tells something else.
void watchHeld(std::function<void()> changed);

/// Passes a point at a place that must not block. `go` is called on this thread, at once where nothing strikes, else
/// when the delay or the hold is over; not once context, which lives on this thread, is gone. What it gets is what the
/// fault makes of the step; nothing: it goes on as it would have.
void passFaultPoint(const char *name, QByteArrayView gid, QObject *context,
                    std::function<void(const std::optional<Strike> &)> go);

namespace detail {
/// Holds this thread.
std::optional<Strike> holdHere(const QByteArray &point, const QByteArray &gid);
} // namespace detail

} // namespace core
