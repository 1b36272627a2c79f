// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QList>

#include <utility>

namespace core::store {

class MysqlConnection;

/// Brings the database to this program's version. DDL commits by itself there: a step that was cut short is run again
/// from its start, by whoever comes next, so each statement of a step is harmless when repeated. Then looks whether the
/// tables are as they must be, and whether this user may write them. Errors name the remedy; Invalid: the database is
/// from a newer version, or another program's.
Status prepareMysqlSchema(MysqlConnection &connection);

/// The table that stands for all: where it is, a coordinator has made them.
QString mysqlMainTable();
/// Each right that it takes to work with the tables, with a statement that needs it and would change nothing; before
/// there are tables the right to make them.
QList<std::pair<QString, QString>> mysqlRights(bool tablesAreThere);

/// Whether a coordinator has made the tables: Unavailable where none has.
Status findMysqlSchema(MysqlConnection &connection);

} // namespace core::store
