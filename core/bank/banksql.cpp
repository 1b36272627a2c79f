// SPDX-License-Identifier: Apache-2.0
#include "core/bank/banksql.h"

namespace core::bank {

namespace {

BankSql sqliteSql(const DatabaseUrl &url)
{
    return {
        .accounts = url.accounts.quoted(u'"'),
        .barrier = url.barrier.quoted(u'"'),
        .balanceInCents = QStringLiteral("balance_cents"),
        .tradingInCents = QStringLiteral("trading_balance_cents"),
        .addToBalance = QStringLiteral("balance_cents = balance_cents + ?"),
        .now = QStringLiteral("strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"),
        .aWhileAgo = QStringLiteral("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-10 seconds')"),
        .updateTime = QStringLiteral("update_time"),
        .writtenAt = QStringLiteral("CAST(ROUND((julianday(b.create_time) - 2440587.5) * 86400000) AS INTEGER)"),
        .beginSnapshot = QStringLiteral("BEGIN"),
    };
}

BankSql mySqlSql(const DatabaseUrl &url)
{
    return {
        .accounts = url.accounts.quoted(u'`'),
        .barrier = url.barrier.quoted(u'`'),
        .balanceInCents = QStringLiteral("CAST(balance * 100 AS SIGNED)"),
        .tradingInCents = QStringLiteral("CAST(trading_balance * 100 AS SIGNED)"),
        .addToBalance = QStringLiteral("balance = balance + ? * 0.01"), // decimals: exact
        .now = QStringLiteral("CURRENT_TIMESTAMP"),
        .aWhileAgo = QStringLiteral("CURRENT_TIMESTAMP(3) - INTERVAL 10 SECOND"),
        .updateTime = QStringLiteral("DATE_FORMAT(update_time, '%Y-%m-%dT%H:%i:%s')"),
        .writtenAt = QStringLiteral("CAST(UNIX_TIMESTAMP(b.create_time) * 1000 AS SIGNED)"),
        .beginSnapshot = QStringLiteral("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"),
    };
}

} // namespace

BankSql bankSql(const DatabaseUrl &url)
{
    return url.kind == DatabaseUrl::Kind::Sqlite ? sqliteSql(url) : mySqlSql(url);
}

} // namespace core::bank
