// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <cstdint>

namespace core::http {

struct Header
{
    QByteArray name;
    QByteArray value;
};
using Headers = QList<Header>;

/// Names are compared without case.
inline bool isNamed(const Header &header, QByteArrayView name)
{
    return header.name.size() == name.size() && name.compare(header.name, Qt::CaseInsensitive) == 0;
}

/// The value of the first header of this name (compared without case), or an empty view.
QByteArrayView headerValue(const Headers &headers, QByteArrayView name);

/// A request as the server hands it on: complete, within the limits, its Host and Origin accepted.
struct Request
{
    QByteArray method; ///< "GET", "POST", …
    QByteArray path; ///< as sent, before '?'; not percent-decoded
    QByteArray query; ///< as sent, after '?'
    Headers headers;
    QByteArray body; ///< chunks put together

    /// The decoded value of one query field, or an empty array when it is absent.
    QByteArray queryValue(QByteArrayView name) const;
};

struct Response
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json");
    Headers headers; ///< further ones, e.g. Retry-After; Content-Length and Connection are the server's
};

/// Names the request that an answer belongs to; a value that may travel between threads. An answer to a connection
/// that is gone is dropped.
struct ReplyTo
{
    std::uint64_t connection = 0;
    std::uint64_t request = 0;
    friend bool operator==(const ReplyTo &, const ReplyTo &) = default;
};

} // namespace core::http
