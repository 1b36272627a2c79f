// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bank.h"
#include "core/bank/bankrequests.h"
#include "core/http/client.h"
#include "core/http/message.h"
#include "core/participant/coordinatorclient.h"
#include "core/participant/msg.h"

#include <memory>

namespace core::bank {

/// What a desk needs to open.
struct BankDeskConfig
{
    DatabaseUrl database;
    QString databasePassword;
    QByteArray coordinatorUrl;
    QByteArray coordinatorToken;
    QByteArray creditUrl; ///< where the receiver of a transfer is credited
    QByteArray naiveCreditUrl; ///< the same for a naive transfer
    QByteArray checkbackUrl; ///< where the coordinator asks this bank whether a transfer was committed
    bool creditsItself = false; ///< creditUrl is this bank's own
};

/// The work behind the bank's routes: a request in, an answer out. Each worker thread has a desk of its own, with its
/// own connections to the database and the coordinator; the functions block.
class BankDesk final
{
public:
    static Result<std::unique_ptr<BankDesk>> open(const BankDeskConfig &config);

    /// To be called before each request: connects to the database again where the server has closed the connection.
    Status ensureOpen() { return m_connection->ensureOpen(); }

    /// POST SagaBTransIn: credits an account once per gid and branch.
    http::Response credit(const http::Request &request);
    /// GET QueryPreparedB: whether the debit of a gid is committed.
    http::Response checkback(const http::Request &request);
    /// POST Transfer: debits here and has the coordinator credit there, both or neither.
    http::Response transfer(const http::Request &request);
    /// POST NaiveTransfer: debits here, then calls the other bank: no coordinator, no barrier. For demonstrations.
    http::Response naiveTransfer(const http::Request &request);
    /// POST NaiveTransIn?gid=GID: credits an account as often as it is called.
    http::Response naiveCredit(const http::Request &request);
    /// GET Balances?after=USER_ID&limit=N: a page of accounts.
    http::Response balances(const http::Request &request);

private:
    BankDesk(BankDeskConfig config, std::unique_ptr<BankConnection> connection,
             std::unique_ptr<participant::CoordinatorClient> coordinator);

    http::Response startTransfer(const TransferRequest &transfer, const Gid &gid);
    http::Response repeatTransfer(const TransferRequest &transfer, const JournalEntry &debit);
    http::Response settle(const TransferRequest &transfer, const Gid &gid, const participant::MsgResult &result);
    participant::Msg messageOf(const TransferRequest &transfer, const Gid &gid);
    Status debitNaively(const TransferRequest &transfer);
    Status creditNaively(const TransferRequest &transfer);
    http::ClientAnswer callNaively(const TransferRequest &transfer, const http::Url &url);

    BankDeskConfig m_config;
    std::unique_ptr<BankConnection> m_connection;
    std::unique_ptr<participant::CoordinatorClient> m_coordinator;
    Bank m_bank;
    http::BlockingClient m_peer; ///< naive transfers call the other bank
};

} // namespace core::bank
