// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

namespace core::store {

class MysqlConnection;

/// Brings the database to this program's version. DDL commits by itself there: a step that was cut short is run again
/// from its start, by whoever comes next, so each statement of a step is harmless when repeated. Then looks whether the
/// tables are as they must be, and whether this user may write them. Errors name the remedy; Invalid: the database is
/// from a newer version, or another program's.
Status prepareMysqlSchema(MysqlConnection &connection);

/// Whether a coordinator has made the tables: Unavailable where none has.
Status findMysqlSchema(MysqlConnection &connection);

} // namespace core::store
