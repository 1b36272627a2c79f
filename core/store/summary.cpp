// SPDX-License-Identifier: Apache-2.0
#include "core/store/messagereader.h"

#include <algorithm>

namespace core::store {

Summary summaryOf(const message::Message &message)
{
    Summary summary;
    summary.rowId = message.rowId;
    summary.gid = message.gid.bytes();
    summary.state = message.state;
    summary.stalled = message.stalled;
    summary.overridden = message.overridden;
    summary.attempts = message.attempts;
    summary.failuresInRow = message.failuresInRow;
    summary.branches = static_cast<int>(message.content->branches.size());
    summary.branchesDone = static_cast<int>(std::count(message.branchDone.begin(), message.branchDone.end(), true));
    if (!message.content->branches.isEmpty())
        summary.firstUrl = message.content->branches.first().url;
    if (!message.content->steps.isEmpty())
        summary.firstPayload = message.content->steps.first().payload.left(summaryPayloadMax);
    summary.lastError = message.lastError;
    summary.createdAt = message.createdAt;
    summary.updatedAt = message.updatedAt;
    summary.finishedAt = message.finishedAt;
    summary.dueAt = message.dueAt;
    return summary;
}

} // namespace core::store
