// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"
#include "core/message/branches.h"
#include "core/store/messagestore.h"

#include <QHash>

namespace core::engine {

/// Who subscribes to what: dtm's category "topics" of the key-value page, kept in memory and written through.
/// Belongs to the store thread.
class Topics final
{
public:
    explicit Topics(store::MessageStore &store, const Clock &clock);

    /// Reads all topics from the store.
    Status load();
    /// Writes first, then remembers. Errors name the field (PROTOCOL §2): empty topic or url, repeated url (Conflict),
    /// unknown url or topic (NotFound "topic not found").
    Status apply(const TopicChange &change);

    message::TopicLookup lookup() const;

private:
    struct Subscriber
    {
        QByteArray url;
        QByteArray remark;
        QString since; ///< RFC 3339, UTC; empty where the row is older than this field
    };
    struct Topic
    {
        QList<Subscriber> subscribers;
        std::int64_t version = 1;
        TimePoint createdAt;
    };

    Status subscribe(const TopicChange &change);
    Status unsubscribe(const TopicChange &change);
    Status remove(const QByteArray &topic);
    Status write(const QByteArray &name, Topic topic);

    store::MessageStore &m_store;
    const Clock &m_clock;
    QHash<QByteArray, Topic> m_topics;
};

} // namespace core::engine
