// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankqueries.h"

namespace core::bank {

namespace {

QString barrierRows(const BankSql &sql)
{
    return QStringLiteral("SELECT b.gid, b.branch_id, b.op, b.barrier_id, b.reason, COALESCE(j.user_id, 0), "
                          "COALESCE(j.amount_cents, 0), %1 FROM %2 b LEFT JOIN journal j "
                          "ON j.gid = b.gid AND j.branch_id = b.branch_id AND j.op = b.op ")
        .arg(sql.writtenAt, sql.barrier);
}

} // namespace

QString totalsQuery(const BankSql &sql)
{
    return QStringLiteral(
               "SELECT (SELECT COALESCE(SUM(%1), 0) FROM %2), (SELECT COUNT(*) FROM %2), "
               "(SELECT COALESCE(SUM(amount_cents), 0) FROM journal WHERE op = 'msg'), "
               "(SELECT COALESCE(SUM(amount_cents), 0) FROM journal WHERE op = 'action'), "
               "(SELECT COUNT(*) FROM journal WHERE op = 'msg'), (SELECT COUNT(*) FROM journal WHERE op = 'action')")
        .arg(sql.balanceInCents, sql.accounts);
}

QString accountsQuery(const BankSql &sql)
{
    return QStringLiteral("SELECT user_id, %1, %2, %3 FROM %4 WHERE user_id > ? ORDER BY user_id LIMIT ?")
        .arg(sql.balanceInCents, sql.tradingInCents, sql.updateTime, sql.accounts);
}

QString latestGidsQuery(int userId, int limit)
{
    // There is no index by user: how far back is looked is bounded, so that a display may ask often.
    constexpr qint64 bookingsMax = 100'000;
    return QStringLiteral("SELECT gid FROM journal WHERE user_id = %1 AND id > (SELECT COALESCE(MAX(id), 0) FROM "
                          "journal) - %2 ORDER BY id DESC LIMIT %3")
        .arg(userId)
        .arg(bookingsMax)
        .arg(limit);
}

QString latestBarrierRowsQuery(const BankSql &sql, int limit)
{
    return barrierRows(sql) + QStringLiteral("ORDER BY b.id DESC LIMIT %1").arg(limit);
}

QString barrierRowsQuery(const BankSql &sql, qsizetype gids)
{
    const QString places = QStringList(gids, QStringLiteral("?")).join(QStringLiteral(", "));
    return barrierRows(sql) + QStringLiteral("WHERE b.gid IN (%1) ORDER BY b.id").arg(places);
}

QStringList tablesOf(const DatabaseUrl &url)
{
    return {url.accounts.text(), url.barrier.text(), QStringLiteral("journal")};
}

QList<std::pair<QString, QString>> rightsToBook(const DatabaseUrl &url)
{
    const QString accounts = url.accounts.text();
    return {{QStringLiteral("SELECT"), QStringLiteral("SELECT 1 FROM %1 WHERE 1 = 0").arg(accounts)},
            {QStringLiteral("INSERT"),
             QStringLiteral("INSERT INTO %1 (gid) SELECT gid FROM %1 WHERE 1 = 0").arg(url.barrier.text())},
            {QStringLiteral("UPDATE"), QStringLiteral("UPDATE %1 SET balance = balance WHERE 1 = 0").arg(accounts)}};
}

} // namespace core::bank
