// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/schema.h"

namespace core::store {

class SqliteConnection;

/// The steps that make a store in an SQLite file. The first also marks the file as a Checkback store (application_id).
QList<SchemaStep> sqliteSchema();

/// Invalid when the file holds a database of another program. An empty file is welcome.
Status refuseForeignFile(SqliteConnection &connection);

} // namespace core::store
