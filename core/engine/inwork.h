// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/recentmessages.h"
#include "core/engine/workset.h"
#include "core/store/messagestore.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace core::engine {

/// The messages that this coordinator has in work, and those that it prepared lately. Says under which owner and fence
/// each is written. Belongs to the store thread.
class InWork final
{
public:
    /// max: messages being called at once; what comes beyond is stored as due and taken later. What was due takes up at
    /// most half of it, so that however much is due a new message is called at once.
    InWork(GidSource &gids, std::int64_t owner, int max) : m_gids(gids), m_owner(owner), m_max(max) { }

    /// The latest form of a message, without a look at the store; none: not in memory.
    const message::Message *find(const Gid &gid) const;
    int count() const { return static_cast<int>(m_active.size()); }
    /// How many more may be taken of those that are due.
    int roomForDue() const { return std::min(room(), (m_max + 1) / 2 - m_due); }

    /// What a batch has to write. May put off the calls of its messages. Takes their next forms out of the batch: who
    /// commits gives them back.
    std::vector<store::Save> savesOf(WorkSet &batch, TimePoint now);
    /// Its next form was written.
    void noteWritten(Staged &&staged);
    /// It stands otherwise in the store: what memory says of it is old.
    void forget(const Gid &gid);
    /// Whether a message that was prepared here later than that is still neither submitted nor aborted.
    bool hasPreparedSince(TimePoint time) const { return m_prepared.hasNewerThan(time); }
    /// Forgets all that is in work; gives what must be written so that others find it due at once.
    std::vector<store::Save> handBack();

private:
    struct Active
    {
        message::Message message;
        bool wasDue = false; ///< taken because it was due
    };

    int room() const { return m_max - count(); }
    void leave(const Gid &gid);
    store::Save saveOf(Staged &staged) const;
    void shed(Staged &staged, TimePoint now) const;

    GidSource &m_gids;
    const std::int64_t m_owner;
    const int m_max;
    QHash<Gid, Active> m_active;
    int m_due = 0; ///< of the active, those that were due
    RecentMessages m_prepared; ///< so that the submit need not read it again
};

} // namespace core::engine
