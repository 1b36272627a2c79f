// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/faulthold.h"
#include "core/engine/command.h"
#include "core/engine/hostgate.h"
#include "core/engine/metrics.h"
#include "core/http/client.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>

namespace core::engine {

/// Makes the calls that the loop lets out, and turns what came of them into events (PROTOCOL §4). Each host has its own
/// gate and queue. Lives on the io thread; all functions belong to it.
class BranchCaller final : public QObject
{
    Q_OBJECT
public:
    /// The results of one round are posted together, when `soon` says.
    BranchCaller(http::Client &client, Inbox &inbox, const Clock &clock, Metrics &metrics, Soon soon,
                 HostGateOptions options, QObject *parent = nullptr);

    /// Asked before each call goes out; one that it says no to is deferred. Left out: always yes.
    void callOnlyWhile(std::function<bool(const Call &)> mayCall) { m_mayCall = std::move(mayCall); }

    /// Exactly one BranchAnswered, CheckbackAnswered or CallDeferred follows, unless this object is destroyed before.
    void call(Call &&call);
    /// Somebody wants to know whether the hosts that are held back are there again: the next call of each goes out.
    void tryHeldBackHosts();

private:
    struct Host
    {
        HostGate gate;
        QByteArray origin;
        std::deque<Call> waiting;
        QHash<Gid, TimePoint>
            putOff; ///< what was held back, until when; so that it need not wait when the host is back
    };
    /// A URL taken apart, and the host that it names.
    struct Target
    {
        http::Url url;
        std::shared_ptr<Host> host;
    };

    std::shared_ptr<Host> hostOf(const QByteArray &origin);
    void forgetIdleHosts();
    const Target *targetOf(const Call &call);
    void send(Call &&call, const Target &target);
    void sendNow(Call &&call, const Target &target);
    void sendStruck(Call &&call, const Target &target, const std::optional<Strike> &strike);
    bool deferWithoutLease(const Call &call, Host &host);
    http::ClientRequest requestFor(const Call &call, const http::Url &url) const;
    void heard(const Call &call, const std::shared_ptr<Host> &host, TimePoint startedAt, http::ClientAnswer &&answer);
    void heardStruck(const Call &call, Host &host, TimePoint startedAt, http::ClientAnswer &&answer,
                     const std::optional<Strike> &strike);
    void answered(const Call &call, Host &host, message::CallResult &&result, bool reached);
    void sendWaiting(Host &host);
    void holdBack(const Call &call, Host &host);
    void shortenQueues();
    void callPutOff(Host &host);
    void record(const Call &call, message::CallResult result);
    void post(Inbound item);
    void flush();

    http::Client &m_client;
    Inbox &m_inbox;
    const Clock &m_clock;
    Metrics &m_metrics;
    const Soon m_soon;
    std::function<bool(const Call &)> m_mayCall;
    HostGateOptions m_options;
    QHash<QByteArray, std::shared_ptr<Host>> m_hosts; ///< by origin
    QHash<QByteArray, Target> m_targets; ///< by URL as given; bounded
    QTimer m_shorten; ///< runs while a queue is longer than one of an unknown host may be
    qsizetype m_putOff = 0; ///< in all hosts; bounded
    std::vector<Inbound> m_results; ///< of this round
};

} // namespace core::engine
