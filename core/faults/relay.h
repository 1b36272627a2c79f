// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/recording.h"
#include "core/http/client.h"
#include "core/http/server.h"

namespace core::faults {

/// A request that went through a relay, and what came of it.
struct RelayedCall
{
    int number = 0; ///< counts all requests of the story from 1
    Request request = Request::Branch;
    QByteArray gid;
    QByteArray branchId;
    bool isOver = false;
    int status = 0; ///< HTTP; 0 while it is under way, and where the connection broke
    std::optional<message::Verdict> verdict; ///< none while it is under way, and where the connection broke
    QByteArray excerpt; ///< the first bytes of the answer
    bool isStandIn = false; ///< the relay answered itself
};

/// Stands between two parts: hands requests on, counts them, and answers in the place of who is asked where a scenario
/// says so. An answer that does not come is a broken connection. Lives on a thread with an event loop.
class Relay final
{
public:
    /// where: whom to ask, at this moment. hear: called when a request comes, before it is handed on, and when it is
    /// over, before its answer is. number counts the requests of all relays.
    Relay(std::function<QByteArray()> where, std::function<void(const RelayedCall &)> hear, int &number);

    /// On a free loopback port.
    Status listen();
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_server.port()); }
    void answerInstead(const AnswerAction &answer) { m_instead.append(answer); }
    const QList<RelayedCall> &calls() const { return m_calls; }

private:
    void take(http::Request &&request, http::ReplyTo replyTo);
    void forward(const http::Request &request, http::ReplyTo replyTo, qsizetype call);
    void answer(http::ReplyTo replyTo, qsizetype call, const http::Response &response);
    void lose(http::ReplyTo replyTo, qsizetype call);
    void hear(qsizetype call);
    std::optional<StandIn> standInFor(Request request);

    std::function<QByteArray()> m_where;
    std::function<void(const RelayedCall &)> m_hear;
    int &m_number;
    http::Server m_server;
    http::Client m_client;
    QList<AnswerAction> m_instead;
    QList<RelayedCall> m_calls; ///< in the order they came
};

} // namespace core::faults
