// SPDX-License-Identifier: Apache-2.0
#include "core/engine/inwork.h"

namespace core::engine {

using message::Message;
using store::Save;

namespace {

bool isCallEffect(const Staged::Owed &owed)
{
    return std::holds_alternative<message::CallBranch>(owed.effect)
        || std::holds_alternative<message::AskSender>(owed.effect);
}

bool wasDue(const Staged &staged)
{
    return std::holds_alternative<message::Due>(staged.commands.front().event);
}

} // namespace

const Message *InWork::find(const Gid &gid) const
{
    const auto active = m_active.constFind(gid);
    return active != m_active.cend() ? &active->message : m_prepared.find(gid);
}

std::vector<Save> InWork::savesOf(WorkSet &batch, TimePoint now)
{
    std::vector<Save> saves;
    saves.reserve(batch.all().size());
    int starting = 0;
    for (Staged &staged : batch.all()) {
        if (!staged.next)
            continue;
        const bool starts = staged.next->inWork() && !m_active.contains(staged.gid);
        if (starts && starting++ >= room())
            shed(staged, now);
        saves.push_back(saveOf(staged));
    }
    return saves;
}

Save InWork::saveOf(Staged &staged) const
{
    Message &next = *staged.next;
    next.owner = next.inWork() ? m_owner : 0;
    if (!staged.stored) {
        next.rowId = m_gids.newRowId();
        next.fence = 1;
    } else if (staged.stored->owner != m_owner) {
        next.fence = staged.stored->fence + 1;
    }
    for (message::Attempt &attempt : staged.attempts)
        attempt.messageRowId = next.rowId;
    const std::optional<Message> &stored = staged.stored;
    const bool dueChanged = !stored || stored->dueAt != next.dueAt;
    const bool submittedChanged = !stored || stored->submittedAt != next.submittedAt;
    return {.message = std::move(next),
            .isNew = !stored,
            .contentChanged = staged.contentChanged,
            .expectedFence = stored ? stored->fence : 0,
            .dueChanged = dueChanged,
            .submittedChanged = submittedChanged,
            .attempts = std::move(staged.attempts)};
}

/// Too much is in work: the message is stored as due and called when there is room.
void InWork::shed(Staged &staged, TimePoint now) const
{
    staged.next->inFlight.clear();
    staged.next->asking = false;
    staged.next->dueAt = now;
    staged.owed.removeIf(isCallEffect);
}

void InWork::noteWritten(Staged &&staged)
{
    Message &next = *staged.next;
    if (next.state == message::State::Prepared && !next.inWork())
        m_prepared.remember(next);
    else
        m_prepared.forget(staged.gid);
    if (!next.inWork())
        return leave(staged.gid);
    if (const auto active = m_active.find(staged.gid); active != m_active.end()) {
        active->message = std::move(next);
        return;
    }
    const bool due = wasDue(staged);
    m_active.emplace(staged.gid, Active{std::move(next), due});
    m_due += due ? 1 : 0;
}

void InWork::leave(const Gid &gid)
{
    const auto active = m_active.constFind(gid);
    if (active == m_active.cend())
        return;
    m_due -= active->wasDue ? 1 : 0;
    m_active.erase(active);
}

void InWork::forget(const Gid &gid)
{
    leave(gid);
    m_prepared.forget(gid);
}

std::vector<Save> InWork::handBack()
{
    std::vector<Save> saves;
    m_due = 0;
    for (const Active &active : std::exchange(m_active, {})) {
        Save save{.message = active.message, .expectedFence = active.message.fence};
        save.message.owner = 0;
        saves.push_back(std::move(save));
    }
    return saves;
}

} // namespace core::engine
