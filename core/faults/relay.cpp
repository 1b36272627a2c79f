// SPDX-License-Identifier: Apache-2.0
#include "core/faults/relay.h"

#include "core/message/verdict.h"

#include <QJsonDocument>

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Longer than anybody waits: the relay is not to be the one that gives up.
constexpr std::chrono::milliseconds relayTimeout = 600s;
constexpr qsizetype excerptBytes = 200;

http::Response standInAnswer(StandIn standIn)
{
    switch (standIn) {
    case StandIn::ErrorPage:
        return {.status = 200,
                .body = "<html><body><h1>Service Unavailable</h1>FAILURE to reach the server</body></html>",
                .contentType = "text/html",
                .headers = {}};
    case StandIn::Ongoing:
        return {.status = 425, .body = "{\"dtm_result\":\"ONGOING\"}", .headers = {}};
    case StandIn::ServerError:
        break;
    }
    return {.status = 500, .body = "{\"message\":\"internal error\"}", .headers = {}};
}

http::Headers headersToForward(const http::Headers &headers)
{
    const QByteArray type = http::headerValue(headers, "Content-Type").toByteArray();
    return type.isEmpty() ? http::Headers() : http::Headers{{"Content-Type", type}};
}

QByteArray targetOf(const http::Request &request)
{
    return request.query.isEmpty() ? request.path : request.path + '?' + request.query;
}

Request requestOf(const http::Request &request)
{
    for (const Request one : {Request::Prepare, Request::Submit, Request::Abort}) {
        if (request.path.endsWith('/' + requestName(one)))
            return one;
    }
    return request.queryValue("op") == "msg" ? Request::Checkback : Request::Branch;
}

QByteArray gidOf(const http::Request &request)
{
    const QByteArray gid = request.queryValue("gid");
    return gid.isEmpty() ? QJsonDocument::fromJson(request.body)[u"gid"].toString().toLatin1() : gid;
}

Request requestOf(CallKind kind)
{
    return kind == CallKind::Checkback ? Request::Checkback : Request::Branch;
}

} // namespace

Relay::Relay(std::function<QByteArray()> where, std::function<void(const RelayedCall &)> hear, int &number)
    : m_where(std::move(where))
    , m_hear(std::move(hear))
    , m_number(number)
    , m_server({}, [this](http::Request &&request, http::ReplyTo replyTo) { take(std::move(request), replyTo); })
    , m_client({})
{ }

Status Relay::listen()
{
    return m_server.listen(QHostAddress::LocalHost, 0);
}

void Relay::take(http::Request &&request, http::ReplyTo replyTo)
{
    const qsizetype call = m_calls.size();
    m_calls.append({.number = ++m_number,
                    .request = requestOf(request),
                    .gid = gidOf(request),
                    .branchId = request.queryValue("branch_id")});
    hear(call);
    const std::optional<StandIn> standIn = standInFor(m_calls[call].request);
    m_calls[call].isStandIn = standIn.has_value();
    standIn ? answer(replyTo, call, standInAnswer(*standIn)) : forward(request, replyTo, call);
}

std::optional<StandIn> Relay::standInFor(Request request)
{
    for (AnswerAction &instead : m_instead) {
        if (requestOf(instead.kind) != request || instead.times == 0)
            continue;
        --instead.times;
        return instead.standIn;
    }
    return std::nullopt;
}

void Relay::forward(const http::Request &request, http::ReplyTo replyTo, qsizetype call)
{
    const Result<http::Url> url = http::Url::parse(QByteArray(m_where() + targetOf(request)));
    if (!url.ok())
        return lose(replyTo, call);
    m_client.send({.method = request.method,
                   .url = *url,
                   .headers = headersToForward(request.headers),
                   .body = request.body,
                   .timeout = relayTimeout},
                  [this, replyTo, call](http::ClientAnswer &&came) {
                      if (came.outcome != http::ClientAnswer::Outcome::Answered)
                          return lose(replyTo, call);
                      answer(replyTo, call, {came.status, came.body, came.contentType, {}});
                  });
}

void Relay::answer(http::ReplyTo replyTo, qsizetype call, const http::Response &response)
{
    RelayedCall &relayed = m_calls[call];
    relayed.isOver = true;
    relayed.status = response.status;
    relayed.verdict = message::judge({response.status, response.contentType, response.body}).verdict;
    relayed.excerpt = response.body.left(excerptBytes);
    hear(call);
    m_server.reply(replyTo, response);
}

void Relay::lose(http::ReplyTo replyTo, qsizetype call)
{
    m_calls[call].isOver = true;
    hear(call);
    m_server.hangUp(replyTo);
}

/// A copy: who hears may look at the calls.
void Relay::hear(qsizetype call)
{
    const RelayedCall heard = m_calls[call];
    m_hear(heard);
}

} // namespace core::faults
