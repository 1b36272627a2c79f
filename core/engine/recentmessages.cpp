// SPDX-License-Identifier: Apache-2.0
#include "core/engine/recentmessages.h"

#include <algorithm>

namespace core::engine {

void RecentMessages::remember(const message::Message &message)
{
    const auto isLarge = [](const message::Step &step) { return step.payload.size() > payloadBytesMax; };
    const QList<message::Step> &steps = message.content->steps;
    if (steps.size() > stepsMax || std::any_of(steps.cbegin(), steps.cend(), isLarge))
        return;
    if (!m_messages.contains(message.gid))
        m_order.push_back(message.gid);
    m_messages.insert(message.gid, message);
    while (m_order.size() > messagesMax) {
        m_messages.remove(m_order.front());
        m_order.pop_front();
    }
}

bool RecentMessages::hasNewerThan(TimePoint time) const
{
    return std::any_of(m_messages.cbegin(), m_messages.cend(),
                       [time](const message::Message &message) { return message.createdAt > time; });
}

} // namespace core::engine
