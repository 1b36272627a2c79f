// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/faultpoint.h"
#include "core/http/server.h"

#include <QObject>

#include <functional>

namespace core::participant {

/// The fault points that a call of the coordinator passes at a service; null: none.
struct CallPoints
{
    const char *onRequest = nullptr; ///< when it has arrived
    const char *onAnswer = nullptr; ///< when its answer is about to be sent
};

/// The points of a receiver's branch, and of a sender's checkback.
inline constexpr CallPoints branchPoints{"receiver.request", "receiver.answer"};
inline constexpr CallPoints checkbackPoints{"sender.checkback", "sender.answer"};

/// Between a service's HTTP server and what works on its calls: lets each call pass its fault points. While nothing is
/// armed that costs a relaxed load or two. Belongs to the server's thread; must live as long as `context` gets events.
class CallGate final
{
public:
    using Answer = std::function<void(http::Response &&)>;
    /// Has a call worked on, and gives what came of it, on any thread. May be kept.
    using Work = std::function<void(Answer)>;

    /// context lives on the server's thread.
    explicit CallGate(QObject *context) : m_context(context) { }

    /// Where answers go from now on; null: they are dropped, and what arrives late is not worked on.
    void setServer(http::Server *server) { m_server = server; }

    /// A call has come in: it is worked on and answered, unless a fault at one of these points makes something else of
    /// it. gid: of the message that it is about.
    void pass(const CallPoints &points, const QByteArray &gid, http::ReplyTo to, const Work &work);

private:
    struct Call
    {
        CallPoints points;
        QByteArray gid;
        http::ReplyTo to;
    };

    void arrive(const Call &call, const Work &work, const std::optional<Strike> &strike);
    void handle(const Work &work, std::function<void(const http::Response &)> then);
    void answer(const Call &call, const http::Response &response);
    void reply(http::ReplyTo to, const http::Response &response);
    void hangUp(http::ReplyTo to);

    QObject *m_context;
    http::Server *m_server = nullptr;
};

} // namespace core::participant
