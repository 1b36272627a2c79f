// SPDX-License-Identifier: Apache-2.0
#include "core/participant/connection.h"

#include "core/participant/log.h"
#include "core/participant/sqldialect.h"

#include <QSqlDriver>
#include <QSqlQuery>

namespace core::participant {

namespace {

bool isAlive(const QSqlDatabase &db)
{
    if (!db.isOpen())
        return false;
    return db.driver()->dbmsType() == QSqlDriver::SQLite || QSqlQuery(db).exec(QStringLiteral("DO 0"));
}

} // namespace

Result<bool> ensureConnected(QSqlDatabase &db)
{
    if (isAlive(db))
        return false;
    db.close();
    if (!db.open())
        return databaseError(QStringLiteral("take a connection"), db.lastError());
    qCInfo(lcParticipant).nospace() << "connected database=" << db.databaseName();
    return true;
}

} // namespace core::participant
