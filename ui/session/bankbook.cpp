// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/bankbook.h"

#include <algorithm>

namespace ui {
namespace {

AccountRow rowOf(const core::bank::Account &account, const QList<AccountRow> &before, core::TimePoint at)
{
    AccountRow row;
    row.userId = account.userId;
    row.balance = account.balance;
    row.trading = account.tradingBalance;
    const auto known = std::find_if(before.cbegin(), before.cend(),
                                    [&account](const AccountRow &old) { return old.userId == account.userId; });
    if (known == before.cend())
        return row;
    const bool changed = known->balance != account.balance;
    row.lastChange = changed ? account.balance - known->balance : known->lastChange;
    row.changedAt = changed ? std::optional(at) : known->changedAt;
    return row;
}

} // namespace

void BankBook::apply(const PairReading &reading)
{
    applyOne(m_pages[0], reading.sender, reading.at);
    applyOne(m_pages[1], reading.receiver, reading.at);
    applyTotals(reading);
}

void BankBook::applyOne(BankPage &page, const BankReading &reading, core::TimePoint at)
{
    page.problem = reading.problem;
    if (!reading.problem.isEmpty())
        return;
    QList<AccountRow> accounts;
    accounts.reserve(reading.accounts.size());
    for (const core::bank::Account &account : reading.accounts)
        accounts.append(rowOf(account, page.accounts, at));
    page.accounts = accounts;
    page.barrierRows = reading.barrierRows;
    page.barrierUser = reading.barrierUser;
    page.sum = reading.totals.balances;
    page.accountsInAll = reading.totals.accountCount;
    page.readAt = at;
    page.firstAfter = reading.firstAfter;
}

void BankBook::applyTotals(const PairReading &reading)
{
    m_totals.isPair = reading.isPair;
    m_totals.known = reading.sender.problem.isEmpty() && (!reading.isPair || reading.receiver.problem.isEmpty());
    if (!m_totals.known)
        return;
    m_totals.a = reading.sender.totals.balances;
    if (reading.isPair) {
        m_totals.b = reading.receiver.totals.balances;
        m_totals.inFlight = core::bank::inFlightOf(reading.receiver.totals, reading.sender.totals);
        m_totals.inFlightMessages = int(reading.sender.totals.debits - reading.receiver.totals.credits);
    }
    m_totals.naiveLost = -(reading.sender.totals.naive + reading.receiver.totals.naive);
    m_totals.naiveTransfers = reading.sender.totals.naiveDebits;
    if (!m_hasExpected)
        m_totals.expected = m_totals.total() + m_totals.naiveLost;
    m_hasExpected = true;
    if (m_totals.missing() == core::Money())
        m_totals.missingSince.reset();
    else if (!m_totals.missingSince)
        m_totals.missingSince = reading.at;

    m_history.append({reading.at, m_totals.a + m_totals.b, m_totals.inFlight});
    if (m_history.size() > samplesMax)
        m_history.removeFirst();
}

} // namespace ui
