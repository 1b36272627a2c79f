// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/rawjson.h"

#include "core/api/rowjson.h"
#include "ui/messages/maskedcontent.h"

namespace ui {

using core::message::Attempt;

namespace {

void writeAttempt(core::api::JsonWriter &json, const Attempt &attempt)
{
    json.beginObject();
    json.field("number", attempt.number).field("branch_id", attempt.branchId);
    json.field("start_time", core::api::timeText(attempt.startedAt)).field("latency_ms", attempt.latency.count());
    json.field("verdict", core::message::verdictName(attempt.verdict)).field("http_status", attempt.httpStatus);
    json.fieldIfAny("error", attempt.error).fieldIfAny("answer", attempt.answerExcerpt);
    json.endObject();
}

} // namespace

QByteArray rawJson(const core::message::Message &message, const QList<Attempt> &attempts)
{
    core::api::JsonWriter json;
    json.beginObject().key("transaction");
    core::api::writeTransactionRow(json, maskedMessage(message));
    json.key("branches");
    core::api::writeBranchRows(json, message);
    json.key("attempts").beginArray();
    for (const Attempt &attempt : attempts)
        writeAttempt(json, attempt);
    json.endArray().endObject();
    return json.takeText();
}

} // namespace ui
