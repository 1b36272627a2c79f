// SPDX-License-Identifier: Apache-2.0
#include "core/engine/topics.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core::engine {

namespace {

constexpr char category[] = "topics";
constexpr qsizetype nameBytesMax = 128;
constexpr qsizetype subscribersMax = 1000;
constexpr int changeTriesMax = 3; ///< where another coordinator changes the same topic at the same time

Error topicNotFound(const QByteArray &topic)
{
    return Error::notFound(QStringLiteral("topic not found: %1").arg(QString::fromUtf8(topic)));
}

auto hasUrl(const QByteArray &url)
{
    return [url](const auto &subscriber) { return subscriber.url == url; };
}

} // namespace

Topics::Topics(store::MessageStore &store, const Clock &clock) : m_store(store), m_clock(clock) { }

Status Topics::load()
{
    const Result<QList<store::KeyValue>> rows = m_store.keyValues(category, {});
    if (!rows.ok())
        return rows.error();
    m_topics.clear();
    for (const store::KeyValue &row : *rows)
        remember(row);
    return Done{};
}

void Topics::remember(const store::KeyValue &row)
{
    Topic topic{.subscribers = {}, .version = row.version, .createdAt = row.createdAt};
    for (const QJsonValue entry : QJsonDocument::fromJson(row.value).array())
        topic.subscribers.append(
            {entry[u"url"].toString().toUtf8(), entry[u"remark"].toString().toUtf8(), entry[u"since"].toString()});
    m_topics.insert(row.key, topic);
}

void Topics::expectChanges()
{
    m_othersChange = true;
    m_current.clear();
}

Status Topics::readAnew(const QByteArray &name)
{
    const Result<QList<store::KeyValue>> rows = m_store.keyValues(category, name);
    if (!rows.ok())
        return rows.error();
    m_topics.remove(name);
    for (const store::KeyValue &row : *rows)
        remember(row);
    m_current.insert(name);
    return Done{};
}

Status Topics::resolve(message::ContentPtr &content)
{
    for (const message::Step &step : content->steps) {
        const std::optional<QByteArray> topic = message::topicOf(step);
        if (!topic || !m_othersChange || m_current.contains(*topic))
            continue;
        if (const Status read = readAnew(*topic); !read.ok())
            return read;
    }
    Result<QList<message::Branch>> branches = message::resolveBranches(content->steps, lookup());
    if (!branches.ok())
        return branches.error();
    auto resolved = std::make_shared<message::Content>(*content);
    resolved->branches = std::move(*branches);
    content = std::move(resolved);
    return Done{};
}

Status Topics::apply(const TopicChange &change)
{
    if (change.topic.isEmpty())
        return Error::invalid("topic", QStringLiteral("topic is empty: give the topic's name"));
    if (change.topic.size() > nameBytesMax)
        return Error::invalid(
            "topic",
            QStringLiteral("topic has %1 bytes: at most %2 are allowed").arg(change.topic.size()).arg(nameBytesMax));
    for (int tries = 1;; ++tries) {
        if (const Status read = m_othersChange ? readAnew(change.topic) : Done{}; !read.ok())
            return read;
        const Status changed = this->change(change);
        const bool isOvertaken = m_othersChange && !changed.ok() && changed.error().code == Error::Code::Conflict;
        if (!isOvertaken || tries == changeTriesMax)
            return changed;
    }
}

Status Topics::change(const TopicChange &change)
{
    if (change.kind == TopicChange::Kind::Remove)
        return remove(change.topic);
    if (change.url.isEmpty())
        return Error::invalid("url", QStringLiteral("url is empty: give the subscriber's URL"));
    return change.kind == TopicChange::Kind::Subscribe ? subscribe(change) : unsubscribe(change);
}

message::TopicLookup Topics::lookup() const
{
    return [this](const QByteArray &name) -> std::optional<QList<QByteArray>> {
        const auto topic = m_topics.constFind(name);
        if (topic == m_topics.cend())
            return std::nullopt;
        QList<QByteArray> urls;
        for (const Subscriber &subscriber : topic->subscribers)
            urls.append(subscriber.url);
        return urls;
    };
}

Status Topics::subscribe(const TopicChange &change)
{
    const bool isNew = !m_topics.contains(change.topic);
    Topic topic = m_topics.value(change.topic);
    if (std::any_of(topic.subscribers.cbegin(), topic.subscribers.cend(), hasUrl(change.url)))
        return Error::conflict(
            QStringLiteral("url already subscribes to topic %1").arg(QString::fromUtf8(change.topic)));
    if (topic.subscribers.size() >= subscribersMax)
        return Error::invalid("topic",
                              QStringLiteral("topic has %1 subscribers: no more are allowed").arg(subscribersMax));
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(toEpochMs(m_clock.now()), Qt::UTC);
    topic.subscribers.append({change.url, change.remark, since.toString(Qt::ISODateWithMs)});
    topic.version = isNew ? 1 : topic.version + 1;
    if (isNew)
        topic.createdAt = m_clock.now();
    return write(change.topic, std::move(topic));
}

Status Topics::unsubscribe(const TopicChange &change)
{
    const auto found = m_topics.constFind(change.topic);
    if (found == m_topics.cend())
        return topicNotFound(change.topic);
    Topic topic = *found;
    if (topic.subscribers.removeIf(hasUrl(change.url)) == 0)
        return Error::notFound(
            QStringLiteral("url does not subscribe to topic %1").arg(QString::fromUtf8(change.topic)));
    ++topic.version;
    return write(change.topic, std::move(topic));
}

Status Topics::remove(const QByteArray &topic)
{
    if (!m_topics.contains(topic))
        return topicNotFound(topic);
    const Status removed = m_store.removeKeyValue(category, topic);
    if (removed.ok())
        m_topics.remove(topic);
    return removed;
}

Status Topics::write(const QByteArray &name, Topic topic)
{
    QJsonArray value;
    for (const Subscriber &subscriber : topic.subscribers) {
        QJsonObject entry{{QStringLiteral("url"), QString::fromUtf8(subscriber.url)},
                          {QStringLiteral("remark"), QString::fromUtf8(subscriber.remark)}};
        if (!subscriber.since.isEmpty())
            entry.insert(QStringLiteral("since"), subscriber.since);
        value.append(entry);
    }
    const store::KeyValue row{.category = category,
                              .key = name,
                              .value = QJsonDocument(value).toJson(QJsonDocument::Compact),
                              .version = topic.version,
                              .createdAt = topic.createdAt,
                              .updatedAt = m_clock.now()};
    const Status written = m_store.putKeyValue(row);
    if (written.ok())
        m_topics.insert(name, std::move(topic));
    return written;
}

} // namespace core::engine
