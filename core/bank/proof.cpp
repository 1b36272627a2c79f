// SPDX-License-Identifier: Apache-2.0
#include "core/bank/proof.h"

#include <QHash>
#include <QSet>

namespace core::bank {

namespace {

constexpr int gidsNamedMax = 5;

Money sumOf(const QList<Account> &accounts)
{
    Money sum;
    for (const Account &account : accounts)
        sum = sum + account.balance;
    return sum;
}

bool isDebit(const JournalEntry &entry)
{
    return entry.op == "msg";
}

QHash<QByteArray, Money> debitsOf(const BankSnapshot &bank)
{
    QHash<QByteArray, Money> debits;
    for (const JournalEntry &entry : bank.journal) {
        if (isDebit(entry))
            debits[entry.gid] = debits.value(entry.gid) - entry.amount;
    }
    return debits;
}

QSet<QByteArray> creditedGids(const BankSnapshot &bank)
{
    QSet<QByteArray> gids;
    for (const BarrierRow &row : bank.barrierRows) {
        if (row.op == "action")
            gids.insert(row.gid);
    }
    return gids;
}

/// Adds what one bank has debited for the other and the other has not credited, by their barrier rows.
void addInFlight(PairTotal &total, const BankSnapshot &sender, const BankSnapshot &receiver)
{
    const QHash<QByteArray, Money> debits = debitsOf(sender);
    const QSet<QByteArray> credited = creditedGids(receiver);
    for (const BarrierRow &row : sender.barrierRows) {
        const bool isOwnDebit = row.op == "msg" && row.reason == "msg" && debits.contains(row.gid);
        if (!isOwnDebit || credited.contains(row.gid)) // a barrier table may serve others too
            continue;
        total.inFlight = total.inFlight + debits.value(row.gid);
        ++total.transfersInFlight;
    }
}

QString words(const QByteArrayList &offenders)
{
    const QByteArray named = offenders.mid(0, gidsNamedMax).join(", ");
    const QString more = offenders.size() > gidsNamedMax ? QStringLiteral(" and more") : QString();
    return QString::fromLatin1(named) + more;
}

Finding finding(const QByteArray &name, const QByteArrayList &offenders, const QString &whenItHolds,
                const QString &whenNot)
{
    if (offenders.isEmpty())
        return {name, true, whenItHolds};
    return {name, false, QStringLiteral("%1: %2 (%3 in all)").arg(whenNot, words(offenders)).arg(offenders.size())};
}

QByteArray bookingKey(const QByteArray &gid, const QByteArray &branchId, const QByteArray &op)
{
    return gid + ';' + branchId + ';' + op; // no gid holds a ';'
}

void findBookedTwice(const BankSnapshot &bank, QByteArrayList &offenders)
{
    QHash<QByteArray, int> times;
    for (const JournalEntry &entry : bank.journal) {
        if (++times[bookingKey(entry.gid, entry.branchId, entry.op)] == 2)
            offenders << entry.gid;
    }
}

Finding checkNothingTwice(const BankSnapshot &a, const BankSnapshot &b)
{
    QByteArrayList offenders;
    findBookedTwice(a, offenders);
    findBookedTwice(b, offenders);
    return finding("nothing-twice", offenders,
                   QStringLiteral("bookings: %1, each applied once").arg(a.journal.size() + b.journal.size()),
                   QStringLiteral("applied more than once"));
}

void findUnguarded(const BankSnapshot &bank, QByteArrayList &offenders)
{
    QSet<QByteArray> guarded;
    for (const BarrierRow &row : bank.barrierRows) {
        if (row.reason == row.op)
            guarded.insert(bookingKey(row.gid, row.branchId, row.op));
    }
    for (const JournalEntry &entry : bank.journal) {
        if (!guarded.contains(bookingKey(entry.gid, entry.branchId, entry.op)))
            offenders << entry.gid;
    }
}

Finding checkEachBookingGuarded(const BankSnapshot &a, const BankSnapshot &b)
{
    QByteArrayList offenders;
    findUnguarded(a, offenders);
    findUnguarded(b, offenders);
    return finding("each-booking-has-its-barrier-row", offenders,
                   QStringLiteral("no booking of a gid that a checkback fenced off, none without a barrier row"),
                   QStringLiteral("booked without a barrier row, or although fenced off"));
}

void findNegative(const BankSnapshot &bank, QByteArrayList &offenders)
{
    for (const Account &account : bank.accounts) {
        if (account.balance < Money())
            offenders << "user " + QByteArray::number(account.userId) + " has " + account.balance.toText();
    }
}

Finding checkNoNegativeBalance(const BankSnapshot &a, const BankSnapshot &b)
{
    QByteArrayList offenders;
    findNegative(a, offenders);
    findNegative(b, offenders);
    return finding("no-negative-balance", offenders,
                   QStringLiteral("accounts: %1, none below zero").arg(a.accounts.size() + b.accounts.size()),
                   QStringLiteral("below zero"));
}

void findUnpaidCredits(const BankSnapshot &receiver, const BankSnapshot &sender, QByteArrayList &offenders)
{
    const QHash<QByteArray, Money> debits = debitsOf(sender);
    for (const JournalEntry &entry : receiver.journal) {
        if (!isDebit(entry) && debits.value(entry.gid) != entry.amount)
            offenders << entry.gid;
    }
}

Finding checkCreditsHaveDebits(const BankSnapshot &a, const BankSnapshot &b)
{
    QByteArrayList offenders;
    findUnpaidCredits(a, b, offenders);
    findUnpaidCredits(b, a, offenders);
    return finding("each-credit-has-its-debit", offenders,
                   QStringLiteral("each credit has a committed debit of the same amount at the other bank"),
                   QStringLiteral("credited without a debit of that amount"));
}

Finding checkTotal(const BankSnapshot &receiver, const BankSnapshot &sender, Money expected)
{
    const PairTotal found = totalOf(receiver, sender);
    const QString evidence =
        QStringLiteral("balances %1 and %2 in flight (transfers: %3) make %4; %5 is expected")
            .arg(QString::fromLatin1(found.balances.toText()), QString::fromLatin1(found.inFlight.toText()),
                 QString::number(found.transfersInFlight), QString::fromLatin1(found.total().toText()),
                 QString::fromLatin1(expected.toText()));
    return {"total-constant", found.total() == expected, evidence};
}

} // namespace

PairTotal totalOf(const BankSnapshot &receiverFirst, const BankSnapshot &senderSecond)
{
    PairTotal total;
    total.balances = sumOf(receiverFirst.accounts) + sumOf(senderSecond.accounts);
    addInFlight(total, senderSecond, receiverFirst);
    addInFlight(total, receiverFirst, senderSecond);
    return total;
}

Money inFlightOf(const BankTotals &receiverFirst, const BankTotals &senderSecond)
{
    return senderSecond.debited - receiverFirst.credited;
}

QList<Finding> checkBanks(const BankSnapshot &receiverFirst, const BankSnapshot &senderSecond, Money expectedTotal)
{
    return {checkNothingTwice(receiverFirst, senderSecond), checkEachBookingGuarded(receiverFirst, senderSecond),
            checkNoNegativeBalance(receiverFirst, senderSecond), checkCreditsHaveDebits(receiverFirst, senderSecond),
            checkTotal(receiverFirst, senderSecond, expectedTotal)};
}

} // namespace core::bank
