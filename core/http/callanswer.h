// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"
#include "core/http/responseparser.h"
#include "core/sockets/stream.h"

namespace core::http {

/// An end without a usable answer.
ClientAnswer failedAnswer(ClientAnswer::Outcome outcome, const QString &errorText, bool requestWasSent);

/// What the parser has found, once it is no longer Reading. Takes the body out of the parser.
ClientAnswer toAnswer(ResponseParser &parser);

/// No connection came about: Refused or, for https, TlsFailed.
ClientAnswer connectFailure(const sockets::ConnectFailure &failure);

ClientAnswer timedOut(bool requestWasSent);
ClientAnswer nameNotFound();
ClientAnswer forbiddenEndpoint();

} // namespace core::http
