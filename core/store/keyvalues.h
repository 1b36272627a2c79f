// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"

class QSqlDatabase;

namespace core::store {

// The key_value table, in SQL that every dialect understands. storeName is what errors call the database.

/// Rows of a category in the order of their keys: the one of this key, or (key empty) at most limit behind afterKey.
Result<QList<KeyValue>> readKeyValues(const QSqlDatabase &database, const QString &storeName,
                                      const QByteArray &category, const QByteArray &key, int limit,
                                      const QByteArray &afterKey);

/// Inserts version 1, or replaces the version before. Conflict when the stored one is another.
Status putKeyValue(const QSqlDatabase &database, const QString &storeName, const KeyValue &row);

Status removeKeyValue(const QSqlDatabase &database, const QString &storeName, const QByteArray &category,
                      const QByteArray &key);

} // namespace core::store
