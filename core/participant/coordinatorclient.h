// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/gid.h"
#include "core/http/client.h"

#include <memory>

namespace core::participant {

/// A coordinator as a participant sees it: its HTTP API under a base URL such as http://127.0.0.1:36789/api/dtmsvr.
/// Keeps one connection. One thread; calls block up to their timeout.
class CoordinatorClient final
{
public:
    /// token is sent as a Bearer header where it is not empty. Invalid on the field "coordinator" for a wrong URL.
    static Result<std::unique_ptr<CoordinatorClient>> create(const QByteArray &baseUrl, QByteArray token = {},
                                                             Millis timeout = seconds(10));

    /// A gid that no other message has.
    Result<Gid> newGid();
    /// POSTs a transaction to prepare, submit or abort. Ok for 200; Conflict for 409, Ongoing for 425, Invalid for 400,
    /// NotFound for 404, TooLarge for 413, else Unavailable: then the coordinator may have taken it or not.
    Status post(const QByteArray &operation, const QByteArray &transaction);

private:
    CoordinatorClient(http::Url base, QByteArray token, Millis timeout);
    http::ClientAnswer send(const QByteArray &method, const QByteArray &operation, const QByteArray &body);

    http::Url m_base;
    QByteArray m_token;
    Millis m_timeout;
    http::BlockingClient m_client;
};

} // namespace core::participant
