// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/api.h"
#include "core/api/urlrules.h"
#include "core/base/logpace.h"

#include <chrono>

namespace core::api {

/// What all routes work with: the parts of the node, the events of this round, and the way of answers.
/// Lives on the io thread.
class RouteContext final : public QObject
{
    Q_OBJECT
public:
    explicit RouteContext(ApiContext parts);

    const ApiContext &parts() const { return m_parts; }
    const UrlRules &urls() const { return m_urls; }

    /// A request came in: from here its duration is counted, under the route's name.
    void begin(http::ReplyTo replyTo, const QByteArray &routeName);

    /// Queues an event; all of this round are posted together. Where the loop has no room for them, whoever
    /// waits for one hears Unavailable.
    void post(engine::Inbound &&item);

    /// Answers: SUCCESS in the usual form, or the error.
    void answer(http::ReplyTo replyTo, const std::optional<Error> &error);
    /// Answers with this; isOk tells the metrics whether it went well.
    void answer(http::ReplyTo replyTo, const http::Response &response, bool isOk);
    void answer(http::ReplyTo replyTo, const http::Response &response)
    {
        answer(replyTo, response, response.status < 400);
    }
    /// Answers with this JSON, or the error.
    void answerJson(http::ReplyTo replyTo, Result<QByteArray> &&json);

    /// Runs query on the reader's thread, where it also makes the JSON, and answers with that.
    void answerFromReader(http::ReplyTo replyTo, std::function<Result<QByteArray>(store::MessageReader &)> query);

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Pending
    {
        QByteArray routeName;
        Moment since;
        QByteArray gid = {}; ///< noted only while a fault is armed
    };
    struct ReplyToHash
    {
        std::size_t operator()(const http::ReplyTo &replyTo) const
        {
            return replyTo.connection * 0x9E3779B97F4A7C15 + replyTo.request;
        }
    };

    void flush();
    void noteGid(const engine::Inbound &item);
    void answerThroughFaults(http::ReplyTo replyTo, const http::Response &response, const Pending &request);
    void answerIsOnItsWay(const Pending &request);
    void logDefect(const Pending &request, const http::Response &response);
    /// Gives what was asked; nothing when the request was counted before.
    std::optional<Pending> count(http::ReplyTo replyTo, const http::Response &response, bool isOk);

    ApiContext m_parts;
    UrlRules m_urls;
    LogPace m_putOffPace;
    std::vector<engine::Inbound> m_waiting;
    std::unordered_map<http::ReplyTo, Pending, ReplyToHash> m_pending;
};

} // namespace core::api
