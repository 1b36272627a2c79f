// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/proofreport.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using OffenceKey = std::tuple<int, QByteArray, QByteArray, int, int>;

/// The same thing, perhaps with another amount.
OffenceKey keyOf(const Offence &offence)
{
    return {int(offence.kind), offence.gid, offence.branchId, offence.bank, offence.userId};
}

/// A finding with more offences than are listed is as wrong in both.
bool mayBeCut(const InvariantFinding &finding)
{
    return finding.offencesInAll > finding.offences.size();
}

void keepConfirmed(const InvariantFinding &earlier, InvariantFinding &later)
{
    if (later.holds != Holds::False || (mayBeCut(earlier) && mayBeCut(later)))
        return;
    if (earlier.holds == Holds::Unknown) {
        later.holds = Holds::Unknown;
        later.doubt = InvariantFinding::Doubt::NotSettled;
        later.offences.clear();
        later.offencesInAll = 0;
        return;
    }
    std::set<OffenceKey> before;
    for (const Offence &offence : earlier.offences)
        before.insert(keyOf(offence));
    later.offences.removeIf([&before](const Offence &offence) { return !before.contains(keyOf(offence)); });
    later.offencesInAll = later.offences.size();
    if (later.offences.isEmpty())
        later.holds = Holds::True;
}

} // namespace

QString invariantName(Invariant invariant)
{
    switch (invariant) {
    case Invariant::TotalConstant:
        return u"total-constant"_s;
    case Invariant::NoNegativeBalance:
        return u"no-negative-balance"_s;
    case Invariant::SucceedHasRows:
        return u"each-succeed-message-has-its-rows"_s;
    case Invariant::FailedHasNone:
        return u"each-failed-message-has-none"_s;
    case Invariant::NoOrphanRow:
        return u"no-barrier-row-without-a-message"_s;
    case Invariant::NothingTwice:
        return u"nothing-twice"_s;
    case Invariant::BookingsGuarded:
        return u"each-booking-has-its-barrier-row"_s;
    case Invariant::CreditsHaveDebits:
        return u"each-credit-has-its-debit"_s;
    }
    return {};
}

Holds ProofReport::verdict() const
{
    if (countOf(Holds::False) > 0)
        return Holds::False;
    return findings.isEmpty() || countOf(Holds::Unknown) > 0 ? Holds::Unknown : Holds::True;
}

int ProofReport::countOf(Holds holds) const
{
    return int(std::count_if(findings.cbegin(), findings.cend(),
                             [holds](const InvariantFinding &finding) { return finding.holds == holds; }));
}

const InvariantFinding &ProofReport::of(Invariant invariant) const
{
    return findings.at(qsizetype(invariant));
}

ProofReport confirmed(const ProofReport &earlier, ProofReport later)
{
    std::set<OffenceKey> kept;
    bool isCut = false;
    for (qsizetype i = 0; i < later.findings.size() && i < earlier.findings.size(); ++i) {
        keepConfirmed(earlier.findings.at(i), later.findings[i]);
        isCut = isCut || mayBeCut(later.findings.at(i));
        for (const Offence &offence : std::as_const(later.findings[i].offences))
            kept.insert(keyOf(offence));
    }
    for (ReconciledRow &row : later.rows) {
        if (!row.offence || isCut || kept.contains(keyOf(*row.offence)))
            continue;
        row.offence.reset();
        row.agreement = ReconciledRow::Agreement::Open;
        --later.rowsDiffering;
    }
    return later;
}

} // namespace ui
