// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/recentmessages.h"
#include "core/engine/workset.h"
#include "core/store/messagestore.h"

#include <QHash>

#include <vector>

namespace core::engine {

/// The messages that this coordinator has in work, and those that it prepared lately. Says under which owner and fence
/// each is written. Belongs to the store thread.
class InWork final
{
public:
    /// max: messages being called at once; what comes beyond is stored as due and taken later.
    InWork(GidSource &gids, std::int64_t owner, int max) : m_gids(gids), m_owner(owner), m_max(max) { }

    /// The latest form of a message, without a look at the store; none: not in memory.
    const message::Message *find(const Gid &gid) const;
    int count() const { return static_cast<int>(m_active.size()); }
    int room() const { return m_max - count(); }

    /// What a batch has to write. May put off the calls of its messages.
    std::vector<store::Save> savesOf(WorkSet &batch, TimePoint now);
    /// Its next form was written.
    void noteWritten(const Staged &staged);
    /// It stands otherwise in the store: what memory says of it is old.
    void forget(const Gid &gid);
    /// Forgets all that is in work; gives what must be written so that others find it due at once.
    std::vector<store::Save> handBack();

private:
    store::Save saveOf(Staged &staged) const;
    void shed(Staged &staged, TimePoint now) const;

    GidSource &m_gids;
    const std::int64_t m_owner;
    const int m_max;
    QHash<Gid, message::Message> m_active;
    RecentMessages m_prepared; ///< so that the submit need not read it again
};

} // namespace core::engine
