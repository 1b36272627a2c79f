// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"
#include "ui/session/transfertypes.h"

#include <optional>

namespace ui {

/// What the last run of one mode lost.
struct RunSummary
{
    TransferOrder order;
    int sent = 0;
    core::Money lost; ///< as far as it is known; below zero: credited too much
    int unfinished = 0; ///< two-phase messages that are on their way: their money is in flight
    bool isOver = false; ///< all was sent, and all is finished or never will be
    friend bool operator==(const RunSummary &a, const RunSummary &b)
    {
        return a.sent == b.sent && a.lost == b.lost && a.unfinished == b.unfinished && a.isOver == b.isOver
            && a.order.mode == b.order.mode && a.order.amount == b.order.amount && a.order.preset == b.order.preset;
    }
};

/// Keeps what the last run of each mode lost, from what the banks' totals were before it and are now. A value without
/// clock or signals.
class RunBook final
{
public:
    void begin(const TransferOrder &order, const BankTotals &before);
    /// What is known now of the run that began last.
    void note(const TransferProgress &progress, const BankTotals &now);
    /// The banks were put right, so that what the earlier run is measured by is gone.
    void noteRepair();

    const std::optional<RunSummary> &lastOf(TransferMode mode) const { return m_runs.at(std::size_t(mode)); }

private:
    static core::Money lostBy(TransferMode mode, const BankTotals &totals);

    std::array<std::optional<RunSummary>, 2> m_runs;
    std::optional<TransferMode> m_current;
    core::Money m_lostBefore;
};

} // namespace ui
