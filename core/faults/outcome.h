// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/proof.h"
#include "core/base/clock.h"

#include <QList>
#include <QString>

namespace core::faults {

/// How a run has ended.
struct Outcome
{
    enum class Ending {
        Holds, ///< every expectation and every invariant
        Broken, ///< one does not
        Stopped, ///< by RunControl::stop(); nothing was judged
        NotStarted, ///< the parts could not be started
    };
    Ending ending = Ending::NotStarted;
    QString problem = {}; ///< of Broken the step "story.txt:12: expect …: it is 99.00", if it is one; of NotStarted why
    QList<bank::Finding> findings = {}; ///< the invariants, and how each message ended
    Millis took{0};
};

} // namespace core::faults
