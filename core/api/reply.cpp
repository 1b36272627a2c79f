// SPDX-License-Identifier: Apache-2.0
#include "core/api/reply.h"

#include "core/api/jsonwriter.h"
#include "core/message/verdict.h"

namespace core::api {

namespace {

constexpr char retryAfterSeconds[] = "1";

void addResult(JsonWriter &json, Error::Code code)
{
    if (code == Error::Code::Conflict)
        json.field("dtm_result", "FAILURE");
    else if (code == Error::Code::Ongoing)
        json.field("dtm_result", "ONGOING");
}

QByteArray hiddenText(const QString &text)
{
    QByteArray json;
    appendJsonString(json, text.toUtf8());
    return message::withHiddenResultWords(std::move(json));
}

} // namespace

const http::Response &successResponse()
{
    static const http::Response response{.status = 200, .body = QByteArrayLiteral("{\"dtm_result\":\"SUCCESS\"}")};
    return response;
}

http::Response jsonResponse(QByteArray json)
{
    return {.status = 200, .body = std::move(json)};
}

http::Response errorResponse(const Error &error)
{
    JsonWriter json;
    json.beginObject();
    addResult(json, error.code);
    json.key("message").raw(hiddenText(error.detail));
    if (!error.field.isEmpty())
        json.field("field", error.field);
    json.endObject();

    http::Response response{.status = httpStatusOf(error.code), .body = json.takeText()};
    if (error.code == Error::Code::Unavailable)
        response.headers.append(http::Header{"Retry-After", retryAfterSeconds});
    return response;
}

int httpStatusOf(Error::Code code)
{
    switch (code) {
    case Error::Code::Invalid:
        return 400;
    case Error::Code::TooLarge:
        return 413;
    case Error::Code::NotFound:
        return 404;
    case Error::Code::Conflict:
        return 409;
    case Error::Code::Ongoing:
        return 425;
    case Error::Code::Unavailable:
        return 503;
    case Error::Code::Internal:
        return 500;
    }
    return 500;
}

} // namespace core::api
