// SPDX-License-Identifier: Apache-2.0
#include "core/participant/msg.h"

#include "core/base/faultpoint.h"
#include "core/base/victim.h"
#include "core/message/verdict.h"
#include "core/participant/log.h"
#include "core/participant/msgjson.h"

namespace core::participant {

using message::Verdict;

namespace {

constexpr seconds checkbackTimeout(3); // the coordinator's default for a request

bool saysFailure(const BarrierResult &local)
{
    return local.workFailed && local.error->code == Error::Code::Conflict;
}

} // namespace

Msg::Msg(CoordinatorClient &coordinator, Gid gid, MsgOptions options)
    : m_coordinator(coordinator)
    , m_gid(std::move(gid))
    , m_options(std::move(options))
{ }

void Msg::add(QByteArray action, QByteArray payload)
{
    m_steps << message::Step{std::move(action), std::move(payload)};
}

Result<QByteArray> Msg::toJson(const QByteArray &queryPrepared) const
{
    return transactionJson(m_gid, m_steps, queryPrepared, m_options);
}

Status Msg::prepare(const QByteArray &queryPrepared)
{
    const Result<QByteArray> json = toJson(queryPrepared);
    if (!json.ok())
        return json.error();
    m_queryPrepared = queryPrepared;
    return send("sender.prepare-request", "prepare", *json);
}

Status Msg::submit()
{
    const Result<QByteArray> json = toJson(m_queryPrepared);
    return json.ok() ? send("sender.submit-request", "submit", *json) : json.error();
}

/// Sends a request past its fault point.
Status Msg::send(const char *point, const QByteArray &operation, const QByteArray &transaction)
{
    const std::optional<Strike> strike = faultOutcome(point, m_gid.bytes());
    if (strike && strike->mode != FaultMode::Duplicate)
        return Error::unavailable(QStringLiteral("an armed fault lost the request"));
    if (strike)
        (void)m_coordinator.post(operation, transaction);
    return m_coordinator.post(operation, transaction);
}

Status Msg::abort()
{
    return m_coordinator.post("abort", abortJson(m_gid));
}

MsgResult Msg::doAndSubmitDb(const QByteArray &queryPrepared, QSqlDatabase &db, const LocalWork &work, TableName table)
{
    if (const Status prepared = prepare(queryPrepared); !prepared.ok())
        return {.outcome = MsgResult::Outcome::NotStarted, .error = prepared.error()};
    BarrierResult local = faultPoint("sender.before-transaction", m_gid.bytes())
        ? BarrierResult{Outcome::RolledBack, Error::unavailable(QStringLiteral("stopped before the transaction"))}
        : Barrier::ofSender(m_gid, std::move(table)).call(db, work);
    if (local.ok())
        return committed({});
    return saysFailure(local) ? rolledBack(std::move(local)) : settleByCheckback(std::move(local));
}

MsgResult Msg::committed(std::optional<Error> error)
{
    MsgResult result{.outcome = MsgResult::Outcome::Committed, .error = std::move(error)};
    const bool isStopped = faultPoint("participant.before-submit", m_gid.bytes());
    const Status submitted = faultPoint("sender.before-submit", m_gid.bytes()) || isStopped
        ? Error::unavailable(QStringLiteral("stopped before the submit"))
        : submit();
    if (submitted.ok()) {
        result.submission = Submission::Acknowledged;
        return result;
    }
    result.submission = submitted.error().code == Error::Code::Ongoing ? Submission::Ongoing : Submission::Unconfirmed;
    result.submitError = submitted.error();
    return result;
}

MsgResult Msg::rolledBack(BarrierResult &&local)
{
    // An abort that is not heard costs one checkback, nothing else.
    if (const Status aborted = abort(); !aborted.ok())
        qCInfo(lcParticipant).nospace() << "abort unconfirmed gid=" << m_gid.bytes();
    return {.outcome = MsgResult::Outcome::RolledBack, .error = std::move(local.error), .workFailed = local.workFailed};
}

MsgResult Msg::settleByCheckback(BarrierResult &&local)
{
    switch (askCheckback()) {
    case Verdict::Success:
        return committed(std::move(local.error));
    case Verdict::Failure:
        return rolledBack(std::move(local));
    case Verdict::Ongoing:
    case Verdict::Unknown:
        break;
    }
    return {.outcome = MsgResult::Outcome::Unknown, .error = std::move(local.error), .workFailed = local.workFailed};
}

Verdict Msg::askCheckback() const
{
    Result<http::Url> url = http::Url::parse(m_queryPrepared, "query_prepared");
    if (!url.ok() || hasCrashed())
        return Verdict::Unknown;
    url->target = http::withQuery(url->target,
                                  {{"gid", m_gid.bytes()}, {"trans_type", "msg"}, {"branch_id", "00"}, {"op", "msg"}});
    const Millis timeout = m_options.requestTimeout > seconds(0) ? m_options.requestTimeout : checkbackTimeout;
    const http::ClientAnswer answer =
        http::BlockingClient().send({.url = std::move(*url), .headers = {}, .body = {}, .timeout = timeout});
    if (answer.outcome != http::ClientAnswer::Outcome::Answered)
        return Verdict::Unknown;
    return message::judge({answer.status, answer.contentType, answer.body}).verdict;
}

} // namespace core::participant
