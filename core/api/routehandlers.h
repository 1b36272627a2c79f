// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/routecontext.h"

namespace core::api {

// The handlers of all routes (PROTOCOL §2). Each answers its request, now or later, exactly once.

// messageroutes.cpp
void prepareRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void submitRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void abortRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void forceStopRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void resetNextCronTimeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void resetCronTimeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void otherTypeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);

// queryroutes.cpp
void queryRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void allRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void scanKvRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void queryKvRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);

// topicroutes.cpp
void subscribeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void unsubscribeRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void removeTopicRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);

// inforoutes.cpp
void versionRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void newGidRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void metricsRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);
void pingRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);

// jsonrpc.cpp
void jsonRpcRoute(RouteContext &context, const http::Request &request, http::ReplyTo replyTo);

} // namespace core::api
