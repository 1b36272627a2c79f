// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QStringList>

#include <utility>

namespace ui {

/// A right, and a statement that needs it and would change nothing.
using Trial = std::pair<QString, QString>;

/// The rights of the trials that are granted; the server's words when it cannot be told. Nothing is run. The
/// connection, which is for reading only, is that no more afterwards: a server prepares nothing that changes something
/// on one that is. Blocks for the server's answers.
core::Result<QStringList> grantedOf(const QSqlDatabase &db, const QList<Trial> &trials);

/// The table is not there. Blocks as above.
bool isMissing(const QSqlDatabase &db, const QString &table);

} // namespace ui
