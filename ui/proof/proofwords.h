// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofprogress.h"
#include "ui/session/proofreport.h"

namespace ui {

// What a proof says, in words of the language of the moment. Pure but for the language.

QString invariantText(Invariant invariant); ///< "Total + in flight is constant"
QString holdsWord(Holds holds); ///< "True", "Unknown", "False"
/// What was found, in short; of what is unknown, why.
QString foundText(const InvariantFinding &finding, const ProofReport &report);
/// "message …W3R8KZ1P is succeed, Bank B has no barrier row for branch 01"
QString offenceText(const Offence &offence, const QStringList &bankNames,
                    std::optional<core::message::State> state = {});
/// Of a reconciled row: the offence, or why there is none.
QString rowText(const ReconciledRow &row, const QStringList &bankNames);
QString agreementWord(ReconciledRow::Agreement agreement);
QString exemptText(const ExemptMessage &exempt); ///< "…W3R8KZ1P, stopped by a person"
/// "Naive transfer 17 debited user 1 and never credited user 2."
QString naiveText(const NaiveLoss &loss);

/// The verdict over all: one sentence, and what stands behind it.
struct ProofSentence
{
    QString sentence;
    QString detail;
};
ProofSentence proofSentence(const ProofReport &report);
/// "Summing up the journal of Bank B: 350,000 of 1,000,000 bookings." bankNames: the sender's, the receiver's.
QString progressSentence(const ProofProgress &progress, const QStringList &bankNames);

/// "30.00 lost", "30.00 too much"
QString lostText(core::Money lost);
/// "1,267 · 0.00 lost", "17 · 30.00 too much"
QString countAndLost(qint64 count, core::Money lost);

/// SQL as it is shown: the list of gids that it asks for is left out while gids are hidden.
QString shownSql(const QString &sql);

} // namespace ui
