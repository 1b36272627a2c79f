// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"
#include "core/engine/health.h"
#include "core/engine/metrics.h"
#include "core/http/server.h"
#include "core/store/readthread.h"

#include <QObject>

#include <memory>

namespace core::api {

/// What the routes work on.
struct ApiContext
{
    engine::Inbox &inbox;
    store::ReadThread &reads;
    GidSource &gids;
    const Clock &clock;
    engine::Metrics &metrics;
    std::function<engine::Health()> health;
    std::function<void(http::ReplyTo, const http::Response &)> reply; ///< the server's
    std::function<void(http::ReplyTo)> hangUp; ///< the server's
    engine::Soon soon; ///< when to post the events of one round
    /// Our own API's address and port, which no branch may name (PROTOCOL §6).
    std::function<std::pair<QHostAddress, quint16>()> ownEndpoint;
};

/// dtm's HTTP protocol (PROTOCOL §2): turns requests into events, and what came of them into answers. Lives on the io
/// thread.
class Api final : public QObject
{
    Q_OBJECT
public:
    explicit Api(ApiContext context, QObject *parent = nullptr);
    ~Api() override;

    /// The server's handler. Events of one round are posted together.
    void handle(http::Request &&request, http::ReplyTo replyTo);

    /// What came of a command whose asker was an HTTP request in the usual form.
    void answer(http::ReplyTo replyTo, const std::optional<Error> &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core::api
