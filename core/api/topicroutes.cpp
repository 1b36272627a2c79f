// SPDX-License-Identifier: Apache-2.0
#include "core/api/queryfields.h"
#include "core/api/routehandlers.h"
#include "core/api/topicrules.h"

namespace core::api {

using engine::TopicChange;

namespace {

void postChange(RouteContext &context, TopicChange &&change)
{
    const http::ReplyTo replyTo = std::get<http::ReplyTo>(change.asker);
    if (const Status status = checkTopicChange(change, context.urls()); !status.ok())
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
