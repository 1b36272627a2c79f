// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequence.h"

namespace diagram {

/// Whether two steps tell the same event: who, whom, what and with which verdict. Times, lengths of gaps and amounts
/// may differ, as they do between any two messages. Pure.
bool isAlike(const Step &a, const Step &b);

/// How many events two sequences have in common from their beginning. Gaps are passed over: a pause is no event.
struct Common
{
    int events = 0; ///< alike
    int left = 0; ///< position in the left sequence of the first step that differs; its size: it has none
    int right = 0;
    bool differs = false;
};

/// Compares step by step until the first that differs. Pure.
Common commonBeginning(const Sequence &left, const Sequence &right);

/// The steps from this position on, below a gap that says how many were alike (none of them: the whole). Pure.
Sequence withoutBeginning(const Sequence &sequence, int position, int alike);

} // namespace diagram
