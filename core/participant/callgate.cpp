// SPDX-License-Identifier: Apache-2.0
#include "core/participant/callgate.h"

#include "core/base/fault.h"
#include "core/base/faulthold.h"

namespace core::participant {

void CallGate::pass(const CallPoints &points, const QByteArray &gid, http::ReplyTo to, const Work &work)
{
    const Call call{points, gid, to};
    if (!points.onRequest || !faultsAreArmed())
        return arrive(call, work, {});
    passFaultPoint(points.onRequest, gid, m_context,
                   [this, call, work](const std::optional<Strike> &strike) { arrive(call, work, strike); });
}

/// What an armed fault made of a call that came in; time may have passed.
void CallGate::arrive(const Call &call, const Work &work, const std::optional<Strike> &strike)
{
    if (hasCrashed() || !m_server)
        return;
    if (strike && strike->mode == FaultMode::Answer)
        return reply(call.to, {.status = strike->status, .body = faultAnswerBody(strike->status)});
    if (strike && strike->mode == FaultMode::Drop)
        return handle(work, [this, to = call.to](const http::Response &) { hangUp(to); });
    if (strike && strike->mode == FaultMode::Duplicate)
        handle(work, [](const http::Response &) {});
    handle(work, [this, call](const http::Response &response) { answer(call, response); });
}

/// then is called on the server's thread.
void CallGate::handle(const Work &work, std::function<void(const http::Response &)> then)
{
    work([context = m_context, then = std::move(then)](http::Response &&response) {
        QMetaObject::invokeMethod(
            context, [then, response = std::move(response)] { then(response); }, Qt::QueuedConnection);
    });
}

void CallGate::answer(const Call &call, const http::Response &response)
{
    if (!call.points.onAnswer || !faultsAreArmed())
        return reply(call.to, response);
    passFaultPoint(call.points.onAnswer, call.gid, m_context,
                   [this, to = call.to, response](const std::optional<Strike> &strike) {
                       if (strike && strike->mode == FaultMode::Drop)
                           return hangUp(to);
                       const bool isOther = strike && strike->mode == FaultMode::Answer;
                       reply(to,
                             isOther ? http::Response{.status = strike->status, .body = faultAnswerBody(strike->status)}
                                     : response);
                   });
}

void CallGate::reply(http::ReplyTo to, const http::Response &response)
{
    if (m_server && !hasCrashed())
        m_server->reply(to, response);
}

void CallGate::hangUp(http::ReplyTo to)
{
    if (m_server && !hasCrashed())
        m_server->hangUp(to);
}

} // namespace core::participant
