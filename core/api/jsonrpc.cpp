// SPDX-License-Identifier: Apache-2.0
#include "core/api/jsonwriter.h"
#include "core/api/reply.h"
#include "core/api/routehandlers.h"
#include "core/api/transactionjson.h"
#include "core/message/verdict.h"

namespace core::api {

using namespace Qt::StringLiterals;
using simdjson::dom::element;
using simdjson::dom::object;

// JSON-RPC 2.0 (PROTOCOL §2). Errors travel in a 200, except unparsable JSON in a 400. Codes:
//   −32700 bad JSON · −32600 bad request, its params among it, and an unknown gid or topic · −32601 no such method
//   −32603 full, store away, or a defect · −32901 FAILURE (HTTP 409) · −32902 ONGOING (HTTP 425; clients know this
//   code)
// `data` of an error has the HTTP status that the plain route would have answered.

namespace {

constexpr int badJson = -32700;
constexpr int badRequest = -32600;
constexpr int noMethod = -32601;
constexpr int internalError = -32603;
constexpr int failure = -32901;
constexpr int stillOngoing = -32902;

struct RpcError
{
    int code = internalError;
    Error error;
};

struct RpcCall
{
    QByteArray id; ///< JSON, as it was sent
    QByteArray method;
    Result<object> params; ///< the error says why there is no transaction in it
};

int rpcCodeOf(Error::Code code)
{
    switch (code) {
    case Error::Code::Invalid:
    case Error::Code::TooLarge:
    case Error::Code::NotFound:
        return badRequest;
    case Error::Code::Conflict:
        return failure;
    case Error::Code::Ongoing:
        return stillOngoing;
    case Error::Code::Unavailable:
    case Error::Code::Internal:
        return internalError;
    }
    return internalError;
}

QByteArray resultJson(const QByteArray &id, const QByteArray &result)
{
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + ",\"error\":null}";
}

QByteArray errorJson(const QByteArray &id, const RpcError &rpcError)
{
    JsonWriter error;
    error.beginObject().field("code", rpcError.code).field("message", rpcError.error.detail.toUtf8());
    error.key("data").beginObject().field("status", httpStatusOf(rpcError.error.code)).endObject().endObject();
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id
        + ",\"result\":null,\"error\":" + message::withHiddenResultWords(error.takeText()) + '}';
}

void answerError(RouteContext &context, http::ReplyTo replyTo, const QByteArray &id, const RpcError &error)
{
    http::Response response = jsonResponse(errorJson(id, error));
    if (error.code == badJson)
        response.status = httpStatusOf(error.error.code);
    context.answer(replyTo, response, false);
}

void answerOutcome(RouteContext &context, http::ReplyTo replyTo, const QByteArray &id,
                   const std::optional<Error> &error)
{
    if (error)
        return answerError(context, replyTo, id, {rpcCodeOf(error->code), *error});
    context.answer(replyTo, jsonResponse(resultJson(id, "null")));
}

/// The id's JSON as it was sent, which keeps numbers digit for digit; empty when it is no proper id.
QByteArray rawId(QByteArrayView body)
{
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(body.data(), static_cast<std::size_t>(body.size()));
    simdjson::ondemand::document document;
    simdjson::ondemand::value id;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS || document["id"].get(id) != simdjson::SUCCESS)
        return {};
    const QByteArray token = viewOf(id.raw_json_token()).trimmed().toByteArray();
    const bool isText = token.startsWith('"') && token != "\"\"";
    const bool isNumber = token.startsWith('-') || (!token.isEmpty() && token[0] >= '0' && token[0] <= '9');
    return isText || isNumber ? token : QByteArray();
}

std::optional<QString> faultOf(const object &request, const QByteArray &id)
{
    std::string_view text;
    if (request.at_key("jsonrpc").get(text) != simdjson::SUCCESS || text != "2.0")
        return u"jsonrpc must be \"2.0\""_s;
    if (id.isEmpty())
        return u"id is missing or empty: give a string or a number"_s;
    if (request.at_key("method").get(text) != simdjson::SUCCESS || text.empty())
        return u"method is missing: give newGid, prepare, submit or abort"_s;
    return std::nullopt;
}

Result<object> paramsOf(const object &request)
{
    element params;
    if (request.at_key("params").get(params) != simdjson::SUCCESS)
        return Error::invalid("params", u"params is missing: give a transaction as an object"_s);
    object transaction;
    if (params.get(transaction) != simdjson::SUCCESS)
        return wrongKind("params", params, u"a transaction as an object"_s);
    return transaction;
}

std::variant<RpcCall, RpcError> readCall(const element &root, const QByteArray &id)
{
    object request;
    if (root.get(request) != simdjson::SUCCESS) {
        const QString what = u"the body is "_s + kindOf(root) + u": give one request object (batches are not served)"_s;
        return RpcError{badRequest, Error::invalid({}, what)};
    }
    if (const std::optional<QString> fault = faultOf(request, id))
        return RpcError{badRequest, Error::invalid({}, *fault)};
    return RpcCall{id, viewOf(request.at_key("method").get_string().value_unsafe()).toByteArray(), paramsOf(request)};
}

std::optional<Operation> operationOf(const QByteArray &method)
{
    if (method == "prepare")
        return Operation::Prepare;
    if (method == "submit")
        return Operation::Submit;
    if (method == "abort")
        return Operation::Abort;
    return std::nullopt;
}

void runTransaction(RouteContext &context, http::ReplyTo replyTo, const RpcCall &call, Operation operation)
{
    if (!call.params.ok())
        return answerOutcome(context, replyTo, call.id, call.params.error());
    Result<Transaction> transaction = readTransaction(operation, *call.params, context.urls());
    if (!transaction.ok())
        return answerOutcome(context, replyTo, call.id, transaction.error());
    auto reply = [asked = QPointer<RouteContext>(&context), replyTo, id = call.id](const std::optional<Error> &error) {
        if (asked)
            answerOutcome(*asked, replyTo, id, error);
    };
    context.post(engine::Command{std::move(transaction->gid), std::move(transaction->event),
                                 engine::LocalReply(std::move(reply))});
}

void runCall(RouteContext &context, http::ReplyTo replyTo, const RpcCall &call)
{
    if (call.method == "newGid") {
        const QByteArray result = "{\"gid\":\"" + context.parts().gids.newGid().bytes() + "\"}";
        return context.answer(replyTo, jsonResponse(resultJson(call.id, result)));
    }
    if (const std::optional<Operation> operation = operationOf(call.method))
        return runTransaction(context, replyTo, call, *operation);
    const QString what =
        u"there is no method '"_s + QString::fromUtf8(call.method) + u"': give newGid, prepare, submit or abort"_s;
    answerError(context, replyTo, call.id, {noMethod, Error::notFound(what)});
}

} // namespace

void jsonRpcRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo)
{
    const Result<element> root = parseBody(request.body);
    if (!root.ok())
        return answerError(context, replyTo, "null", {badJson, root.error()});
    const QByteArray id = root->is_object() ? rawId(request.body) : QByteArray();
    const std::variant<RpcCall, RpcError> call = readCall(*root, id);
    if (const auto *error = std::get_if<RpcError>(&call))
        return answerError(context, replyTo, id.isEmpty() ? QByteArray("null") : id, *error);
    runCall(context, replyTo, std::get<RpcCall>(call));
}

} // namespace core::api
