// SPDX-License-Identifier: GPL-3.0-or-later
// What a session says of topics, and the changes it makes to them.
#include "ui/session/sessionprivate.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using core::engine::TopicChange;

constexpr char category[] = "topics";
constexpr int topicsMax = 10'000;

std::optional<core::TimePoint> timeFrom(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(core::fromEpochMs(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace

Topic topicFromRow(const core::store::KeyValue &row)
{
    Topic topic{.name = row.key, .subscribers = {}, .changedAt = row.updatedAt};
    for (const QJsonValue entry : QJsonDocument::fromJson(row.value).array()) {
        const QByteArray url = entry[u"url"].toString().toUtf8();
        if (!url.isEmpty())
            topic.subscribers.append({url, entry[u"remark"].toString().toUtf8(), timeFrom(entry[u"since"].toString())});
    }
    return topic;
}

void Session::topics(QObject *context, Then<QList<Topic>> then)
{
    const auto read = [](core::store::MessageReader &reader) -> core::Result<QList<Topic>> {
        const core::Result<QList<core::store::KeyValue>> rows = reader.keyValues(category, {}, topicsMax, {});
        if (!rows.ok())
            return rows.error();
        QList<Topic> topics;
        for (const core::store::KeyValue &row : *rows)
            topics.append(topicFromRow(row));
        return topics;
    };
    Private::readOr<QList<Topic>>(d->node(), read, context, std::move(then));
}

void Session::Private::changeTopic(core::engine::TopicChange change, Consent consent, QObject *context,
                                   ThenAccepted then)
{
    const auto refuse = [context, then](const core::Error &error) {
        QMetaObject::invokeMethod(
            context, [then, error] { then(error); }, Qt::QueuedConnection);
    };
    if (const core::Status may = mayChange(consent); !may.ok())
        return refuse(may.error());
    if (!node())
        return refuse(core::Error::unavailable(u"the engine is not running"_s));
    node()->changeTopic(std::move(change), context, std::move(then));
}

void Session::subscribe(const QByteArray &topic, const QByteArray &url, const QByteArray &remark, QObject *context,
                        ThenAccepted then, Consent consent)
{
    const ThenAccepted audited = activity().audited(ActivityVerb::Subscribe, QString::fromUtf8(topic),
                                                    urlForRecord(url), context, std::move(then));
    d->changeTopic({.kind = TopicChange::Kind::Subscribe, .topic = topic, .url = url, .remark = remark}, consent, this,
                   audited);
}

void Session::unsubscribe(const QByteArray &topic, const QByteArray &url, QObject *context, ThenAccepted then,
                          Consent consent)
{
    const ThenAccepted audited = activity().audited(ActivityVerb::Unsubscribe, QString::fromUtf8(topic),
                                                    urlForRecord(url), context, std::move(then));
    d->changeTopic({.kind = TopicChange::Kind::Unsubscribe, .topic = topic, .url = url}, consent, this, audited);
}

void Session::removeTopic(const QByteArray &topic, QObject *context, ThenAccepted then, Consent consent)
{
    const ThenAccepted audited =
        activity().audited(ActivityVerb::RemoveTopic, QString::fromUtf8(topic), {}, context, std::move(then));
    d->changeTopic({.kind = TopicChange::Kind::Remove, .topic = topic}, consent, this, audited);
}

} // namespace ui
