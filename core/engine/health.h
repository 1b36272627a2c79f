// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <QMetaType>
#include <QString>

namespace core::engine {

/// How the engine is, for status bars and /api/metrics. A value.
struct Health
{
    enum class State {
        Running,
        StoreAway, ///< nothing can be written; requests are answered 503; tried again by itself
        Draining, ///< asked to stop: takes nothing new
        Stopped,
    };
    State state = State::Stopped;
    QString detail; ///< of StoreAway: why, and the remedy
    double commitMs = 0; ///< how long the last commits took until they were on the disk, on average
    int inWork = 0; ///< messages being called right now
    int waiting = 0; ///< events waiting for the loop
    std::int64_t finishedSinceStart = 0;
    std::int64_t takenOverSinceStart = 0; ///< messages that another coordinator, or an earlier run, had left in work
    Millis storeAhead{0}; ///< how far the store's clock is ahead of this computer's; messages are dated by it
    bool holdsLease = true; ///< false: others may take over what is in work here
    friend bool operator==(const Health &, const Health &) = default;
};

} // namespace core::engine

Q_DECLARE_METATYPE(core::engine::Health)
