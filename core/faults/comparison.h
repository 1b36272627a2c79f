// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

#include <array>

namespace core::faults {

class RunControl;

/// A failure that transfers are sent into.
enum class Failure {
    SenderCrash, ///< the sender's program dies right after the first debit
    AnswerLost, ///< the receiver's answer to the first credit is lost
    ReceiverDown, ///< the receiver's program does not run while they are sent
};
inline constexpr std::array allFailures{Failure::SenderCrash, Failure::AnswerLost, Failure::ReceiverDown};
QString failureName(Failure failure); ///< "sender-crash"
std::optional<Failure> failureFromName(const QString &name);

/// What came of the transfers that went one way, by both banks' own journals once nothing was under way any more.
struct WayOutcome
{
    int debits = 0;
    int credits = 0;
    Money lost; ///< of the money that both banks began with; below zero: credited more than was debited
};

/// The same transfers into the same failure, once without and once with a coordinator.
struct Comparison
{
    Failure failure = Failure::SenderCrash;
    WayOutcome naive;
    WayOutcome twoPhase;

    /// What a failure has to cost: naive transfers lose money or credit it twice, two-phase messages neither.
    bool isAsItShouldBe() const;
};

inline constexpr int comparedTransfers = 5; ///< each way
inline constexpr Money comparedAmount = Money::fromCents(3000); ///< of each

/// Plays it on real programs with databases of their own in a temporary folder. program: the path of checkbackd. Waits
/// on an event loop, a minute at most. Unavailable where the programs cannot be started, where the run was stopped, and
/// where messages do not come to an end.
Result<Comparison> compare(const QString &program, Failure failure, const RunControl &control);

} // namespace core::faults
