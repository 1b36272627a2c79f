// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/message.h"

#include <QHash>

#include <deque>

namespace core::engine {

/// The latest form of messages that will likely be needed again soon; the oldest go first. Only a saving of reads: what
/// is decided on one of them is written by its fence, so a form that became old is found out at the commit. Belongs to
/// the store thread.
class RecentMessages final
{
public:
    static constexpr std::size_t messagesMax = 8192;
    static constexpr qsizetype stepsMax = 8; ///< larger messages are not remembered
    static constexpr qsizetype payloadBytesMax = 4096; ///< of one step

    /// none when it is not remembered.
    const message::Message *find(const Gid &gid) const
    {
        const auto found = m_messages.constFind(gid);
        return found == m_messages.cend() ? nullptr : &*found;
    }
    void remember(const message::Message &message);
    void forget(const Gid &gid) { m_messages.remove(gid); }
    /// Whether one of them was created later than that.
    bool hasNewerThan(TimePoint time) const;

private:
    QHash<Gid, message::Message> m_messages;
    std::deque<Gid> m_order; ///< may name some that are forgotten
};

} // namespace core::engine
