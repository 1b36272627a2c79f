// SPDX-License-Identifier: Apache-2.0
#include "core/api/jsonwriter.h"
#include "core/api/reply.h"
#include "core/api/routehandlers.h"

namespace core::api {

namespace {

void appendGauge(QByteArray &text, const QByteArray &name, const QByteArray &help, double value)
{
    text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + " gauge\n" + name + ' '
        + QByteArray::number(value, 'g', 12) + '\n';
}

QByteArray healthText(const engine::Health &health)
{
    QByteArray text;
    appendGauge(text, "checkback_up", "1 while requests are taken and can be stored",
                health.state == engine::Health::State::Running ? 1 : 0);
    appendGauge(text, "checkback_messages_in_work", "Messages being called right now", health.inWork);
    appendGauge(text, "checkback_events_waiting", "Events that wait to be decided", health.waiting);
    appendGauge(text, "checkback_commit_seconds", "How long the last commits took until they were on the disk, on average", health.commitMs / 1000);
    return text;
}

} // namespace

void versionRoute(RouteContext &context, const http::Request &, http::ReplyTo replyTo)
{
    context.answer(replyTo, jsonResponse(QByteArrayLiteral("{\"version\":\"" CHECKBACK_VERSION "\"}")));
}

void newGidRoute(RouteContext &context, const http::Request &, http::ReplyTo replyTo)
{
    JsonWriter json;
    json.beginObject().field("gid", context.parts().gids.newGid().bytes()).field("dtm_result", "SUCCESS").endObject();
    context.answer(replyTo, jsonResponse(json.takeText()));
}

void metricsRoute(RouteContext &context, const http::Request &, http::ReplyTo replyTo)
{
    http::Response response;
    response.body = context.parts().metrics.text() + healthText(context.parts().health());
    response.contentType = QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8");
    context.answer(replyTo, response);
}

void pingRoute(RouteContext &context, const http::Request &, http::ReplyTo replyTo)
{
    context.answer(replyTo, jsonResponse(QByteArrayLiteral("{\"msg\":\"pong\"}")));
}

} // namespace core::api
