// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"
#include "core/message/branches.h"
#include "core/store/messagestore.h"

#include <QHash>
#include <QSet>

namespace core::engine {

/// Who subscribes to what: dtm's category "topics" of the key-value page, kept in memory and written through. On a
/// store that others share a topic is read anew before it is used or changed. Belongs to the store thread.
class Topics final
{
public:
    explicit Topics(store::MessageStore &store, const Clock &clock);

    /// Reads all topics from the store.
    Status load();
    /// Others may have changed topics since the last call: each is read anew before it is next used.
    void expectChanges();

    /// Writes first, then remembers. Errors name the field (PROTOCOL §2): empty topic or url, repeated url (Conflict),
    /// unknown url or topic (NotFound "topic not found").
    Status apply(const TopicChange &change);

    /// Puts the branches into a content whose steps name topics, which must have none yet. NotFound "topic not found";
    /// Unavailable where the store cannot be read.
    Status resolve(message::ContentPtr &content);

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

    Status readAnew(const QByteArray &name);
    void remember(const store::KeyValue &row);
    Status change(const TopicChange &change);
    Status subscribe(const TopicChange &change);
    Status unsubscribe(const TopicChange &change);
    Status remove(const QByteArray &topic);
    Status write(const QByteArray &name, Topic topic);

    store::MessageStore &m_store;
    const Clock &m_clock;
    QHash<QByteArray, Topic> m_topics;
    bool m_othersChange = false;
    QSet<QByteArray> m_current; ///< where others change topics: those that were read since expectChanges()
};

} // namespace core::engine
