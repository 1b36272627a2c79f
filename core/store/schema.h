// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QStringList>

class QSqlDatabase;

namespace core::store {

/// One step of a schema. Its version is its place in the list, counted from 1. Never edit a step that was released: add
/// one at the end.
struct SchemaStep
{
    QStringList statements;
};

/// Brings a database to the last of these steps, each in a transaction of its own together with its row in
/// schema_version, so that a step is there whole or not at all. storeName is what errors call the database. Invalid:
/// the database is from a newer version. Any other error: the step named in it was undone.
Status upgradeSchema(QSqlDatabase database, const QList<SchemaStep> &steps, const QString &storeName);

} // namespace core::store
