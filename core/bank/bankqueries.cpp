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

QString placesOf(qsizetype values)
{
    return QStringList(values, QStringLiteral("?")).join(QStringLiteral(", "));
}

/// The columns of bookingSums().
QString bookingColumns()
{
    // The journal is gone through once: a display asks twice a second.
    const auto sumOf = [](const QString &which) {
        return QStringLiteral("COALESCE(SUM(CASE WHEN %1 THEN amount_cents ELSE 0 END), 0)").arg(which);
    };
    const auto countOf = [](const QString &which) {
        return QStringLiteral("COALESCE(SUM(CASE WHEN %1 THEN 1 ELSE 0 END), 0)").arg(which);
    };
    const QStringList columns{
        sumOf(QStringLiteral("op = 'msg'")),   sumOf(QStringLiteral("op = 'action'")),
        countOf(QStringLiteral("op = 'msg'")), countOf(QStringLiteral("op = 'action'")),
        sumOf(QStringLiteral("op = 'naive'")), countOf(QStringLiteral("op = 'naive' AND branch_id = '00'"))};
    return columns.join(QStringLiteral(", "));
}

} // namespace

QString totalsQuery(const BankSql &sql, qint64 after)
{
    const QString all =
        QStringLiteral("SELECT (SELECT COALESCE(SUM(%1), 0) FROM %2), (SELECT COUNT(*) FROM %2), %3 FROM journal")
            .arg(sql.balanceInCents, sql.accounts, bookingColumns());
    return after == 0 ? all : all + QStringLiteral(" WHERE id > %1").arg(after);
}

QString bookingSumsQuery(qint64 after, qint64 last)
{
    return QStringLiteral("SELECT %1 FROM journal WHERE id > %2 AND id <= %3")
        .arg(bookingColumns())
        .arg(after)
        .arg(last);
}

QString chunkEndQuery(const BankSql &sql, qint64 after, qint64 ids)
{
    return QStringLiteral("SELECT id, create_time < %1 FROM journal WHERE id >= %2 ORDER BY id LIMIT 1")
        .arg(sql.aWhileAgo)
        .arg(after + ids);
}

QString journalSpanQuery()
{
    return QStringLiteral("SELECT COALESCE((SELECT MIN(id) FROM journal), 0), "
                          "COALESCE((SELECT MAX(id) FROM journal), 0)");
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
    return barrierRows(sql) + QStringLiteral("WHERE b.gid IN (%1) ORDER BY b.id").arg(placesOf(gids));
}

QString lowestBalanceQuery(const BankSql &sql)
{
    return QStringLiteral("SELECT user_id, %1 FROM %2 ORDER BY 2 LIMIT 1").arg(sql.balanceInCents, sql.accounts);
}

QString belowZeroQuery(const BankSql &sql, int limit)
{
    return QStringLiteral("SELECT user_id, %1 FROM %2 WHERE %1 < 0 ORDER BY user_id LIMIT %3")
        .arg(sql.balanceInCents, sql.accounts)
        .arg(limit);
}

QString repeatedBookingsQuery(qint64 newest, int limit)
{
    return QStringLiteral("SELECT gid, branch_id, op, COUNT(*), SUM(amount_cents) FROM journal WHERE id > (SELECT "
                          "COALESCE(MAX(id), 0) FROM journal) - %1 AND op <> 'naive' GROUP BY gid, branch_id, op "
                          "HAVING COUNT(*) > 1 LIMIT %2")
        .arg(newest)
        .arg(limit);
}

QString newestGidsQuery(const QString &table, int limit)
{
    return QStringLiteral("SELECT gid FROM %1 ORDER BY id DESC LIMIT %2").arg(table).arg(limit);
}

QString messageRowsQuery(const BankSql &sql, qsizetype gids)
{
    return QStringLiteral("SELECT b.gid, b.branch_id, b.op, b.barrier_id, b.reason, %1 FROM %2 b "
                          "WHERE b.trans_type = 'msg' AND b.gid IN (%3) ORDER BY b.id")
        .arg(sql.writtenAt, sql.barrier, placesOf(gids));
}

QString bookingsQuery(qsizetype gids)
{
    return QStringLiteral("SELECT gid, branch_id, op, user_id, peer_user_id, amount_cents FROM journal "
                          "WHERE gid IN (%1)") // in order, a server would rather go through all by id than use the gids
        .arg(placesOf(gids));
}

QString naiveBookingsQuery(const BankSql &sql, int limit)
{
    return QStringLiteral("SELECT b.gid, b.branch_id, b.user_id, b.peer_user_id, b.amount_cents, %1 FROM journal b "
                          "WHERE b.op = 'naive' ORDER BY b.id DESC LIMIT %2")
        .arg(sql.writtenAt)
        .arg(limit);
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
