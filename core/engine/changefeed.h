// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagereader.h"

#include <QHash>

namespace core::engine {

/// Remembers which messages changed, in their latest form, until somebody takes them. Bounded; off until somebody
/// watches. Belongs to the store thread.
class ChangeFeed final
{
public:
    static constexpr int rowsMax = 2000;

    struct Changes
    {
        QList<store::Summary> rows;
        bool more = false; ///< some were left out: read the page again
    };

    void watch(bool on);
    bool isEmpty() const { return m_changed.isEmpty() && !m_more; }
    void note(const message::Message &message);
    Changes take();

private:
    bool m_watched = false;
    bool m_more = false;
    QHash<std::int64_t, message::Message> m_changed;
};

} // namespace core::engine
