// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sqlconnection.h"

namespace core::store {

/// One end of a connection as its server knows it. The numbers begin anew when a server is started, so that a number
/// alone might be somebody else's.
struct MysqlSession
{
    std::int64_t id = 0;
    QByteArray client; ///< the address and port of this end
};

/// The session of this connection itself.
Result<MysqlSession> ownSession(SqlConnection &connection);

/// Has the server end a session of the same user whose connection is lost, and waits until it is over: what it was in
/// the middle of is done or undone by then, and not later. Needs no privilege. Unavailable when it is not over in time.
/// Nothing happens where the server has no such session.
Status endSession(SqlConnection &connection, const MysqlSession &former, Millis within);

} // namespace core::store
