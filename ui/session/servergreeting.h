// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>

namespace ui {

/// What a MySQL or MariaDB server says first on a new connection, before anybody logs in.
struct ServerGreeting
{
    QByteArray version; ///< "10.11.6-MariaDB"
    bool offersTls = false;
};

/// Reads the first packet (protocol version 10 of MySQL's client/server protocol). Nothing while more bytes are to
/// come. Unavailable with the server's words when it turns the connection away (too many connections, blocked host);
/// Invalid when it is another kind of server. Pure.
core::Result<std::optional<ServerGreeting>> parseGreeting(const QByteArray &bytes);

/// The packet that asks for TLS after the greeting; the TLS handshake follows at once. Pure.
QByteArray tlsRequest();

} // namespace ui
