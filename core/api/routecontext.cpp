// SPDX-License-Identifier: Apache-2.0
#include "core/api/routecontext.h"

#include "core/api/log.h"
#include "core/api/reply.h"
#include "core/base/faulthold.h"

#include <QTimer>

namespace core::api {

using namespace Qt::StringLiterals;

namespace {

/// Tells whoever posted an item that it was not taken.
class Refuse final
{
public:
    Refuse(RouteContext &context, const Error &error) : m_context(context), m_error(error) { }

    void operator()(const engine::Command &command) const { std::visit(*this, command.asker); }
    void operator()(const engine::TopicChange &change) const { std::visit(*this, change.asker); }
    void operator()(const engine::MakeDue &makeDue) const { makeDue.done(m_error); }
    void operator()(const engine::HostIsBack &) const { } // nobody asked for it

    void operator()(std::monostate) const { }
    void operator()(const http::ReplyTo &replyTo) const { m_context.answer(replyTo, m_error); }
    void operator()(const engine::LocalReply &reply) const { reply(m_error); }

private:
    RouteContext &m_context;
    const Error &m_error;
};

} // namespace

RouteContext::RouteContext(ApiContext parts) : m_parts(std::move(parts)), m_urls(m_parts.ownEndpoint) { }

void RouteContext::begin(http::ReplyTo replyTo, const QByteArray &routeName)
{
    m_pending.insert_or_assign(replyTo, Pending{routeName, std::chrono::steady_clock::now()});
}

void RouteContext::post(engine::Inbound &&item)
{
    if (faultsAreArmed())
        noteGid(item);
    if (m_waiting.empty())
        m_parts.soon([this] { flush(); });
    m_waiting.push_back(std::move(item));
}

/// A fault may be meant for the answers about one message.
void RouteContext::noteGid(const engine::Inbound &item)
{
    const auto *command = std::get_if<engine::Command>(&item);
    const auto *replyTo = command ? std::get_if<http::ReplyTo>(&command->asker) : nullptr;
    const auto request = replyTo ? m_pending.find(*replyTo) : m_pending.end();
    if (request != m_pending.end())
        request->second.gid = command->gid.bytes();
}

void RouteContext::flush()
{
    std::vector<engine::Inbound> items = std::exchange(m_waiting, {});
    if (m_parts.inbox.tryPost(items))
        return;
    qCWarning(lcApi).nospace() << "refused events=" << items.size() << " cause=full";
    const Error full = Error::unavailable(u"the coordinator has too much to do right now: try again in a second"_s);
    for (const engine::Inbound &item : items)
        std::visit(Refuse(*this, full), item);
}

void RouteContext::answer(http::ReplyTo replyTo, const std::optional<Error> &error)
{
    answer(replyTo, error ? errorResponse(*error) : successResponse());
}

void RouteContext::answerJson(http::ReplyTo replyTo, Result<QByteArray> &&json)
{
    answer(replyTo, json.ok() ? jsonResponse(std::move(*json)) : errorResponse(json.error()));
}

void RouteContext::answer(http::ReplyTo replyTo, const http::Response &response, bool isOk)
{
    const std::optional<Pending> request = count(replyTo, response, isOk);
    if (request && faultsAreArmed())
        return answerThroughFaults(replyTo, response, *request);
    m_parts.reply(replyTo, response);
}

void RouteContext::answerThroughFaults(http::ReplyTo replyTo, const http::Response &response, const Pending &request)
{
    const QByteArray answering = request.routeName + ".answer";
    passFaultPoint(answering.constData(), request.gid, this,
                   [this, replyTo, response, request](const std::optional<Strike> &strike) {
                       if (strike && strike->mode == FaultMode::Drop)
                           return m_parts.hangUp(replyTo);
                       const bool isOther = strike && strike->mode == FaultMode::Answer;
                       m_parts.reply(
                           replyTo,
                           isOther ? http::Response{.status = strike->status, .body = faultAnswerBody(strike->status)}
                                   : response);
                       answerIsOnItsWay(request);
                   });
}

void RouteContext::answerIsOnItsWay(const Pending &request)
{
    QTimer::singleShot(Millis(20), this, [point = request.routeName + ".after-answer", gid = request.gid] {
        faultPoint(point.constData(), gid);
    });
}

void RouteContext::answerFromReader(http::ReplyTo replyTo,
                                    std::function<Result<QByteArray>(store::MessageReader &)> query)
{
    m_parts.reads.read<QByteArray>(std::move(query), this,
                                   [this, replyTo](Result<QByteArray> json) { answerJson(replyTo, std::move(json)); });
}

/// While the store is away or all is full each request ends so; the engine has said why.
void RouteContext::logDefect(const Pending &request, const http::Response &response)
{
    if (response.status < 500)
        return;
    const std::optional<std::int64_t> leftOut =
        response.status == 503 ? m_putOffPace.take() : std::optional<std::int64_t>(0);
    if (leftOut)
        qCWarning(lcApi).nospace() << "answered api=" << request.routeName << " status=" << response.status
                                   << " left_out=" << *leftOut;
}

std::optional<RouteContext::Pending> RouteContext::count(http::ReplyTo replyTo, const http::Response &response,
                                                         bool isOk)
{
    const auto pending = m_pending.extract(replyTo);
    if (pending.empty())
        return {};
    const Pending &request = pending.mapped();
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - request.since;
    m_parts.metrics.countRequest(request.routeName, isOk, elapsed.count());
    logDefect(request, response);
    return request;
}

} // namespace core::api
