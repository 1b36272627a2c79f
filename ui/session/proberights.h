// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/databaseurl.h"

#include <QSqlDatabase>
#include <QStringList>

namespace ui {

/// A right, and a statement that needs it and that would change nothing.
struct Trial
{
    QString right;
    QString statement;
};

/// What it takes to book at a bank, and to work with a store whose tables are there.
QList<Trial> bankTrials(const core::bank::DatabaseUrl &place);
QList<Trial> storeTrials();

/// The rights of the trials that are granted; the server's words when it cannot be told. Nothing is run. The
/// connection, which is for reading only, is that no more afterwards: a server prepares nothing that changes something
/// on one that is. Blocks for the server's answers.
core::Result<QStringList> grantedOf(const QSqlDatabase &db, const QList<Trial> &trials);

/// The table is not there. Blocks as above.
bool isMissing(const QSqlDatabase &db, const QString &table);
/// Of a bank's three tables.
QStringList missingTables(const QSqlDatabase &db, const core::bank::DatabaseUrl &place);

} // namespace ui
