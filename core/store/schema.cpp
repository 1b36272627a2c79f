// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.h"

#include "core/base/faultpoint.h"
#include "core/store/log.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace core::store {

namespace {

Error stepFailed(const QSqlError &reason, qsizetype version, const QString &storeName)
{
    return Error::unavailable(QStringLiteral("bringing the store %1 to version %2 failed and was undone: %3")
                                  .arg(storeName, QString::number(version), reason.text()));
}

/// 0 for a database without schema.
Result<qsizetype> currentVersion(QSqlDatabase &database, const QString &storeName)
{
    if (!database.tables().contains(QStringLiteral("schema_version")))
        return qsizetype(0);
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT max(version) FROM schema_version")) || !query.next()) {
        return Error::unavailable(
            QStringLiteral("the version of the store %1 cannot be read (%2): if it is damaged, restore a backup")
                .arg(storeName, query.lastError().text()));
    }
    return static_cast<qsizetype>(query.value(0).toLongLong());
}

Status runStatements(QSqlDatabase &database, const SchemaStep &step, qsizetype version, const QString &storeName)
{
    QStringList statements = step.statements;
    if (version == 1)
        statements.prepend(QStringLiteral("CREATE TABLE schema_version (version BIGINT NOT NULL PRIMARY KEY)"));
    statements.append(QStringLiteral("INSERT INTO schema_version (version) VALUES (%1)").arg(version));
    QSqlQuery query(database);
    for (const QString &statement : std::as_const(statements)) {
        if (!query.exec(statement))
            return stepFailed(query.lastError(), version, storeName);
    }
    if (faultPoint("migration.step"))
        return Error::unavailable(QStringLiteral("fault point migration.step"));
    return Done{};
}

Status runStep(QSqlDatabase &database, const SchemaStep &step, qsizetype version, const QString &storeName)
{
    if (!database.transaction())
        return stepFailed(database.lastError(), version, storeName);
    const Status done = runStatements(database, step, version, storeName);
    if (!done.ok()) {
        database.rollback();
        return done;
    }
    if (!database.commit()) {
        const QSqlError reason = database.lastError();
        database.rollback();
        return stepFailed(reason, version, storeName);
    }
    qCInfo(lcStore).nospace() << "schema step=" << version << " store=" << storeName;
    return Done{};
}

} // namespace

Status upgradeSchema(QSqlDatabase database, const QList<SchemaStep> &steps, const QString &storeName)
{
    const Result<qsizetype> found = currentVersion(database, storeName);
    if (!found.ok())
        return found.error();
    if (*found > steps.size()) {
        return Error{Error::Code::Invalid,
                     QStringLiteral("the store %1 is of version %2, this program knows only up to %3: update Checkback")
                         .arg(storeName, QString::number(*found), QString::number(steps.size()))};
    }
    for (qsizetype version = *found + 1; version <= steps.size(); ++version) {
        const Status done = runStep(database, steps[version - 1], version, storeName);
        if (!done.ok())
            return done;
    }
    return Done{};
}

} // namespace core::store
