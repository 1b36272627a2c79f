// SPDX-License-Identifier: Apache-2.0
#include "core/api/queryfields.h"
#include "core/api/routehandlers.h"

namespace core::api {

using namespace Qt::StringLiterals;
using engine::TopicChange;

namespace {

constexpr qsizetype remarkBytesMax = 1024;

Status check(const TopicChange &change, const UrlRules &urls)
{
    if (Status topic = checkTopic(change.topic, "topic"); !topic.ok())
        return topic;
    if (change.kind == TopicChange::Kind::Remove)
        return Done{};
    if (change.url.isEmpty())
        return Error::invalid("url", u"url is empty: give the subscriber's URL"_s);
    if (change.kind == TopicChange::Kind::Unsubscribe)
        return Done{};
    if (change.remark.size() > remarkBytesMax || !change.remark.isValidUtf8())
        return Error::invalid("remark", u"remark must be UTF-8 text of at most 1024 bytes"_s);
    return urls.checkUrl(change.url, "url");
}

void postChange(RouteContext &context, TopicChange &&change)
{
    const http::ReplyTo replyTo = std::get<http::ReplyTo>(change.asker);
    if (const Status status = check(change, context.urls()); !status.ok())
        return context.answer(replyTo, status.error());
    context.post(std::move(change));
}

} // namespace

void subscribeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    postChange(context,
               {.kind = TopicChange::Kind::Subscribe,
                .topic = request.queryValue("topic"),
                .url = request.queryValue("url"),
                .remark = request.queryValue("remark"),
                .asker = replyTo});
}

/// The URL is looked for as it is: whatever once got in can be taken out.
void unsubscribeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    postChange(context,
               {.kind = TopicChange::Kind::Unsubscribe,
                .topic = request.queryValue("topic"),
                .url = request.queryValue("url"),
                .asker = replyTo});
}

void removeTopicRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    const QByteArray name = request.path.mid(request.path.lastIndexOf('/') + 1);
    postChange(context,
               {.kind = TopicChange::Kind::Remove, .topic = QByteArray::fromPercentEncoding(name), .asker = replyTo});
}

} // namespace core::api
