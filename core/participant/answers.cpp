// SPDX-License-Identifier: Apache-2.0
#include "core/participant/answers.h"

#include "core/message/verdict.h"

#include <QJsonDocument>

namespace core::participant {

using namespace Qt::StringLiterals;

namespace {

int httpStatus(Error::Code code)
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

QByteArray resultOf(Error::Code code)
{
    if (code == Error::Code::Conflict)
        return "FAILURE";
    return code == Error::Code::Ongoing ? "ONGOING" : QByteArray();
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
    http::Response response = jsonAnswer(httpStatus(error.code), {{u"message"_s, error.detail}});
    response.body = message::withHiddenResultWords(std::move(response.body));
    if (const QByteArray result = resultOf(error.code); !result.isEmpty())
        response.body.replace(0, 1, "{\"dtm_result\":\"" + result + "\",");
    if (response.status == 503)
        response.headers << http::Header{"Retry-After", "1"};
    return response;
}

http::Response verdictAnswer(const Result<message::Verdict> &verdict)
{
    if (!verdict.ok())
        return errorAnswer(verdict.error());
    switch (*verdict) {
    case message::Verdict::Success:
        return successAnswer();
    case message::Verdict::Failure:
        return errorAnswer(Error::conflict(u"the local transaction was not committed and never will be"_s));
    case message::Verdict::Ongoing:
        return errorAnswer({Error::Code::Ongoing, u"the local transaction is still open"_s});
    case message::Verdict::Unknown:
        break;
    }
    return errorAnswer(Error::unavailable(u"whether the local transaction is committed is not known"_s));
}

} // namespace core::participant
