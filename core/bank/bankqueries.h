// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/banksql.h"
#include "core/bank/databaseurl.h"

#include <QStringList>

#include <utility>

namespace core::bank {

/// The statements that a bank is read with for a display: run by BankReader, and shown to who wants to run them
/// himself. A '?' stands for a value. Pure.

/// One row: the sum of all balances, how many accounts; of the debits the sum and of the credits, then how many of
/// each; the sum of all naive bookings, and how many naive debits. Sums are in cents. after: of the bookings with a
/// higher id alone.
QString totalsQuery(const BankSql &sql, qint64 after = 0);
/// The bookings' columns of totalsQuery() alone, of those with an id above after and up to last.
QString bookingSumsQuery(qint64 after, qint64 last);
/// The id of the first booking that is so many ids behind this one, or more, and whether it was written a while ago; no
/// row: there is none.
QString chunkEndQuery(const BankSql &sql, qint64 after, qint64 ids);
/// The first and the last id of the journal; 0 and 0: it is empty.
QString journalSpanQuery();
/// Values: the user behind whom the page begins, how many accounts at most.
QString accountsQuery(const BankSql &sql);
/// The messages that moved this user's balance last, the latest first; of the newest 100,000 bookings.
QString latestGidsQuery(int userId, int limit);
/// The newest barrier rows of everybody, each with its booking.
QString latestBarrierRowsQuery(const BankSql &sql, int limit);
/// The barrier rows of so many messages, each with its booking. Values: the gids.
QString barrierRowsQuery(const BankSql &sql, qsizetype gids);

// What a proof is made from.

/// One row, or none: the user with the lowest balance, and that balance.
QString lowestBalanceQuery(const BankSql &sql);
QString belowZeroQuery(const BankSql &sql, int limit);
/// What was booked more than once under one gid, branch and op, of the newest bookings; how often, and the sum. Naive
/// bookings have no such key.
QString repeatedBookingsQuery(qint64 newest, int limit);
/// The gids of the newest rows of a table, quoted as it stands in a statement; a gid comes as often as it has rows.
QString newestGidsQuery(const QString &table, int limit);
/// The barrier rows of so many messages. Values: the gids.
QString messageRowsQuery(const BankSql &sql, qsizetype gids);
/// The bookings of so many messages. Values: the gids.
QString bookingsQuery(qsizetype gids);
/// The newest bookings of naive transfers, the last one first.
QString naiveBookingsQuery(const BankSql &sql, int limit);

/// The three tables of a bank.
QStringList tablesOf(const DatabaseUrl &url);
/// Each right that it takes to book, with a statement that needs it and would change nothing.
QList<std::pair<QString, QString>> rightsToBook(const DatabaseUrl &url);

} // namespace core::bank
