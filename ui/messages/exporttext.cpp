// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/exporttext.h"

#include "core/api/jsonwriter.h"
#include "core/api/rowjson.h"

#include <QList>

namespace ui {

using core::store::Summary;

namespace {

QByteArray cell(QByteArray value)
{
    static constexpr QByteArrayView formulaStarts("=+-@\t\r");
    if (!value.isEmpty() && formulaStarts.contains(value.front()))
        value.prepend('\'');
    const bool isPlain = !value.contains('"') && !value.contains(',') && !value.contains('\n') && !value.contains('\r');
    return isPlain ? value : '"' + value.replace('"', "\"\"") + '"';
}

QByteArray timeOrNothing(const std::optional<core::TimePoint> &time)
{
    return time ? core::api::timeText(*time) : QByteArray();
}

} // namespace

QByteArray csvHeader()
{
    return "gid,status,stalled,attempts,failures_in_row,branches,branches_done,url,payload,last_error,create_time,"
           "update_time,finish_time,next_cron_time\r\n";
}

QByteArray csvRow(const Summary &summary)
{
    const QList<QByteArray> cells{summary.gid,
                                  core::message::stateName(summary.state),
                                  summary.stalled ? "1" : "0",
                                  QByteArray::number(summary.attempts),
                                  QByteArray::number(summary.failuresInRow),
                                  QByteArray::number(summary.branches),
                                  QByteArray::number(summary.branchesDone),
                                  summary.firstUrl,
                                  summary.firstPayload,
                                  summary.lastError,
                                  core::api::timeText(summary.createdAt),
                                  core::api::timeText(summary.updatedAt),
                                  timeOrNothing(summary.finishedAt),
                                  timeOrNothing(summary.dueAt)};
    QByteArray line;
    for (const QByteArray &one : cells)
        line += (line.isEmpty() ? QByteArray() : QByteArray(",")) + cell(one);
    return line + "\r\n";
}

QByteArray jsonRow(const Summary &summary)
{
    core::api::JsonWriter json;
    json.beginObject();
    json.field("gid", summary.gid).field("status", core::message::stateName(summary.state));
    json.field("stalled", summary.stalled).field("attempts", summary.attempts);
    json.field("failures_in_row", summary.failuresInRow);
    json.field("branches", summary.branches).field("branches_done", summary.branchesDone);
    json.field("url", summary.firstUrl).field("payload", summary.firstPayload);
    json.fieldIfAny("last_error", summary.lastError);
    json.field("create_time", core::api::timeText(summary.createdAt));
    json.field("update_time", core::api::timeText(summary.updatedAt));
    json.fieldIfAny("finish_time", timeOrNothing(summary.finishedAt));
    json.fieldIfAny("next_cron_time", timeOrNothing(summary.dueAt));
    json.endObject();
    return json.takeText();
}

} // namespace ui
