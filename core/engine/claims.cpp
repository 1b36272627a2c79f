// SPDX-License-Identifier: Apache-2.0
#include "core/engine/claims.h"

#include "core/base/faultpoint.h"

#include <QHash>

#include <algorithm>

namespace core::engine {

using message::Message;

namespace {

/// Whether the store still has it as it was when it was put off. Else it was called, changed or taken by somebody.
bool isStillPutOff(const Message &stored, TimePoint until)
{
    return stored.owner == 0 && stored.dueAt == until;
}

} // namespace

void Claims::wakeAt(TimePoint time)
{
    if (!m_nextDue || time < *m_nextDue)
        m_nextDue = time;
}

void Claims::takeSooner(std::vector<PutOff> messages)
{
    m_sooner.insert(m_sooner.end(), std::make_move_iterator(messages.begin()), std::make_move_iterator(messages.end()));
}

std::vector<Message> Claims::take(TimePoint now, int room)
{
    if (room <= 0 || !next() || *next() > now || !m_commits.mayUse(now))
        return {};
    if (faultPoint("claim.before")) // crashed
        return {};
    const int limit = std::min(m_options.atOnceMax, room);
    std::vector<Message> taken;
    if (m_nextDue && *m_nextDue <= now)
        taken = takeDue(now, limit);
    takePutOff(taken, limit - static_cast<int>(taken.size()));
    return taken;
}

std::vector<Message> Claims::takeDue(TimePoint now, int limit)
{
    Result<std::vector<Message>> due = m_store.due(now, m_options.owner, limit);
    if (!due.ok()) {
        m_commits.failed(due.error().detail, now);
        return {};
    }
    if (static_cast<int>(due->size()) < limit)
        lookAhead(now);
    return std::move(*due);
}

/// All that was due is taken: when will there be more?
void Claims::lookAhead(TimePoint now)
{
    const Result<std::optional<TimePoint>> next = m_store.nextDue(now);
    if (!next.ok())
        return m_commits.failed(next.error().detail, now);
    m_nextDue = *next;
    if (m_lease.isShared())
        wakeAt(now + m_options.lookAgain);
}

/// What cannot be read now is not lost: it is due in its own time.
void Claims::takePutOff(std::vector<Message> &taken, int limit)
{
    QHash<Gid, TimePoint> putOff;
    for (; limit > 0 && !m_sooner.empty(); --limit) {
        putOff.insert(m_sooner.front().gid, m_sooner.front().until);
        m_sooner.pop_front();
    }
    if (putOff.isEmpty())
        return;
    Result<std::vector<Message>> stored = m_store.load(putOff.keys());
    if (!stored.ok())
        return;
    for (Message &message : *stored) {
        if (isStillPutOff(message, putOff.value(message.gid)))
            taken.push_back(std::move(message));
    }
}

std::optional<TimePoint> Claims::next() const
{
    return m_sooner.empty() ? m_nextDue : TimePoint();
}

} // namespace core::engine
