// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/proof.h"
#include "ui/session/bankview.h"

#include <QMetaType>

#include <array>

namespace ui {

/// What one read of one bank brought. Where problem is set, nothing else is.
struct BankReading
{
    QList<core::bank::Account> accounts;
    core::bank::BankTotals totals;
    QList<BarrierRow> barrierRows; ///< in no particular order
    int barrierUser = 0; ///< of whose messages they are; 0: the newest of everybody
    QString problem;
    int firstAfter = 0; ///< the accounts are those behind this user
};

/// One bank, or both of a pair: the receiver read before the sender, the other way round the total flickers.
struct PairReading
{
    BankReading receiver; ///< of no meaning for a bank alone
    BankReading sender;
    core::TimePoint at;
    bool isPair = true;
};

/// Turns readings into what pages show: which balance changed by how much and when, the total of the pair and its
/// history. A value without clock, thread or database.
class BankBook final
{
public:
    static constexpr qsizetype samplesMax = 3600;

    void apply(const PairReading &reading);

    const BankPage &page(int index) const
    {
        return m_pages.at(std::size_t(index));
    } ///< 0: sender or alone, 1: receiver
    const BankTotals &totals() const { return m_totals; }
    const QList<TotalSample> &history() const { return m_history; }

private:
    static void applyOne(BankPage &page, const BankReading &reading, core::TimePoint at);
    void applyTotals(const PairReading &reading);

    std::array<BankPage, 2> m_pages;
    BankTotals m_totals;
    bool m_hasExpected = false;
    QList<TotalSample> m_history;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::PairReading)
