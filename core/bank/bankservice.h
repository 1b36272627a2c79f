// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankdatabase.h"
#include "core/base/victim.h"
#include "core/http/server.h"

#include <QObject>

#include <memory>

namespace core::bank {

struct BankServiceOptions
{
    DatabaseUrl database;
    QString databasePassword;
    QByteArray coordinatorUrl = "http://127.0.0.1:36789/api/dtmsvr";
    QByteArray coordinatorToken;
    QByteArray peerUrl; ///< base URL of the bank that transfers go to; empty: this bank itself, as in dtm's example
    QByteArray publicUrl; ///< base URL under which the coordinator reaches this bank; empty: http:// and the address
                          ///< listened on
    int transferWorkers = 4; ///< each waits for the coordinator most of its time
    int branchWorkers = 2; ///< for credits and checkbacks, which never wait behind transfers
    bool naive = false; ///< offers naive transfers, which lose money: for demonstrations, never for others
    int waitingMax = 1000; ///< a pool; beyond: 503 with Retry-After
    http::ServerOptions http;
    /// What a crash on purpose ends (core/base/victim.h), this bank alone; none: the program.
    std::shared_ptr<Victim> victim = {};
};

/// A sample bank over HTTP (PROTOCOL §5): POST /api/busi/SagaBTransIn, GET /api/busi/QueryPreparedB, POST
/// /api/busi/Transfer, GET /api/busi/Balances, ANY /api/ping; for
/// demonstrations POST /api/busi/NaiveTransfer and NaiveTransIn. Lives on the thread that made it, which needs an event
/// loop; database work and calls to the coordinator run on worker threads of its own.
class BankService final : public QObject
{
    Q_OBJECT
public:
    explicit BankService(BankServiceOptions options, QObject *parent = nullptr);
    ~BankService() override; ///< finishes what the workers have begun, drops what waits

    /// Creates the tables, starts the workers and listens; port 0 picks a free one.
    Status start(const QHostAddress &address, quint16 port);
    QHostAddress address() const;
    quint16 port() const;

    /// Closes all connections as they are, as the end of a process does; nothing is answered any more.
    void cut();
    /// Takes no new connections; what is under way is answered.
    void drain();
    bool isIdle() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core::bank
