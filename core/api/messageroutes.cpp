// SPDX-License-Identifier: Apache-2.0
#include "core/api/jsonwriter.h"
#include "core/api/queryfields.h"
#include "core/api/reply.h"
#include "core/api/routehandlers.h"
#include "core/api/transactionjson.h"
#include "core/message/limits.h"

namespace core::api {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t madeDueDefault = 100;
constexpr std::int64_t madeDueMax = 10'000;

void postTransaction(Operation operation, RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    Result<Transaction> transaction = readTransaction(operation, request.body, context.urls());
    if (!transaction.ok())
        return context.answer(replyTo, transaction.error());
    context.post(engine::Command{std::move(transaction->gid), std::move(transaction->event), replyTo});
}

void answerMadeDue(RouteContext &context, http::ReplyTo replyTo, const Result<engine::MadeDue> &madeDue)
{
    if (!madeDue.ok())
        return context.answer(replyTo, madeDue.error());
    JsonWriter json;
    json.beginObject();
    json.field("succeed_count", madeDue->count).field("has_remaining", madeDue->hasRemaining);
    json.endObject();
    context.answer(replyTo, jsonResponse(json.takeText()));
}

} // namespace

void prepareRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    postTransaction(Operation::Prepare, context, request, replyTo);
}

void submitRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    postTransaction(Operation::Submit, context, request, replyTo);
}

void abortRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    postTransaction(Operation::Abort, context, request, replyTo);
}

void forceStopRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    Result<ByHand> byHand = readByHand(request.body);
    if (!byHand.ok())
        return context.answer(replyTo, byHand.error());
    context.post(engine::Command{std::move(byHand->gid), message::ForceStop{std::move(byHand->reason)}, replyTo});
}

void resetNextCronTimeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    Result<ByHand> byHand = readByHand(request.body);
    if (!byHand.ok())
        return context.answer(replyTo, byHand.error());
    context.post(engine::Command{std::move(byHand->gid), message::RetryNow{}, replyTo});
}

void resetCronTimeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    const Result<std::int64_t> timeout = queryNumber(request, "timeout", 0, {0, message::intervalMax.count()});
    if (!timeout.ok())
        return context.answer(replyTo, timeout.error());
    const Result<std::int64_t> limit = queryNumber(request, "limit", madeDueDefault, {1, madeDueMax});
    if (!limit.ok())
        return context.answer(replyTo, limit.error());
    auto done = [asked = QPointer<RouteContext>(&context), replyTo](const Result<engine::MadeDue> &madeDue) {
        if (asked)
            answerMadeDue(*asked, replyTo, madeDue);
    };
    context.post(engine::MakeDue{seconds(*timeout), static_cast<int>(*limit), std::move(done)});
}

/// The parts of saga, tcc, xa and workflow that messages do not have.
void otherTypeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    const QString name = QString::fromLatin1(request.path.mid(request.path.lastIndexOf('/') + 1));
    const QString detail = name + u" belongs to saga, tcc, xa and workflow, which are not served: "_s
        + u"this coordinator keeps two-phase messages, \"msg\", only"_s;
    context.answer(replyTo, Error::invalid("trans_type", detail));
}

} // namespace core::api
