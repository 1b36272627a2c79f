// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>

namespace core::participant {

/// Opens this connection again where its server has closed it, as servers do with one that was idle for their
/// wait_timeout, or when they restart; and where it is not open yet. To be called before a piece of work, never while a
/// transaction is open: one round trip. True when it was opened: then what SET SESSION had changed is lost. The
/// password must have been given by QSqlDatabase::setPassword(). Unavailable with the remedy when there is no
/// connection.
Result<bool> ensureConnected(QSqlDatabase &db);

} // namespace core::participant
