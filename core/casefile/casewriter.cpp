// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casefile.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core::casefile {

using message::Message;

namespace {

QString timeText(TimePoint time)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

void putTime(QJsonObject &object, const QString &name, const std::optional<TimePoint> &time)
{
    if (time)
        object.insert(name, timeText(*time));
}

/// Bytes as they are, though JSON holds only text.
void putBytes(QJsonObject &object, const QString &name, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        object.insert(name, text);
    else
        object.insert(name + "_base64"_L1, QString::fromLatin1(bytes.toBase64()));
}

void putAny(QJsonObject &object, const QString &name, const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        putBytes(object, name, bytes);
}

void putAny(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QString moneyText(Money amount)
{
    return QString::fromLatin1(amount.toText());
}

QJsonObject optionsJson(const message::Options &options)
{
    QJsonArray headers;
    for (const message::BranchHeader &header : options.branchHeaders) {
        QJsonObject one;
        putBytes(one, u"name"_s, header.name);
        putBytes(one, u"value"_s, header.value);
        headers.append(one);
    }
    return {{u"wait_result"_s, options.waitResult},
            {u"concurrent"_s, options.concurrent},
            {u"timeout_to_fail"_s, qint64(options.timeoutToFail.count())},
            {u"request_timeout"_s, qint64(options.requestTimeout.count())},
            {u"retry_interval"_s, qint64(options.retryInterval.count())},
            {u"delay"_s, qint64(options.delay.count())},
            {u"branch_headers"_s, headers}};
}

QJsonArray stepsJson(const message::Content &content, bool payloadLeftOut)
{
    QJsonArray steps;
    for (const message::Step &step : content.steps) {
        QJsonObject one;
        putBytes(one, u"action"_s, step.action);
        if (!payloadLeftOut)
            putBytes(one, u"payload"_s, step.payload);
        steps.append(one);
    }
    return steps;
}

QJsonArray branchesJson(const Message &message)
{
    QJsonArray branches;
    for (qsizetype i = 0; i < message.content->branches.size(); ++i) {
        const message::Branch &branch = message.content->branches.at(i);
        QJsonObject one{{u"step"_s, branch.step}, {u"done"_s, bool(message.branchDone.at(std::size_t(i)))}};
        putBytes(one, u"branch_id"_s, branch.id);
        putBytes(one, u"url"_s, branch.url);
        branches.append(one);
    }
    return branches;
}

void putProgress(QJsonObject &object, const Message &message)
{
    object.insert(u"attempts"_s, message.attempts);
    object.insert(u"failures_in_row"_s, message.failuresInRow);
    object.insert(u"backoff_step"_s, message.backoffStep);
    object.insert(u"stalled"_s, message.stalled);
    object.insert(u"overridden"_s, message.overridden);
    object.insert(u"last_verdict"_s, QString::fromLatin1(message::verdictName(message.lastVerdict)));
    object.insert(u"last_status"_s, message.lastHttpStatus);
    putAny(object, u"last_error"_s, message.lastError);
    putAny(object, u"rollback_reason"_s, message.reason);
}

QJsonObject messageJson(const Message &message, bool payloadLeftOut)
{
    QJsonObject object{{u"gid"_s, message.gid.toString()},
                       {u"status"_s, QString::fromLatin1(message::stateName(message.state))},
                       {u"steps"_s, stepsJson(*message.content, payloadLeftOut)},
                       {u"branches"_s, branchesJson(message)},
                       {u"options"_s, optionsJson(message.content->options)}};
    putAny(object, u"query_prepared"_s, message.content->queryPrepared);
    putAny(object, u"custom_data"_s, message.content->customData);
    putAny(object, u"protocol"_s, message.content->protocol);
    putProgress(object, message);
    putTime(object, u"create_time"_s, message.createdAt);
    putTime(object, u"update_time"_s, message.updatedAt);
    putTime(object, u"submit_time"_s, message.submittedAt);
    putTime(object, u"finish_time"_s, message.finishedAt);
    putTime(object, u"due_time"_s, message.dueAt);
    return object;
}

QJsonObject attemptJson(const message::Attempt &attempt)
{
    QJsonObject object{{u"number"_s, attempt.number},
                       {u"branch_id"_s, QString::fromUtf8(attempt.branchId)},
                       {u"start_time"_s, timeText(attempt.startedAt)},
                       {u"latency_ms"_s, qint64(attempt.latency.count())},
                       {u"verdict"_s, QString::fromLatin1(message::verdictName(attempt.verdict))},
                       {u"http_status"_s, attempt.httpStatus}};
    putAny(object, u"error"_s, attempt.error);
    putAny(object, u"answer"_s, attempt.answerExcerpt);
    return object;
}

QJsonObject rowJson(const CaseBarrierRow &row)
{
    QJsonObject object{
        {u"user_id"_s, row.userId}, {u"amount"_s, moneyText(row.amount)}, {u"write_time"_s, timeText(row.writtenAt)}};
    putBytes(object, u"branch_id"_s, row.branchId);
    putBytes(object, u"op"_s, row.op);
    putBytes(object, u"barrier_id"_s, row.barrierId);
    putBytes(object, u"reason"_s, row.reason);
    return object;
}

QJsonObject bankJson(const CaseBank &bank)
{
    QJsonArray accounts;
    for (const CaseAccount &account : bank.accounts) {
        accounts.append(QJsonObject{{u"user_id"_s, account.userId},
                                    {u"balance"_s, moneyText(account.balance)},
                                    {u"trading_balance"_s, moneyText(account.trading)}});
    }
    QJsonArray rows;
    for (const CaseBarrierRow &row : bank.barrierRows)
        rows.append(rowJson(row));
    QJsonObject object{{u"name"_s, bank.name},
                       {u"role"_s, bank.isSender ? u"sender"_s : u"receiver"_s},
                       {u"accounts"_s, accounts},
                       {u"barrier_rows"_s, rows}};
    putAny(object, u"problem"_s, bank.problem);
    return object;
}

QJsonObject eventJson(const CaseEvent &event)
{
    QJsonObject object{
        {u"time"_s, timeText(event.at)}, {u"who"_s, event.who}, {u"verb"_s, event.verb}, {u"outcome"_s, event.outcome}};
    putAny(object, u"detail"_s, event.detail);
    putAny(object, u"error"_s, event.error);
    return object;
}

template<typename T, typename Function> QJsonArray arrayOf(const QList<T> &values, Function function)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(function(value));
    return array;
}

} // namespace

Result<QByteArray> caseBytes(const Case &about)
{
    QJsonObject object{{u"format"_s, QLatin1String(caseFormat)},
                       {u"version"_s, caseVersion},
                       {u"saved_at"_s, timeText(about.savedAt)},
                       {u"saved_by"_s, about.savedBy},
                       {u"payload_left_out"_s, about.payloadLeftOut},
                       {u"message"_s, messageJson(about.message, about.payloadLeftOut)},
                       {u"attempts"_s, arrayOf(about.attempts, attemptJson)},
                       {u"banks"_s, arrayOf(about.banks, bankJson)},
                       {u"events"_s, arrayOf(about.events, eventJson)}};
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Indented);
    if (bytes.isEmpty() || bytes.size() > caseBytesMax) // QJson gives nothing for what it cannot hold
        return Error{Error::Code::TooLarge, u"a case has at most %1 MiB"_s.arg(caseBytesMax / 1024 / 1024), {}};
    return bytes;
}

} // namespace core::casefile
