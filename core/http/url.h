// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QHostAddress>

namespace core::http {

/// A URL to call, taken apart once. Identifiers in it are never rewritten: target is sent as it was given.
struct Url
{
    bool isTls = false;
    QByteArray host; ///< a name or an address, without brackets
    quint16 port = 80;
    QByteArray target; ///< path and query as given; "/" when there is none; no fragment

    /// host:port as it stands in the Host header (brackets around IPv6, default port left out).
    QByteArray hostHeader() const;
    /// Connections of the same origin share a pool: "https://host:port".
    QByteArray origin() const;

    /// Reads an absolute http or https URL (PROTOCOL §6): no user info, no control characters or spaces, a host, a port
    /// of 1–65535. An Invalid error names the given field and what would be right. Pure; names are not looked up.
    static Result<Url> parse(QByteArrayView text, const QByteArray &field = "url");
};

/// Whether calls to this address are refused always: link-local (169.254.0.0/16 with the metadata addresses,
/// fe80::/10), 100.100.100.200 and fd00:ec2::254 (metadata of clouds that put it elsewhere), unspecified, multicast,
/// broadcast; also when written as IPv4 in IPv6.
bool isForbiddenAddress(const QHostAddress &address);

/// Adds name=value pairs (percent-encoded where needed) to a target's query, keeping what is there.
QByteArray withQuery(const QByteArray &target, std::initializer_list<std::pair<QByteArrayView, QByteArrayView>> pairs);

/// percent-encodes all but unreserved characters (RFC 3986 §2.3).
QByteArray percentEncoded(QByteArrayView text);

} // namespace core::http
