// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"
#include "core/store/sqlconnection.h"

namespace core::store {

/// MessageStore::prune() in both dialects, within a transaction that the caller began and ends. The attempts of a
/// message go with it.
Result<Pruned> pruneMessages(SqlConnection &connection, const PruneOrder &order);

/// MessageStore::countAfter() in both dialects.
Result<Counted> countMessages(SqlConnection &connection, std::int64_t afterId, int rowsMax);

} // namespace core::store
