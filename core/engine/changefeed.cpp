// SPDX-License-Identifier: Apache-2.0
#include "core/engine/changefeed.h"

namespace core::engine {

void ChangeFeed::watch(bool on)
{
    m_watched = on;
    if (!on)
        take();
}

void ChangeFeed::note(const message::Message &message)
{
    if (!m_watched)
        return;
    if (m_changed.size() < rowsMax || m_changed.contains(message.rowId))
        m_changed.insert(message.rowId, message);
    else
        m_more = true;
}

ChangeFeed::Changes ChangeFeed::take()
{
    Changes changes{.rows = {}, .more = m_more};
    changes.rows.reserve(m_changed.size());
    for (const message::Message &message : std::as_const(m_changed))
        changes.rows.append(store::summaryOf(message));
    m_changed.clear();
    m_more = false;
    return changes;
}

} // namespace core::engine
