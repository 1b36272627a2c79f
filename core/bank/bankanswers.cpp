// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankanswers.h"

#include <QJsonDocument>

namespace core::bank {

using namespace Qt::StringLiterals;

namespace {

int statusOf(Error::Code code)
{
    switch (code) {
    case Error::Code::Invalid:
        return 400;
    case Error::Code::NotFound:
        return 404;
    case Error::Code::Conflict:
        return 409;
    case Error::Code::TooLarge:
        return 413;
    case Error::Code::Ongoing:
        return 425;
    case Error::Code::Internal:
        return 500;
    case Error::Code::Unavailable:
        return 503;
    }
    return 500;
}

} // namespace

http::Response jsonAnswer(int status, const QJsonObject &body)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact), .headers = {}};
}

http::Response successAnswer()
{
    return jsonAnswer(200, {{u"dtm_result"_s, u"SUCCESS"_s}});
}

http::Response errorAnswer(const Error &error)
{
    const QString result = error.code == Error::Code::Ongoing ? u"ONGOING"_s : u"FAILURE"_s;
    http::Response response =
        jsonAnswer(statusOf(error.code), {{u"dtm_result"_s, result}, {u"message"_s, error.detail}});
    if (response.status == 503)
        response.headers << http::Header{"Retry-After", "1"};
    return response;
}

} // namespace core::bank
