// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/participant/barriertable.h"

namespace core::participant {

/// Creates a table by this statement (CREATE TABLE IF NOT EXISTS …) unless it is there; a table that is there needs no
/// right to create. On the caller's thread, outside a transaction (MySQL commits by itself before it creates).
/// Invalid for another driver, and on MySQL for a table whose engine cannot roll back, as MyISAM's cannot. Unavailable
/// with the database's words, and with the SQL that somebody with the right can run, when the database refuses.
Status ensureTable(QSqlDatabase &db, const TableName &name, const QString &createSql);

/// Tries a statement that changes no row, for what the database says to it: a right or a column that is missing shows
/// now and not at the first request. doing as for databaseError().
Status tryStatement(QSqlDatabase &db, const QString &doing, const QString &statement);

} // namespace core::participant
