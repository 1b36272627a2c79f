// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/runbook.h"

namespace ui {

core::Money RunBook::lostBy(TransferMode mode, const BankTotals &totals)
{
    return mode == TransferMode::Naive ? totals.naiveLost : totals.missing() - totals.naiveLost;
}

void RunBook::begin(const TransferOrder &order, const BankTotals &before)
{
    m_current = order.mode;
    m_lostBefore = lostBy(order.mode, before);
    m_runs[std::size_t(order.mode)] = RunSummary{.order = order};
}

void RunBook::note(const TransferProgress &progress, const BankTotals &now)
{
    if (!m_current)
        return;
    RunSummary &run = *m_runs[std::size_t(*m_current)];
    run.sent = progress.requested;
    run.unfinished = *m_current == TransferMode::TwoPhase ? progress.requested - progress.observed : 0;
    run.isOver = !progress.running && progress.requested == progress.observed;
    if (now.known)
        run.lost = lostBy(*m_current, now) - m_lostBefore;
}

void RunBook::noteRepair()
{
    m_current.reset();
}

} // namespace ui
