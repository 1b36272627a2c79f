// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"

namespace bench {

/// A submitted transfer of one branch, due and called at once. at: when it was made; the engine has one time for a
/// whole batch.
core::store::Save newMessage(std::int64_t id, core::TimePoint at);

/// The same message five milliseconds later, as its branch's success is saved.
core::store::Save finished(const core::store::Save &save);

/// Ends the program, with the reason, unless all of the batch was written.
void commitOrDie(core::store::MessageStore &store, const std::vector<core::store::Save> &batch);

struct Filling
{
    std::int64_t firstId = 1; ///< the ids follow each other
    std::int64_t count = 0;
    core::TimePoint start; ///< the message with id n was made n milliseconds after it
    bool leaveDue = false; ///< unfinished and due; else finished
};
/// Writes so many messages, a few thousand in a commit.
void fill(core::store::MessageStore &store, const Filling &filling);

} // namespace bench
