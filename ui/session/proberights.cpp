// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/proberights.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// The server looks at all that an account may do, its roles among it, when a statement is prepared; it is not run.
enum class Permission { Granted, Denied, Unknown };
Permission permissionFor(const QSqlDatabase &db, const QString &statement, QString &words)
{
    const QStringList denials{u"1044"_s, u"1142"_s, u"1143"_s, u"1227"_s}; // MySQL's and MariaDB's numbers
    QSqlQuery query(db);
    if (query.prepare(statement))
        return Permission::Granted;
    words = query.lastError().text();
    return denials.contains(query.lastError().nativeErrorCode()) ? Permission::Denied : Permission::Unknown;
}

} // namespace

bool isMissing(const QSqlDatabase &db, const QString &table)
{
    constexpr auto noSuchTable = "1146"_L1; // MySQL's and MariaDB's number
    QSqlQuery query(db);
    if (query.exec(u"SELECT 1 FROM %1 WHERE 1 = 0"_s.arg(table)))
        return false;
    const QSqlError error = query.lastError();
    return error.nativeErrorCode() == noSuchTable || error.databaseText().startsWith("no such table"_L1);
}

core::Result<QStringList> grantedOf(const QSqlDatabase &db, const QList<Trial> &trials)
{
    QSqlQuery(db).exec(u"SET SESSION TRANSACTION READ WRITE"_s);
    QStringList granted;
    for (const Trial &trial : trials) {
        QString words;
        const Permission permission = permissionFor(db, trial.second, words);
        if (permission == Permission::Unknown)
            return core::Error::unavailable(words);
        if (permission == Permission::Granted)
            granted << trial.first;
    }
    return granted;
}

} // namespace ui
