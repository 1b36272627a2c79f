// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/store/messagestore.h"

namespace core::store {

/// An (extended) SQLite result code as an Error whose sentence names the file and the remedy. detail is SQLite's own
/// text.
Error sqliteError(int code, const QString &detail, const QString &path);

/// What a failed statement within a transaction means for the batch; the transaction must be rolled back.
CommitOutcome outcomeOfStatement(int code);

/// What a failed COMMIT means. After an I/O error the commit record may be on disk although it was not confirmed:
/// Unknown.
CommitOutcome outcomeOfCommit(int code);

} // namespace core::store
