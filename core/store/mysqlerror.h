// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/store/messagestore.h"

namespace core::store {

struct MysqlAddress;

/// What the server or the client library said: its number and its words. 0: nothing went wrong.
struct MysqlFailure
{
    unsigned code = 0;
    QString detail;
};

/// A failure as an Error whose sentence names the store and the remedy.
Error mysqlError(const MysqlFailure &failure, const MysqlAddress &address);

/// The GRANT that this program needs: its schema steps too.
QString grantsFor(const MysqlAddress &address);

/// The connection is gone: nobody knows whether what was sent was done.
bool isConnectionLost(unsigned code);
/// A unique key is taken.
bool isDuplicate(unsigned code);

/// What a failed statement within a transaction means for the batch, whose COMMIT was not sent yet.
CommitOutcome outcomeOfMysqlStatement(unsigned code);

/// What a failed COMMIT means. What the server did not refuse for a reason known to undo all is Unknown: a node that
/// lost its cluster meanwhile, too, since the others may have got the batch and keep it.
CommitOutcome outcomeOfMysqlCommit(unsigned code);

} // namespace core::store
