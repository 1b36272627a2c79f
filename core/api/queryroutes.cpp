// SPDX-License-Identifier: Apache-2.0
#include "core/api/queryfields.h"
#include "core/api/routehandlers.h"
#include "core/api/rowjson.h"

#include <limits>

namespace core::api {

using namespace Qt::StringLiterals;
using store::MessageReader;

namespace {

constexpr std::int64_t rowsDefault = 100;
constexpr std::int64_t rowsMax = 1000;
constexpr int rowsAtOnce = 20; ///< messages come with their payloads; no more of them are held at a time

/// A page of `all`: what was asked for.
struct AllQuery
{
    store::Filter filter;
    int limit = rowsDefault;
    std::optional<std::int64_t> before;
    bool isEmpty = false; ///< nothing can match: another transaction type was asked for
};

Result<std::optional<TimePoint>> queryTime(const http::Request &request, const QByteArray &field)
{
    const Result<std::int64_t> ms = queryNumber(request, field, 0, {0, std::numeric_limits<std::int64_t>::max()});
    if (!ms.ok())
        return ms.error();
    return *ms == 0 ? std::optional<TimePoint>() : fromEpochMs(*ms);
}

Status readTimes(const http::Request &request, store::Filter &filter)
{
    const Result<std::optional<TimePoint>> from = queryTime(request, "createTimeStart");
    if (!from.ok())
        return from.error();
    const Result<std::optional<TimePoint>> to = queryTime(request, "createTimeEnd");
    if (!to.ok())
        return to.error();
    filter.createdFrom = *from;
    filter.createdTo = *to;
    return Done{};
}

Status readStatus(const http::Request &request, store::Filter &filter)
{
    const QByteArray status = request.queryValue("status");
    if (status.isEmpty())
        return Done{};
    const std::optional<message::State> state = message::stateFromName(status);
    if (!state)
        return Error::invalid(
            "status", u"status is '%1': give prepared, submitted, succeed or failed"_s.arg(QString::fromUtf8(status)));
    filter.states.append(*state);
    return Done{};
}

Status readPosition(const http::Request &request, AllQuery &query)
{
    const Result<std::int64_t> limit = queryNumber(request, "limit", rowsDefault, {1, rowsMax});
    if (!limit.ok())
        return limit.error();
    const Result<std::int64_t> before =
        queryNumber(request, "position", 0, {1, std::numeric_limits<std::int64_t>::max()});
    if (!before.ok())
        return before.error();
    query.limit = static_cast<int>(*limit);
    if (*before != 0)
        query.before = *before;
    return Done{};
}

Result<AllQuery> readAllQuery(const http::Request &request)
{
    AllQuery query;
    query.filter.gid = request.queryValue("gid");
    const QByteArray transType = request.queryValue("transType");
    query.isEmpty = !transType.isEmpty() && transType != "msg";
    for (const Status &status :
         {readStatus(request, query.filter), readTimes(request, query.filter), readPosition(request, query)}) {
        if (!status.ok())
            return status.error();
    }
    return query;
}

/// Writes at most query.limit rows. Gives the position of the next page; empty at the end.
Result<QByteArray> writeRows(JsonWriter &json, MessageReader &reader, const AllQuery &query)
{
    std::optional<std::int64_t> before = query.before;
    int left = query.isEmpty ? 0 : query.limit;
    while (left > 0) {
        const int wanted = std::min(left, rowsAtOnce);
        const Result<std::vector<message::Message>> rows = reader.messages(query.filter, wanted + 1, before);
        if (!rows.ok())
            return rows.error();
        const int there = std::min(wanted, static_cast<int>(rows->size()));
        for (int i = 0; i < there; ++i)
            writeTransactionRow(json, (*rows)[static_cast<std::size_t>(i)]);
        if (static_cast<int>(rows->size()) <= wanted)
            return QByteArray();
        before = (*rows)[static_cast<std::size_t>(there - 1)].rowId;
        left -= there;
    }
    return before ? QByteArray::number(static_cast<qlonglong>(*before)) : QByteArray();
}

Result<QByteArray> allJson(MessageReader &reader, const AllQuery &query)
{
    JsonWriter json;
    json.beginObject().key("transactions").beginArray();
    const Result<QByteArray> position = writeRows(json, reader, query);
    if (!position.ok())
        return position.error();
    json.endArray().field("next_position", *position).endObject();
    return json.takeText();
}

Result<QByteArray> queryJson(MessageReader &reader, const Gid &gid)
{
    const Result<std::optional<message::Message>> message = reader.message(gid);
    if (!message.ok())
        return message.error();
    if (!*message)
        return QByteArrayLiteral("{\"transaction\":null,\"branches\":[]}");
    JsonWriter json;
    json.beginObject().key("transaction");
    writeTransactionRow(json, **message);
    json.key("branches");
    writeBranchRows(json, **message);
    json.endObject();
    return json.takeText();
}

void writeKeyValues(JsonWriter &json, const QList<store::KeyValue> &rows)
{
    json.key("kv").beginArray();
    for (const store::KeyValue &row : rows)
        writeKeyValueRow(json, row);
    json.endArray();
}

Result<QByteArray> scanKvJson(MessageReader &reader, const QByteArray &category, int limit, const QByteArray &afterKey)
{
    Result<QList<store::KeyValue>> rows = reader.keyValues(category, {}, limit + 1, afterKey);
    if (!rows.ok())
        return rows.error();
    const bool isMore = rows->size() > limit;
    if (isMore)
        rows->resize(limit);
    JsonWriter json;
    json.beginObject();
    writeKeyValues(json, *rows);
    json.field("next_position", isMore ? rows->constLast().key : QByteArray()).endObject();
    return json.takeText();
}

Result<QByteArray> queryKvJson(MessageReader &reader, const QByteArray &category, const QByteArray &key)
{
    const Result<QList<store::KeyValue>> rows = reader.keyValues(category, key, 1, {});
    if (!rows.ok())
        return rows.error();
    JsonWriter json;
    json.beginObject();
    writeKeyValues(json, *rows);
    json.endObject();
    return json.takeText();
}

} // namespace

void queryRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    const Result<Gid> gid = Gid::fromBytes(request.queryValue("gid"));
    if (!gid.ok())
        return context.answer(replyTo, gid.error());
    context.answerFromReader(replyTo, [gid = *gid](MessageReader &reader) { return queryJson(reader, gid); });
}

void allRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    const Result<AllQuery> query = readAllQuery(request);
    if (!query.ok())
        return context.answer(replyTo, query.error());
    context.answerFromReader(replyTo, [query = *query](MessageReader &reader) { return allJson(reader, query); });
}

void scanKvRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    const Result<QByteArray> category = queryText(request, "cat");
    if (!category.ok())
        return context.answer(replyTo, category.error());
    const Result<std::int64_t> limit = queryNumber(request, "limit", rowsDefault, {1, rowsMax});
    if (!limit.ok())
        return context.answer(replyTo, limit.error());
    context.answerFromReader(replyTo,
                             [category = *category, limit = static_cast<int>(*limit),
                              position = request.queryValue("position")](MessageReader &reader) {
                                 return scanKvJson(reader, category, limit, position);
                             });
}

void queryKvRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    const Result<QByteArray> category = queryText(request, "cat");
    if (!category.ok())
        return context.answer(replyTo, category.error());
    const Result<QByteArray> key = queryText(request, "key");
    if (!key.ok())
        return context.answer(replyTo, key.error());
    context.answerFromReader(replyTo, [category = *category, key = *key](MessageReader &reader) {
        return queryKvJson(reader, category, key);
    });
}

} // namespace core::api
