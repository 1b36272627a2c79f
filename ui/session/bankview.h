// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "ui/session/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace ui {

struct BankInfo
{
    QString name; ///< "Bank A"
    QString place; ///< "SQLite · bank-a.db": what stands below the name
    QString url; ///< of its service, where it is one of this computer's
    QString connectionId;
    Connection::Safety safety = Connection::Safety::Open;
    bool isSender = true; ///< of its pair, or alone
    int sender = 0; ///< index into banks() of the sender of its pair, or its own
    int receiver = -1; ///< of the receiver of its pair; −1: it is looked at alone
};

struct AccountRow
{
    int userId = 0;
    core::Money balance;
    core::Money trading;
    core::Money lastChange; ///< by the last change that was seen; zero: none seen yet
    std::optional<core::TimePoint> changedAt;
};

struct BarrierRow
{
    int bank = 0; ///< index into banks()
    QByteArray gid;
    QByteArray branchId;
    QByteArray op;
    QByteArray barrierId;
    QByteArray reason;
    int userId = 0; ///< whose balance it moved; 0: unknown
    core::Money amount;
    core::TimePoint writtenAt;
};

struct BankPage
{
    static constexpr int accountsMax = 200; ///< a page; the sum is of all

    QList<AccountRow> accounts;
    QList<BarrierRow> barrierRows; ///< in no particular order
    int barrierUser = 0; ///< of whose latest 100 messages they are; 0: the newest 200 rows of everybody
    core::Money sum; ///< of all balances
    std::int64_t accountsInAll = 0;
    QString problem; ///< why it could not be read; empty: it could
    core::TimePoint readAt;
    std::optional<core::TimePoint> waitingSince; ///< a reading began then and has not come back for a while
    bool needsPassword = false; ///< it is not read before its password is given
    int firstAfter = 0; ///< the page of accounts begins behind this user
};

struct BankTotals
{
    core::Money a;
    core::Money b;
    core::Money inFlight;
    int inFlightMessages = 0;
    bool isPair = true; ///< false: a is one bank's sum, there is nothing to expect
    core::Money expected; ///< what the total was when watching began, with what naive transfers had lost before
    core::Money naiveLost; ///< by all naive transfers so far; below zero: credited too much
    std::int64_t naiveTransfers = 0;
    std::optional<core::TimePoint> missingSince; ///< since when the total has not been the expected one
    bool known = false; ///< false until both banks were read, or while one cannot be
    core::Money total() const { return a + b + inFlight; }
    core::Money missing() const { return isPair ? expected - total() : core::Money(); }
};

struct TotalSample
{
    core::TimePoint at;
    core::Money balances;
    core::Money inFlight;
};

} // namespace ui
