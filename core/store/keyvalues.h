// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"

namespace core::store {

class SqlConnection;

// The key_value table, in SQL that every dialect understands.

/// Rows of a category in the order of their keys: the one of this key, or (key empty) at most limit behind afterKey.
Result<QList<KeyValue>> readKeyValues(SqlConnection &connection, const QByteArray &category, const QByteArray &key,
                                      int limit, const QByteArray &afterKey);

/// Inserts version 1, or replaces the version before. Conflict when the stored one is another.
Status putKeyValue(SqlConnection &connection, const KeyValue &row);

Status removeKeyValue(SqlConnection &connection, const QByteArray &category, const QByteArray &key);

} // namespace core::store
