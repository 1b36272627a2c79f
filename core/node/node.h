// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/victim.h"
#include "core/engine/command.h"
#include "core/engine/health.h"
#include "core/engine/metrics.h"
#include "core/http/server.h"
#include "core/store/readthread.h"
#include "core/store/storeaddress.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

namespace core::node {

struct NodeOptions
{
    store::StoreAddress store; ///< an SQLite file and its folder are made when missing
    QHostAddress listenAddress{QHostAddress::LocalHost};
    quint16 port = 0; ///< 0 picks a free one
    http::ServerOptions server;
    Millis retryCap{std::chrono::minutes(10)};
    int stalledAfter = 10;
    int inWorkMax = 4096; ///< messages called at once; what comes beyond is stored and called later
    int inFlightPerHostMax = 64;
    /// How long finished messages are kept, and how many messages; 0: without limit.
    Millis keepFor{std::chrono::hours(30 * 24)};
    std::int64_t keepMax = 0;
    int waitingEventsMax = 20'000; ///< beyond: 503 with Retry-After
    QList<QByteArray> caCertificateFiles;
    /// What a crash on purpose ends (core/base/victim.h), this coordinator alone; none: the program.
    std::shared_ptr<Victim> victim = {};
};

/// One coordinator, put together: store thread (the loop), io thread (server, calls out), read thread.
/// Lives on the thread that made it; signals arrive there.
class Node final : public QObject
{
    Q_OBJECT
public:
    explicit Node(NodeOptions options, QObject *parent = nullptr);
    ~Node() override; ///< stops

    /// Opens the store, starts the threads and listens; waits for the outcome. Errors are the store's and the server's.
    Status start();
    /// Takes nothing new, lets what is in flight finish (at most 5 s), closes. Waits for it. One that has crashed hands
    /// nothing back and finishes nothing: its store is as a killed process leaves it.
    void stop();

    QHostAddress address() const;
    quint16 port() const;
    /// "http://127.0.0.1:36789/api/dtmsvr": what clients are given.
    QByteArray url() const;

    /// Any thread. done is called once, on context's thread, when the outcome is on disk; never when context is gone.
    /// A coordinator that ends before that, as by a crash, says Unavailable of what it had not begun with, and
    /// unanswered() of what it had.
    void send(const Gid &gid, message::Event event, QObject *context,
              std::function<void(const std::optional<Error> &)> done);

    /// What came of a command is not known: the coordinator ended with it in hand.
    static Error unanswered();

    /// The same for the subscribers of a topic. Invalid names the field that is wrong, as the API would.
    void changeTopic(engine::TopicChange change, QObject *context,
                     std::function<void(const std::optional<Error> &)> done);

    /// See Coordinator::setRetryLimits(); in place of those of the options.
    void setRetryLimits(Millis cap, int stalledAfter);

    /// Whether messagesChanged is emitted; off at first, since remembering costs.
    void watchChanges(bool on);

    /// Queries for screens.
    store::ReadThread &reads();
    engine::Health health() const;
    /// How long the store has held up the engine by now; 0 when it does not. Any thread.
    Millis storeSilence() const;
    /// Since the start of this coordinator. Any thread, for both.
    engine::Figures figures() const;
    QList<engine::CallFailure> callFailures() const; ///< the latest first
    Gid newGid();
    /// The engine's idea of now. Any thread.
    TimePoint now() const;

signals:
    /// At most ten times a second, while it is watched. more: so many changed that some are left out; read the page
    /// again.
    void messagesChanged(const QList<core::store::Summary> &changed, bool more);
    void healthChanged(const core::engine::Health &health);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core::node
