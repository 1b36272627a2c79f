// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/proofsum.h"

#include <algorithm>

namespace ui {
namespace {

/// What a message that was sent again credited: its debit is the first one's.
core::Money exemptCredits(const core::bank::BankEvidence &receiver, const QSet<QByteArray> &exempt)
{
    core::Money sum;
    if (exempt.isEmpty() || !receiver.bookings.found.ok())
        return sum;
    for (const core::bank::JournalEntry &entry : *receiver.bookings.found) {
        if (entry.op == "action" && exempt.contains(entry.gid))
            sum = sum + entry.amount;
    }
    return sum;
}

void takeLowest(const core::Result<core::bank::LowestBalances> &lowest, ProofSum &sum)
{
    if (!lowest.ok() || !lowest->lowest || (sum.lowest && *sum.lowest <= lowest->lowest->balance))
        return;
    sum.lowest = lowest->lowest->balance;
    sum.lowestUser = lowest->lowest->userId;
}

} // namespace

ProofSum sumOf(const ProofMaterial &material, const QSet<QByteArray> &exempt)
{
    ProofSum sum;
    const auto &receiver = material.banks[ProofMaterial::receiver];
    const auto &sender = material.banks[ProofMaterial::sender];
    if (!receiver.ok() || !sender.ok() || !receiver->totals.found.ok() || !sender->totals.found.ok())
        return sum;
    const core::bank::BankTotals &to = *receiver->totals.found;
    const core::bank::BankTotals &from = *sender->totals.found;
    const core::Money open = core::bank::inFlightOf(to, from);
    sum.known = true;
    sum.sender = from.balances;
    sum.receiver = to.balances;
    // More credits than debits make the balances too high by as much; counted as in flight, they would hide it.
    sum.inFlight = std::max(open, -exemptCredits(*receiver, exempt));
    sum.inFlightMessages = std::max<qint64>(from.debits - to.credits, 0);
    sum.expected = material.watched.known ? material.watched.expected : sum.total();
    sum.missingSince = material.watched.missingSince;
    sum.transfers = from.debits;
    sum.naiveTransfers = from.naiveDebits;
    sum.naiveLost = -(from.naive + to.naive);
    sum.bookings = from.debits + to.debits + from.credits + to.credits;
    sum.accounts = from.accountCount + to.accountCount;
    takeLowest(receiver->lowest.found, sum);
    takeLowest(sender->lowest.found, sum);
    return sum;
}

} // namespace ui
