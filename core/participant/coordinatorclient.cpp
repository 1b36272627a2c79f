// SPDX-License-Identifier: Apache-2.0
#include "core/participant/coordinatorclient.h"

#include "core/base/victim.h"
#include "core/message/verdict.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::participant {

using http::ClientAnswer;
using message::Verdict;

namespace {

Error::Code codeOfStatus(int status)
{
    switch (status) {
    case 400:
        return Error::Code::Invalid;
    case 404:
        return Error::Code::NotFound;
    case 413:
        return Error::Code::TooLarge;
    default:
        return Error::Code::Unavailable;
    }
}

Error::Code codeOf(Verdict verdict, int status)
{
    switch (verdict) {
    case Verdict::Failure:
        return Error::Code::Conflict;
    case Verdict::Ongoing:
        return Error::Code::Ongoing;
    case Verdict::Success:
    case Verdict::Unknown:
        break;
    }
    return codeOfStatus(status);
}

QString messageOf(const ClientAnswer &answer)
{
    const QString told = QJsonDocument::fromJson(answer.body).object().value(QLatin1String("message")).toString();
    return told.isEmpty() ? QStringLiteral("the coordinator answered HTTP %1").arg(answer.status)
                          : QStringLiteral("the coordinator says: %1").arg(told);
}

Status statusOf(const ClientAnswer &answer)
{
    if (answer.outcome != ClientAnswer::Outcome::Answered)
        return Error::unavailable(QStringLiteral("no answer from the coordinator: %1").arg(answer.errorText));
    const message::Judgement judgement = message::judge({answer.status, answer.contentType, answer.body});
    if (judgement.verdict == Verdict::Success)
        return Done{};
    return Error{codeOf(judgement.verdict, answer.status), messageOf(answer)};
}

} // namespace

Result<std::unique_ptr<CoordinatorClient>> CoordinatorClient::create(const QByteArray &baseUrl, QByteArray token,
                                                                     Millis timeout)
{
    Result<http::Url> base = http::Url::parse(baseUrl, "coordinator");
    if (!base.ok())
        return base.error();
    while (base->target.endsWith('/'))
        base->target.chop(1);
    return std::unique_ptr<CoordinatorClient>(new CoordinatorClient(std::move(*base), std::move(token), timeout));
}

CoordinatorClient::CoordinatorClient(http::Url base, QByteArray token, Millis timeout)
    : m_base(std::move(base))
    , m_token(std::move(token))
    , m_timeout(timeout)
{ }

Result<Gid> CoordinatorClient::newGid()
{
    const ClientAnswer answer = send("GET", "newGid", {});
    if (const Status status = statusOf(answer); !status.ok())
        return status.error();
    return Gid::fromBytes(
        QJsonDocument::fromJson(answer.body).object().value(QLatin1String("gid")).toString().toLatin1());
}

Status CoordinatorClient::post(const QByteArray &operation, const QByteArray &transaction)
{
    return statusOf(send("POST", operation, transaction));
}

ClientAnswer CoordinatorClient::send(const QByteArray &method, const QByteArray &operation, const QByteArray &body)
{
    if (hasCrashed())
        return {.outcome = ClientAnswer::Outcome::Refused, .errorText = QStringLiteral("this service crashed")};
    http::ClientRequest request{.method = method, .url = m_base, .headers = {}, .body = body, .timeout = m_timeout};
    request.url.target += '/' + operation;
    if (!body.isEmpty())
        request.headers << http::Header{"Content-Type", "application/json"};
    if (!m_token.isEmpty())
        request.headers << http::Header{"Authorization", "Bearer " + m_token};
    return m_client.send(request);
}

} // namespace core::participant
