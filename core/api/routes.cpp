// SPDX-License-Identifier: Apache-2.0
#include "core/api/routes.h"

#include "core/api/routehandlers.h"

namespace core::api {

namespace {

std::vector<Route> allRoutes()
{
    return {
        {"POST", "/api/dtmsvr/prepare", prepareRoute},
        {"POST", "/api/dtmsvr/submit", submitRoute},
        {"POST", "/api/dtmsvr/abort", abortRoute},
        {"POST", "/api/dtmsvr/forceStop", forceStopRoute},
        {"POST", "/api/dtmsvr/resetNextCronTime", resetNextCronTimeRoute},
        {"GET", "/api/dtmsvr/resetCronTime", resetCronTimeRoute},
        {"GET", "/api/dtmsvr/version", versionRoute},
        {"GET", "/api/dtmsvr/newGid", newGidRoute},
        {"GET", "/api/dtmsvr/query", queryRoute},
        {"GET", "/api/dtmsvr/all", allRoute},
        {"GET", "/api/dtmsvr/scanKV", scanKvRoute},
        {"GET", "/api/dtmsvr/queryKV", queryKvRoute},
        {"GET", "/api/dtmsvr/subscribe", subscribeRoute},
        {"GET", "/api/dtmsvr/unsubscribe", unsubscribeRoute},
        {"DELETE", "/api/dtmsvr/topic/", removeTopicRoute},
        {"POST", "/api/dtmsvr/registerBranch", otherTypeRoute},
        {"POST", "/api/dtmsvr/registerXaBranch", otherTypeRoute},
        {"POST", "/api/dtmsvr/registerTccBranch", otherTypeRoute},
        {"POST", "/api/dtmsvr/prepareWorkflow", otherTypeRoute},
        {"POST", "/api/json-rpc", jsonRpcRoute},
        {"GET", "/api/metrics", metricsRoute},
        {"", "/api/ping", pingRoute},
    };
}

QByteArray nameOf(QByteArray path)
{
    if (path.endsWith('/'))
        path.chop(1);
    return path.mid(path.lastIndexOf('/') + 1).toLower();
}

bool serves(const Route &route, const QByteArray &method)
{
    return route.method.isEmpty() || route.method == method || (route.method == "GET" && method == "HEAD");
}

} // namespace

RouteTable::RouteTable()
{
    for (Route &route : allRoutes()) {
        route.name = nameOf(route.path);
        m_routes[route.path].push_back(route);
    }
}

RouteTable::Found RouteTable::find(const QByteArray &method, const QByteArray &path) const
{
    Found found;
    const std::vector<Route> *routes = routesOf(path);
    if (!routes)
        return found;
    for (const Route &route : *routes) {
        if (serves(route, method))
            return {.route = &route};
        found.allowed += (found.allowed.isEmpty() ? QByteArray() : QByteArray(", ")) + route.method;
    }
    return found;
}

const std::vector<Route> *RouteTable::routesOf(const QByteArray &path) const
{
    auto routes = m_routes.constFind(path);
    if (routes == m_routes.cend())
        routes = m_routes.constFind(path.first(path.lastIndexOf('/') + 1));
    return routes == m_routes.cend() ? nullptr : &*routes;
}

QByteArray unknownRouteName()
{
    return QByteArrayLiteral("unknown");
}

} // namespace core::api
