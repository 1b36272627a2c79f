// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/victim.h"
#include "core/http/server.h"
#include "core/participant/barrier.h"

#include <memory>

namespace core::participant {

struct ParticipantServerOptions
{
    TableName table; ///< of the barrier rows
    int workers = 4; ///< threads; a checkback may hold one for 2 s
    int waitingMax = 1000; ///< requests; beyond: 503 with Retry-After
    QByteArray publicUrl; ///< under which the coordinator reaches it; empty: baseUrl() of the address listened on
    http::ServerOptions http;
    /// What a crash on purpose ends (core/base/victim.h), this server alone; none: the program.
    std::shared_ptr<Victim> victim = {};
};

/// http://ADDRESS:PORT
QByteArray baseUrl(const QHostAddress &address, quint16 port);

/// Serves what the coordinator calls: a sender's checkback, and a receiver's branches, each guarded by a barrier. It
/// works on threads of its own, so that a thread may wait in Msg::doAndSubmitDb() while it is asked about that very
/// message. Each call passes the fault points of its role (callgate.h). Belongs to the thread that made it.
class ParticipantServer final
{
public:
    /// A branch's work for one call of it, inside the guarded local transaction (see LocalWork).
    using BranchWork = std::function<Status(QSqlDatabase &, const http::Request &)>;

    /// Each worker has a connection of its own with the settings of this one (a database that lives in memory is not
    /// shared so). The connection must keep its name until the server is gone.
    explicit ParticipantServer(const QSqlDatabase &db, ParticipantServerOptions options = {});
    ~ParticipantServer(); ///< finishes what has begun

    /// To be called before listen().
    void addBranch(const QByteArray &path, BranchWork work);
    /// Once. Port 0 picks a free one. Unavailable, naming address and port, when it is in use.
    Status listen(const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0);

    /// As the coordinator reaches it, once it listens: http://127.0.0.1:8081/stock.
    QByteArray url(const QByteArray &path) const;
    /// What prepare is told as query_prepared.
    QByteArray checkbackUrl() const { return url("/checkback"); }

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core::participant
