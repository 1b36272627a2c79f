// SPDX-License-Identifier: Apache-2.0
#include "core/faults/relay.h"

#include "core/message/verdict.h"

namespace core::faults {

using namespace std::chrono_literals;

namespace {

// Longer than any coordinator waits: the relay is not to be the one that gives up.
constexpr std::chrono::milliseconds relayTimeout = 60s;

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

} // namespace

Relay::Relay()
    : m_server({}, [this](http::Request &&request, http::ReplyTo replyTo) { take(std::move(request), replyTo); })
    , m_client({})
{ }

Status Relay::listen()
{
    return m_server.listen(QHostAddress::LocalHost, 0);
}

void Relay::take(http::Request &&request, http::ReplyTo replyTo)
{
    const CallKind kind = request.queryValue("op") == "msg" ? CallKind::Checkback : CallKind::Branch;
    const qsizetype call = m_calls.size();
    m_calls.append({kind, request.queryValue("gid"), std::nullopt});
    if (const std::optional<StandIn> standIn = standInFor(kind))
        return answer(replyTo, call, standInAnswer(*standIn));
    forward(request, replyTo, call);
}

std::optional<StandIn> Relay::standInFor(CallKind kind)
{
    for (AnswerAction &instead : m_instead) {
        if (instead.kind != kind || instead.times == 0)
            continue;
        --instead.times;
        return instead.standIn;
    }
    return std::nullopt;
}

void Relay::forward(const http::Request &request, http::ReplyTo replyTo, qsizetype call)
{
    const Result<http::Url> url = http::Url::parse(QByteArray(m_bankUrl + targetOf(request)));
    if (!url.ok())
        return m_server.hangUp(replyTo);
    m_client.send({.method = request.method,
                   .url = *url,
                   .headers = headersToForward(request.headers),
                   .body = request.body,
                   .timeout = relayTimeout},
                  [this, replyTo, call](http::ClientAnswer &&came) {
                      if (came.outcome != http::ClientAnswer::Outcome::Answered)
                          return m_server.hangUp(replyTo);
                      answer(replyTo, call, {came.status, came.body, came.contentType, {}});
                  });
}

void Relay::answer(http::ReplyTo replyTo, qsizetype call, const http::Response &response)
{
    m_calls[call].verdict = message::judge({response.status, response.contentType, response.body}).verdict;
    m_server.reply(replyTo, response);
}

} // namespace core::faults
