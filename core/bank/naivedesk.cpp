// SPDX-License-Identifier: Apache-2.0
// What a bank's desk does for naive transfers. The same faults strike here as on a two-phase message's way.
#include "core/bank/bankdesk.h"
#include "core/bank/log.h"
#include "core/bank/naive.h"
#include "core/base/faultpoint.h"
#include "core/participant/answers.h"

namespace core::bank {

using namespace Qt::StringLiterals;
using http::ClientAnswer;
using participant::errorAnswer;

namespace {

constexpr int callsMax = 2; // what is written first: no answer, once more
constexpr Millis callTimeout{3000};

/// What strikes the sender of a two-phase message strikes here at the same places.
bool strikesSender(const char *participantPoint, const char *senderPoint, const QByteArray &gid)
{
    return faultPoint(participantPoint, gid) || faultPoint(senderPoint, gid);
}

/// The booking in a local transaction of its own; no barrier row beside it.
Status bookAlone(BankConnection &connection, Bank &bank, const JournalEntry &entry)
{
    if (!connection.db().transaction())
        return bankDatabaseError(connection.db().lastError());
    Status booked = bank.book(entry);
    if (booked.ok() && strikesSender("participant.before-commit", "sender.before-commit", entry.gid))
        booked = Error::unavailable(u"stopped before COMMIT"_s);
    if (booked.ok() && !connection.db().commit())
        booked = bankDatabaseError(connection.db().lastError());
    if (!booked.ok())
        connection.db().rollback();
    return booked;
}

} // namespace

http::Response BankDesk::naiveTransfer(const http::Request &request)
{
    const Result<TransferRequest> transfer = TransferRequest::parse(request.body);
    if (!transfer.ok())
        return errorAnswer(transfer.error());
    if (!transfer->key)
        return errorAnswer(Error::invalid("key", u"key must name the transfer"_s));
    if (const Status debited = debitNaively(*transfer); !debited.ok())
        return errorAnswer(debited.error());
    const Status credited = creditNaively(*transfer);
    qCInfo(lcBank).nospace() << "naive transfer gid=" << transfer->key->bytes() << " credited=" << credited.ok();
    return credited.ok() ? participant::successAnswer() : errorAnswer(credited.error());
}

Status BankDesk::debitNaively(const TransferRequest &transfer)
{
    return bookAlone(*m_connection, m_bank,
                     {transfer.key->bytes(), "00", naiveOp, transfer.from, transfer.to, -transfer.amount});
}

/// Whatever goes wrong from here on: the debit is made, and nobody keeps in mind that a credit is due.
Status BankDesk::creditNaively(const TransferRequest &transfer)
{
    const QByteArray gid = transfer.key->bytes();
    if (strikesSender("participant.after-commit", "sender.after-commit", gid)
        || strikesSender("participant.before-submit", "sender.before-submit", gid))
        return Error::unavailable(u"stopped after the debit"_s);
    Result<http::Url> url = http::Url::parse(m_config.naiveCreditUrl);
    if (!url.ok())
        return url.error();
    url->target = http::withQuery(url->target, {{"gid", gid}});
    ClientAnswer answer;
    for (int call = 0; call < callsMax; ++call) {
        answer = callNaively(transfer, *url);
        if (answer.outcome == ClientAnswer::Outcome::Answered)
            break;
    }
    if (answer.outcome != ClientAnswer::Outcome::Answered)
        return Error::unavailable(u"debited, and the other bank gave no answer"_s);
    return answer.status == 200 ? Status(Done{})
                                : Error::unavailable(u"debited, and the other bank refused the credit"_s);
}

ClientAnswer BankDesk::callNaively(const TransferRequest &transfer, const http::Url &url)
{
    const QByteArray gid = transfer.key->bytes();
    const http::ClientRequest call{.method = "POST",
                                   .url = url,
                                   .headers = {{"Content-Type", "application/json"}},
                                   .body = transfer.creditPayload(),
                                   .timeout = callTimeout};
    const std::optional<Strike> strike = faultOutcome("branch.before-connect", gid);
    if (strike && strike->mode == FaultMode::Duplicate)
        m_peer.send(call);
    else if (strike)
        return {.outcome = ClientAnswer::Outcome::Refused};
    ClientAnswer answer = m_peer.send(call);
    if (faultPoint("branch.after-answer", gid))
        answer.outcome = ClientAnswer::Outcome::Broken;
    return answer;
}

http::Response BankDesk::naiveCredit(const http::Request &request)
{
    const Result<Gid> gid = Gid::fromBytes(request.queryValue("gid"));
    if (!gid.ok())
        return errorAnswer(gid.error());
    const Result<CreditRequest> credit = CreditRequest::parse(request.body);
    if (!credit.ok())
        return errorAnswer(credit.error());
    const Status booked =
        bookAlone(*m_connection, m_bank, {gid->bytes(), "01", naiveOp, credit->userId, 0, credit->amount});
    return booked.ok() ? participant::successAnswer() : errorAnswer(booked.error());
}

} // namespace core::bank
