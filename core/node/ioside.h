// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/api.h"
#include "core/base/mailbox.h"
#include "core/engine/branchcaller.h"
#include "core/http/client.h"
#include "core/http/server.h"
#include "core/node/node.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

namespace core::node {

/// What lives on the io thread: server, routes, client, caller. Takes what the loop lets out and hands it to them.
/// Made on the io thread; deliver() may be called on any, the rest belongs to the io thread.
class IoSide final : public QObject, public engine::Outlet
{
    Q_OBJECT
public:
    struct Parts
    {
        engine::Inbox &inbox;
        store::ReadThread &reads;
        GidSource &gids;
        const Clock &clock;
        engine::Metrics &metrics;
        std::function<engine::Health()> health;
        std::function<bool(const engine::Call &)> mayCall; ///< asked on the io thread
    };

    explicit IoSide(const NodeOptions &options);
    ~IoSide() override;

    /// Until then what the loop lets out waits.
    Status start(const Parts &parts);
    QHostAddress address() const { return m_address; }
    quint16 port() const { return m_port; }

    void deliver(std::vector<engine::Output> &&outputs) override;
    /// Takes no more connections; then each answer closes its own.
    void drain();
    /// Sends what the loop let out last; called when the loop has stopped.
    void finish() { takeOutputs(); }

private:
    void takeOutputs();
    void handle(engine::Reply &&reply);
    void handle(engine::MadeDueReply &&reply);
    void handle(engine::Call &&call);
    http::ClientOptions clientOptions() const;

    NodeOptions m_options;
    QHostAddress m_address;
    quint16 m_port = 0;
    Mailbox<engine::Output> m_outputs;
    std::unique_ptr<http::Server> m_server;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<engine::BranchCaller> m_caller;
    std::unique_ptr<api::Api> m_api;
};

} // namespace core::node
