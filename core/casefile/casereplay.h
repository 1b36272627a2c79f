// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/casefile/case.h"

namespace core::casefile {

/// How a replay went.
struct Replay
{
    message::Message message; ///< as it stands at the end
    QList<message::Attempt> attempts; ///< those that the engine kept
    bool isPastRecord = false; ///< it asked for more than the record has an answer to: there the record ends
    Millis told{0}; ///< from prepare to end, by the message's own time
    Millis took{0}; ///< by the clock on the wall
};

/// What differs between the record and its replay.
enum class ReplayDifference { State, BranchesDone, Calls, Verdicts };

/// In the order of ReplayDifference; none: both tell the same. Times are not compared: they are the machine's. Pure.
QList<ReplayDifference> differencesOf(const Case &recorded, const Replay &replay);

/// Runs the case's message once more: on an engine of its own with a store in a folder that is removed afterwards, on a
/// clock that leaps from event to event. Sender and receivers are played: each call is answered with the verdict that
/// the record has for it, and where a first success was not kept, with a success. Operators' orders come when they
/// came. No socket is opened: nothing that the case names can be reached. Blocks for about as long as the store needs
/// to commit each step; any thread. Unavailable when there is no room for the store.
Result<Replay> replayCase(const Case &recorded);

} // namespace core::casefile
