// SPDX-License-Identifier: Apache-2.0
#include "core/api/api.h"

#include "core/api/reply.h"
#include "core/api/routecontext.h"
#include "core/api/routes.h"

namespace core::api {

using namespace Qt::StringLiterals;

class Api::Private
{
public:
    explicit Private(ApiContext parts) : context(std::move(parts)) { }

    void handle(const http::Request &request, http::ReplyTo replyTo);

    RouteContext context;

private:
    void refuse(const http::Request &request, http::ReplyTo replyTo, const QByteArray &allowed);

    const RouteTable m_routes;
    const QByteArray m_unknown = unknownRouteName();
};

void Api::Private::handle(const http::Request &request, http::ReplyTo replyTo)
{
    const RouteTable::Found found = m_routes.find(request.method, request.path);
    context.begin(replyTo, found.route ? found.route->name : m_unknown);
    if (!found.route)
        return refuse(request, replyTo, found.allowed);
    found.route->handler(context, request, replyTo);
}

/// 404 for a path that is not there, 405 for one that is.
void Api::Private::refuse(const http::Request &request, http::ReplyTo replyTo, const QByteArray &allowed)
{
    const QString path = QString::fromUtf8(request.path);
    if (allowed.isEmpty())
        return context.answer(replyTo,
                              Error::notFound(u"there is no route "_s + path + u": routes begin with /api/dtmsvr/"_s));
    const QString detail =
        path + u" does not take "_s + QString::fromUtf8(request.method) + u": use "_s + QString::fromLatin1(allowed);
    http::Response response = errorResponse(Error::invalid({}, detail));
    response.status = 405;
    response.headers.append({"Allow", allowed});
    context.answer(replyTo, response);
}

Api::Api(ApiContext context, QObject *parent) : QObject(parent), d(std::make_unique<Private>(std::move(context))) { }

Api::~Api() = default;

void Api::handle(http::Request &&request, http::ReplyTo replyTo)
{
    d->handle(request, replyTo);
}

void Api::answer(http::ReplyTo replyTo, const std::optional<Error> &error)
{
    d->context.answer(replyTo, error);
}

} // namespace core::api
