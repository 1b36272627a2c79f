// SPDX-License-Identifier: Apache-2.0
#include "core/api/rowjson.h"

#include <QDateTime>

namespace core::api {

using message::Message;
using message::Options;
using message::State;

namespace {

void writeTime(JsonWriter &json, QByteArrayView name, const std::optional<TimePoint> &time)
{
    if (time)
        json.field(name, timeText(*time));
}

void writeBranchHeaders(JsonWriter &json, const QList<message::BranchHeader> &headers)
{
    json.key("branch_headers").beginObject();
    for (const message::BranchHeader &header : headers)
        json.field(header.name, header.value);
    json.endObject();
}

void writeOptions(JsonWriter &json, const Options &options)
{
    json.field("wait_result", options.waitResult).field("concurrent", options.concurrent);
    json.field("timeout_to_fail", options.timeoutToFail.count());
    json.field("request_timeout", options.requestTimeout.count());
    json.field("retry_interval", options.retryInterval.count());
    if (!options.branchHeaders.isEmpty())
        writeBranchHeaders(json, options.branchHeaders);
}

QByteArray optionsText(const Options &options)
{
    JsonWriter json;
    json.beginObject();
    writeOptions(json, options);
    json.endObject();
    return json.takeText();
}

/// dtm tells how long the current wait is; here it is what lies between the last change and the next try.
void writeNextTry(JsonWriter &json, const Message &message)
{
    if (!message.dueAt)
        return;
    const auto wait = std::chrono::ceil<seconds>(*message.dueAt - message.updatedAt);
    json.field("next_cron_interval", std::max<std::int64_t>(0, wait.count()));
    writeTime(json, "next_cron_time", message.dueAt);
}

void writeTimes(JsonWriter &json, const Message &message)
{
    writeTime(json, "create_time", message.createdAt);
    writeTime(json, "update_time", message.updatedAt);
    writeTime(json, "submit_time", message.submittedAt);
    writeTime(json, message.state == State::Failed ? "rollback_time" : "finish_time", message.finishedAt);
    writeNextTry(json, message);
}

void writeLastCall(JsonWriter &json, const Message &message)
{
    json.field("attempts", message.attempts).field("stalled", message.stalled).field("overridden", message.overridden);
    if (message.attempts == 0)
        return;
    json.field("last_verdict", message::verdictName(message.lastVerdict));
    json.field("last_status", message.lastHttpStatus);
    json.fieldIfAny("last_error", message.lastError);
}

void writeBranchRow(JsonWriter &json, const Message &message, qsizetype index)
{
    const message::Branch &branch = message.content->branches[index];
    const bool isDone = message.branchDone[static_cast<std::size_t>(index)];
    json.beginObject();
    json.field("gid", message.gid.bytes());
    json.field("url", branch.url);
    json.field("bin_data", message.content->steps[branch.step].payload.toBase64());
    json.field("branch_id", branch.id);
    json.field("op", "action");
    json.field("status", message::stateName(isDone ? State::Succeed : State::Prepared));
    writeTime(json, "create_time", message.createdAt);
    writeTime(json, "update_time", message.updatedAt);
    if (isDone)
        writeTime(json, "finish_time", message.finishedAt);
    json.endObject();
}

} // namespace

QByteArray timeText(TimePoint time)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMs(time), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

void writeTransactionRow(JsonWriter &json, const Message &message)
{
    const message::Content &content = *message.content;
    json.beginObject();
    json.field("id", message.rowId);
    json.field("gid", message.gid.bytes());
    json.field("trans_type", "msg");
    json.field("status", message::stateName(message.state));
    json.fieldIfAny("query_prepared", content.queryPrepared);
    json.field("protocol", "http");
    writeTimes(json, message);
    json.field("options", optionsText(content.options));
    writeOptions(json, content.options);
    json.fieldIfAny("custom_data", content.customData);
    if (message.owner != 0)
        json.field("owner", QByteArray::number(static_cast<qlonglong>(message.owner)));
    json.fieldIfAny("result", message.finished() ? QByteArray() : message.lastError);
    json.fieldIfAny("rollback_reason", message.reason);
    writeLastCall(json, message);
    json.endObject();
}

void writeBranchRows(JsonWriter &json, const Message &message)
{
    json.beginArray();
    for (qsizetype i = 0; i < message.content->branches.size(); ++i)
        writeBranchRow(json, message, i);
    json.endArray();
}

void writeKeyValueRow(JsonWriter &json, const store::KeyValue &row)
{
    json.beginObject();
    json.field("cat", row.category);
    json.field("k", row.key);
    json.field("v", row.value);
    json.field("version", row.version);
    writeTime(json, "create_time", row.createdAt);
    writeTime(json, "update_time", row.updatedAt);
    json.endObject();
}

} // namespace core::api
