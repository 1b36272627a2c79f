// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/databaseurl.h"
#include "ui/session/bankview.h"

namespace ui {

/// A gid as a literal of SQLite's and MySQL's SQL. Pure.
QString gidLiteral(const QByteArray &gid);
QStringList literalsOf(const QList<QByteArray> &gids);
/// A statement with the values in place of its '?', of which it has no others; no value is looked at for more of them.
/// Pure.
QString withValues(const QString &statement, const QStringList &values);

/// One of the statements that BankWatch reads a bank with, its values in place, so that it can be run as it is.
struct ReadStatement
{
    enum class Subject { Totals, Accounts, LatestMessages, BarrierRows };
    Subject subject;
    QString sql; ///< without a semicolon; it only reads
    friend bool operator==(const ReadStatement &, const ReadStatement &) = default;
};

/// Whose messages are looked at in the pair that a bank belongs to.
struct ShownUser
{
    int userId = 0; ///< 0: the newest rows of everybody
    bool isAtThisBank = true; ///< his messages are found at this bank; else at its peer
    QList<QByteArray> gids = {}; ///< those that were found
};

/// The statements that gave this page of the bank at this place. Pure.
QList<ReadStatement> readStatements(const core::bank::DatabaseUrl &place, const BankPage &page, const ShownUser &user);

} // namespace ui
