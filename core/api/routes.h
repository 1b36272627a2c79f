// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <QHash>

#include <optional>
#include <vector>

namespace core::api {

class RouteContext;

using RouteHandler = void (*)(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);

struct Route
{
    QByteArray method; ///< empty: any; GET also serves HEAD
    QByteArray path; ///< with a '/' at its end, a name follows
    RouteHandler handler = nullptr;
    QByteArray name = {}; ///< what metrics call it: the last part of the path in lower case; set by the table
};

/// All that is served (PROTOCOL §2), found by method and path.
class RouteTable final
{
public:
    RouteTable();

    struct Found
    {
        const Route *route = nullptr; ///< null: the path has no such method, or there is no such path
        QByteArray allowed; ///< methods that the path has, for the Allow header; empty: there is no such path
    };
    Found find(const QByteArray &method, const QByteArray &path) const;

private:
    const std::vector<Route> *routesOf(const QByteArray &path) const;

    QHash<QByteArray, std::vector<Route>> m_routes;
};

/// What metrics call requests that no route serves.
QByteArray unknownRouteName();

} // namespace core::api
