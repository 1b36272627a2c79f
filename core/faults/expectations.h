// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/proof.h"
#include "core/faults/stage.h"

namespace core::faults {

/// Checks one expectation against the parts. Empty when it holds, else what was found instead. An answer to a transfer
/// is waited for, everything else is looked at as it is.
QString unmet(const ExpectState &expected, Stage &stage, const Scenario &scenario);
QString unmet(const ExpectBalance &expected, Stage &stage, const Scenario &scenario);
QString unmet(const ExpectCount &expected, Stage &stage, const Scenario &scenario);
QString unmet(const ExpectAnswer &expected, Stage &stage, const Scenario &scenario);
QString unmet(const ExpectVerdict &expected, Stage &stage, const Scenario &scenario);
QString unmet(const ExpectInvariants &expected, Stage &stage, const Scenario &scenario);

/// The invariants of the banks' rows, with the scenario's money as the total (core/bank/proof.h).
Result<QList<bank::Finding>> invariants(Stage &stage, const Scenario &scenario);

/// The end of each of these messages: it has one, no money is under way, and the books agree with it: succeed has one
/// debit and one credit, everything else none.
Result<QList<bank::Finding>> endings(Stage &stage, const Scenario &scenario, const QByteArrayList &labels);

} // namespace core::faults
