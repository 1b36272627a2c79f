// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankdesk.h"

#include "core/bank/log.h"
#include "core/participant/answers.h"

#include <QJsonArray>

namespace core::bank {

using namespace Qt::StringLiterals;
using participant::Barrier;
using participant::errorAnswer;
using participant::jsonAnswer;
using participant::MsgResult;
using participant::Submission;
using participant::successAnswer;

namespace {

constexpr int accountsPerPage = 100;
constexpr int accountsPerPageMax = 1000;

Result<int> numberOf(const http::Request &request, QByteArrayView name, int whenAbsent)
{
    const QByteArray text = request.queryValue(name);
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (text.isEmpty())
        return whenAbsent;
    if (!isNumber || number < 0)
        return Error::invalid(name.toByteArray(), u"%1 must be a whole number of 0 or more"_s.arg(QLatin1String(name)));
    return number;
}

QJsonObject accountJson(const Account &account)
{
    return {{u"user_id"_s, account.userId},
            {u"balance"_s, QString::fromLatin1(account.balance.toText())},
            {u"trading_balance"_s, QString::fromLatin1(account.tradingBalance.toText())},
            {u"update_time"_s, account.updateTime}};
}

JournalEntry debitOf(const TransferRequest &transfer, const Gid &gid)
{
    return {gid.bytes(), "00", "msg", transfer.from, transfer.to, -transfer.amount};
}

http::Response committedAnswer(const Gid &gid, Submission submission)
{
    const bool isSubmitted = submission == Submission::Acknowledged || submission == Submission::Ongoing;
    QJsonObject body{{u"dtm_result"_s, u"SUCCESS"_s},
                     {u"gid"_s, gid.toString()},
                     {u"outcome"_s, u"committed"_s},
                     {u"submitted"_s, isSubmitted}};
    if (submission == Submission::Ongoing)
        body[u"delivery"_s] = u"not done yet, goes on by itself"_s;
    return jsonAnswer(200, body);
}

http::Response unknownAnswer(const Gid &gid)
{
    return jsonAnswer(425,
                      {{u"dtm_result"_s, u"ONGOING"_s},
                       {u"gid"_s, gid.toString()},
                       {u"outcome"_s, u"unknown"_s},
                       {u"message"_s, u"the end of the debit is not known yet; the coordinator will find out"_s}});
}

/// Nothing of this transfer is in the books, and the answer says so: whoever reads it need not wait for a message.
http::Response undoneAnswer(const MsgResult &result)
{
    const bool isStarted = result.outcome != MsgResult::Outcome::NotStarted;
    http::Response answer = errorAnswer(*result.error);
    answer.body.replace(0, 1, isStarted ? "{\"outcome\":\"rolled_back\"," : "{\"outcome\":\"not_started\",");
    return answer;
}

Submission submissionOf(const Status &submitted)
{
    if (submitted.ok())
        return Submission::Acknowledged;
    return submitted.error().code == Error::Code::Ongoing ? Submission::Ongoing : Submission::Unconfirmed;
}

} // namespace

Result<std::unique_ptr<BankDesk>> BankDesk::open(const BankDeskConfig &config)
{
    Result<std::unique_ptr<BankConnection>> connection =
        BankConnection::open(config.database, config.databasePassword, BankConnection::Access::ReadWrite);
    if (!connection.ok())
        return connection.error();
    auto coordinator = participant::CoordinatorClient::create(config.coordinatorUrl, config.coordinatorToken);
    if (!coordinator.ok())
        return coordinator.error();
    return std::unique_ptr<BankDesk>(new BankDesk(config, std::move(*connection), std::move(*coordinator)));
}

BankDesk::BankDesk(BankDeskConfig config, std::unique_ptr<BankConnection> connection,
                   std::unique_ptr<participant::CoordinatorClient> coordinator)
    : m_config(std::move(config))
    , m_connection(std::move(connection))
    , m_coordinator(std::move(coordinator))
    , m_bank(*m_connection)
{ }

http::Response BankDesk::credit(const http::Request &request)
{
    Result<Barrier> barrier = Barrier::fromRequest(request, m_config.database.barrier);
    if (!barrier.ok())
        return errorAnswer(barrier.error());
    const Result<CreditRequest> credit = CreditRequest::parse(request.body);
    if (!credit.ok())
        return errorAnswer(credit.error());
    const JournalEntry entry{barrier->gid().bytes(), barrier->branchId(), barrier->op(), credit->userId, 0,
                             credit->amount};
    const participant::BarrierResult result =
        barrier->call(m_connection->db(), [&](QSqlDatabase &) { return m_bank.book(entry); });
    return result.ok() ? successAnswer() : errorAnswer(*result.error);
}

http::Response BankDesk::checkback(const http::Request &request)
{
    Result<Barrier> barrier = Barrier::fromRequest(request, m_config.database.barrier);
    if (!barrier.ok())
        return errorAnswer(barrier.error());
    return participant::verdictAnswer(barrier->queryPrepared(m_connection->db()));
}

http::Response BankDesk::balances(const http::Request &request)
{
    const Result<int> after = numberOf(request, "after", 0);
    const Result<int> limit = numberOf(request, "limit", accountsPerPage);
    if (!after.ok() || !limit.ok())
        return errorAnswer(after.ok() ? limit.error() : after.error());
    const Result<QList<Account>> page = m_bank.accounts(*after, std::clamp(*limit, 1, accountsPerPageMax));
    if (!page.ok())
        return errorAnswer(page.error());
    QJsonArray accounts;
    for (const Account &account : *page)
        accounts << accountJson(account);
    return jsonAnswer(200, {{u"accounts"_s, accounts}});
}

http::Response BankDesk::transfer(const http::Request &request)
{
    const Result<TransferRequest> transfer = TransferRequest::parse(request.body);
    if (!transfer.ok())
        return errorAnswer(transfer.error());
    if (m_config.creditsItself && transfer->from == transfer->to)
        return errorAnswer(Error::invalid("to", u"to must be another user: this bank transfers to itself"_s));
    if (!transfer->key) {
        const Result<Gid> gid = m_coordinator->newGid();
        return gid.ok() ? startTransfer(*transfer, *gid) : errorAnswer(gid.error());
    }
    const Result<std::optional<JournalEntry>> debit = m_bank.committedDebit(*transfer->key);
    if (!debit.ok())
        return errorAnswer(debit.error());
    return debit->has_value() ? repeatTransfer(*transfer, **debit) : startTransfer(*transfer, *transfer->key);
}

http::Response BankDesk::startTransfer(const TransferRequest &transfer, const Gid &gid)
{
    participant::Msg msg = messageOf(transfer, gid);
    const MsgResult result = msg.doAndSubmitDb(
        m_config.checkbackUrl, m_connection->db(), [&](QSqlDatabase &) { return m_bank.book(debitOf(transfer, gid)); },
        m_config.database.barrier);
    qCInfo(lcBank).nospace() << "transfer gid=" << gid.bytes() << " outcome=" << int(result.outcome)
                             << " submission=" << int(result.submission);
    return settle(transfer, gid, result);
}

http::Response BankDesk::settle(const TransferRequest &transfer, const Gid &gid, const MsgResult &result)
{
    if (result.outcome == MsgResult::Outcome::Committed && !result.error)
        return committedAnswer(gid, result.submission);
    if (result.outcome == MsgResult::Outcome::Unknown)
        return unknownAnswer(gid);
    // Another request with this key may have committed its debit meanwhile: then its content decides.
    const Result<std::optional<JournalEntry>> debit = m_bank.committedDebit(gid);
    if (!debit.ok())
        return errorAnswer(debit.error());
    return debit->has_value() ? repeatTransfer(transfer, **debit) : undoneAnswer(result);
}

http::Response BankDesk::repeatTransfer(const TransferRequest &transfer, const JournalEntry &debit)
{
    const Result<Gid> gid = Gid::fromBytes(debit.gid);
    if (!gid.ok())
        return errorAnswer(gid.error());
    if (debit != debitOf(transfer, *gid))
        return errorAnswer(Error::conflict(u"this key was used for another transfer"_s));
    // A submit that was heard before changes nothing; one that was lost is made up for.
    return committedAnswer(*gid, submissionOf(messageOf(transfer, *gid).submit()));
}

participant::Msg BankDesk::messageOf(const TransferRequest &transfer, const Gid &gid)
{
    participant::Msg msg(*m_coordinator, gid, transfer.options);
    msg.add(m_config.creditUrl, transfer.creditPayload());
    return msg;
}

} // namespace core::bank
