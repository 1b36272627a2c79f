// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/scenario.h"
#include "core/http/client.h"
#include "core/http/server.h"

namespace core::faults {

/// A call of the coordinator to a bank, and what it was told.
struct RelayedCall
{
    CallKind kind = CallKind::Branch;
    QByteArray gid;
    std::optional<message::Verdict> verdict; ///< none while it is under way, and where the connection broke
};

/// Stands between the coordinator and a bank: hands calls on, counts them, and answers in the bank's place where a
/// scenario says so. An answer that does not come is a broken connection. Lives on a thread with an event loop.
class Relay final
{
public:
    Relay();

    /// On a free loopback port.
    Status listen();
    /// Where the coordinator is to call.
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_server.port()); }
    /// The bank; from now on.
    void forwardTo(const QByteArray &bankUrl) { m_bankUrl = bankUrl; }
    void answerInstead(const AnswerAction &answer) { m_instead.append(answer); }
    const QList<RelayedCall> &calls() const { return m_calls; }

private:
    void take(http::Request &&request, http::ReplyTo replyTo);
    void forward(const http::Request &request, http::ReplyTo replyTo, qsizetype call);
    void answer(http::ReplyTo replyTo, qsizetype call, const http::Response &response);
    std::optional<StandIn> standInFor(CallKind kind);

    http::Server m_server;
    http::Client m_client;
    QByteArray m_bankUrl;
    QList<AnswerAction> m_instead;
    QList<RelayedCall> m_calls; ///< in the order they came
};

} // namespace core::faults
