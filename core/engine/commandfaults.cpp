// SPDX-License-Identifier: Apache-2.0
#include "core/engine/commandfaults.h"

#include "core/base/faultpoint.h"

namespace core::engine {

namespace {

struct Points
{
    const char *before = nullptr;
    const char *after = nullptr;
};

Points pointsOf(const message::Event &event)
{
    if (std::holds_alternative<message::Prepare>(event))
        return {"prepare.before-commit", "prepare.after-commit"};
    if (std::holds_alternative<message::Submit>(event))
        return {"submit.before-commit", "submit.after-commit"};
    if (std::holds_alternative<message::Abort>(event))
        return {"abort.before-commit", "abort.after-commit"};
    if (std::holds_alternative<message::BranchAnswered>(event))
        return {"branch.before-record", "branch.after-record"};
    if (std::holds_alternative<message::CheckbackAnswered>(event))
        return {nullptr, "checkback.after-record"};
    if (std::holds_alternative<message::Due>(event))
        return {nullptr, "claim.after"};
    return {};
}

bool passes(const Staged &staged, const char *Points::*place)
{
    bool fail = false;
    for (const Command &command : staged.commands) {
        const char *name = pointsOf(command.event).*place;
        fail = (name && faultPoint(name, command.gid.bytes())) || fail;
    }
    return fail;
}

bool finishes(const Staged &staged)
{
    return staged.next && staged.next->finished();
}

} // namespace

bool faultBeforeCommit(const std::vector<Staged> &batch)
{
    if (!faultsAreArmed())
        return false;
    bool fail = false;
    for (const Staged &staged : batch) {
        fail = passes(staged, &Points::before) || fail;
        fail = (finishes(staged) && faultPoint("finish.before", staged.next->gid.bytes())) || fail;
    }
    return fail;
}

void faultAfterCommit(const Staged &written)
{
    if (!faultsAreArmed())
        return;
    passes(written, &Points::after);
    if (finishes(written))
        faultPoint("finish.after", written.next->gid.bytes());
}

} // namespace core::engine
