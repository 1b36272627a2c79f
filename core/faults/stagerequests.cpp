// SPDX-License-Identifier: Apache-2.0
#include "core/faults/stage.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using http::ClientAnswer;

namespace {

// Longer than any story: what the bank says is expected with a limit of its own.
constexpr std::chrono::milliseconds transferTimeout = 600s;
constexpr std::chrono::milliseconds queryTimeout = 2s;
constexpr qsizetype answerExcerptBytes = 200;

QJsonObject transferJson(const TransferAction &transfer, const QByteArray &gid)
{
    return {{u"from"_s, transfer.from},
            {u"to"_s, transfer.to},
            {u"amount"_s, QString::fromLatin1(transfer.amount.toText())},
            {u"key"_s, QString::fromLatin1(gid)},
            {u"timeout_to_fail"_s, qint64(transfer.timeoutToFail.count())},
            {u"retry_interval"_s, qint64(transfer.retryInterval.count())},
            {u"request_timeout"_s, qint64(transfer.requestTimeout.count())},
            {u"delay"_s, qint64(transfer.delay.count())},
            {u"wait_result"_s, transfer.waitResult}};
}

QByteArray stateIn(const ClientAnswer &answer)
{
    if (answer.outcome != ClientAnswer::Outcome::Answered || answer.status != 200)
        return {};
    const QJsonValue transaction = QJsonDocument::fromJson(answer.body)[u"transaction"];
    return transaction.isObject() ? transaction[u"status"].toString().toLatin1() : QByteArray("none");
}

} // namespace

void Stage::beginTransfer(const TransferAction &transfer)
{
    const QByteArray path = m_options.naive ? "/api/busi/NaiveTransfer" : "/api/busi/Transfer";
    const auto url = http::Url::parse(m_sender->url() + path);
    const QByteArray gid = m_scenario.gidOf(transfer.label);
    const int number = ++m_requests;
    m_labels.insert(gid, transfer.label);
    m_answers.insert(transfer.label, std::nullopt);
    m_tell(Asked{.call = number,
                 .request = Request::Transfer,
                 .from = Part::Sender,
                 .to = Part::Sender,
                 .label = transfer.label});
    m_client.send(
        {.method = "POST",
         .url = *url,
         .headers = {http::Header{"Content-Type", "application/json"}},
         .body = QJsonDocument(transferJson(transfer, gid)).toJson(QJsonDocument::Compact),
         .timeout = transferTimeout},
        [this, label = transfer.label, number](ClientAnswer &&came) { hearAnswer(label, std::move(came), number); });
}

void Stage::hearAnswer(const QByteArray &label, ClientAnswer &&answer, int number)
{
    const bool isAnswered = answer.outcome == ClientAnswer::Outcome::Answered;
    m_tell(Answered{
        .asked =
            {.call = number, .request = Request::Transfer, .from = Part::Sender, .to = Part::Sender, .label = label},
        .status = isAnswered ? answer.status : 0,
        .excerpt = answer.body.left(answerExcerptBytes)});
    m_answers[label] = std::move(answer);
}

void Stage::answerInstead(const AnswerAction &answer)
{
    Relay &relay = answer.kind == CallKind::Checkback ? m_senderRelay : m_receiverRelay;
    relay.answerInstead(answer);
}

Part Stage::coordinatorAtWork() const
{
    const bool onlySecond = !isRunning(Part::Coordinator) && isRunning(Part::SecondCoordinator);
    return onlySecond ? Part::SecondCoordinator : Part::Coordinator;
}

QByteArray Stage::coordinatorUrl() const
{
    return process(coordinatorAtWork()).url();
}

QByteArray Stage::stateOf(const QByteArray &label)
{
    const auto state = std::make_shared<std::optional<QByteArray>>();
    askState(label, [state](const QByteArray &told) { *state = told; });
    waitUntil([state] { return state->has_value(); }, queryTimeout + 1s);
    return state->value_or(QByteArray());
}

void Stage::askState(const QByteArray &label, std::function<void(const QByteArray &)> then)
{
    const auto url =
        http::Url::parse(QByteArray(coordinatorUrl() + "/api/dtmsvr/query?gid=" + m_scenario.gidOf(label)));
    m_client.send({.url = *url, .timeout = queryTimeout},
                  [this, part = coordinatorAtWork(), then = std::move(then)](ClientAnswer &&came) {
                      if (came.outcome == ClientAnswer::Outcome::Answered && m_starting && m_starting->part == part)
                          tellStarted();
                      then(stateIn(came));
                  });
}

QList<RelayedCall> Stage::callsFor(CallKind kind, const QByteArray &label) const
{
    const Relay &relay = kind == CallKind::Checkback ? m_senderRelay : m_receiverRelay;
    const Request wanted = kind == CallKind::Checkback ? Request::Checkback : Request::Branch;
    QList<RelayedCall> calls;
    for (const RelayedCall &call : relay.calls()) {
        if (call.request == wanted && call.gid == m_scenario.gidOf(label))
            calls.append(call);
    }
    return calls;
}

Result<Books> Stage::books() const
{
    const auto receiver = m_receiverLedger->snapshot();
    if (!receiver.ok())
        return receiver.error();
    const auto sender = m_senderLedger->snapshot();
    if (!sender.ok())
        return sender.error();
    return Books{*receiver, *sender};
}

Asked Stage::askedFor(const RelayedCall &call) const
{
    Asked asked{.call = call.number,
                .request = call.request,
                .from = coordinatorAtWork(),
                .to = Part::Sender,
                .label = m_labels.value(call.gid)};
    if (call.request == Request::Branch) {
        asked.to = Part::Receiver;
        asked.branchId = call.branchId;
    } else if (call.request != Request::Checkback) {
        std::swap(asked.from, asked.to);
    }
    return asked;
}

void Stage::hear(const RelayedCall &call)
{
    const Asked asked = askedFor(call);
    const Part active = call.isOver && call.status > 0 ? asked.to : asked.from;
    if (m_starting && m_starting->part == active && !call.isStandIn)
        tellStarted();
    if (!call.isOver)
        return m_tell(asked);
    m_tell(Answered{.asked = asked,
                    .status = call.status,
                    .verdict = call.verdict,
                    .excerpt = call.excerpt,
                    .isStandIn = call.isStandIn});
}

} // namespace core::faults
