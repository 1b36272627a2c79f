// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/message/limits.h"
#include "core/message/message.h"
#include "ui/session/faultpreset.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace ui {

/// How the money goes over.
enum class TransferMode {
    TwoPhase, ///< a message, a barrier, a coordinator
    Naive, ///< debit, then call; to show what it loses
};

/// What to transfer: count times amount from a user of bank A to a user of bank B.
struct TransferOrder
{
    static constexpr int countMax = 10'000;
    static constexpr int rateMax = 1000;
    static constexpr core::seconds delayMax = core::message::intervalMax;

    int fromUser = 1;
    int toUser = 2;
    core::Money amount = core::Money::fromCents(3000);
    int count = 1; ///< 1 to countMax
    int ratePerSecond = 10; ///< 1 to rateMax; of no meaning for one
    core::seconds delay{0};
    bool waitResult = true;
    TransferMode mode = TransferMode::TwoPhase;
    FaultPreset preset = FaultPreset::None; ///< what strikes this run
    core::seconds askBackAfter{0}; ///< when an unsubmitted one is checked back; 0: the coordinator's default, 35 s
    core::seconds retryAfter{0}; ///< the first wait before a call is tried again; 0: the coordinator's default, 10 s

    /// askBackAfter, or what its preset wants.
    core::seconds checkedBackAfter() const
    {
        const bool isByPreset = askBackAfter == core::seconds(0) && preset != FaultPreset::None;
        return isByPreset ? presetCheckbackAfter : askBackAfter;
    }
};

/// Invalid, naming the field, when a number is out of its range.
core::Status checkOrder(const TransferOrder &order);

struct TransferProgress
{
    bool running = false;
    int ordered = 0;
    int requested = 0; ///< sent to the bank
    int accepted = 0; ///< the bank committed and answered
    int observed = 0; ///< seen finished
    int succeed = 0;
    int prepared = 0; ///< seen so in the store
    int submitted = 0;
    int retrying = 0;
    int failed = 0;
    int unknown = 0; ///< the bank did not answer; the coordinator asks back
    bool cancelled = false;
};

struct TransferOutcome
{
    int number = 0; ///< in its run, from 1
    QByteArray gid; ///< of the message; a naive transfer has none, and this is its name in the banks' journals
    bool isNaive = false;
    bool isBrokenOff = false; ///< no store has a message of it so far: no clear answer came, or, where its state is
                              ///< Failed, it was never started
    bool isUnheard = false; ///< naive, and no answer came: nobody will find out
    core::Money amount;
    core::message::State state = core::message::State::Prepared;
    bool retrying = false;
    int attempts = 0;
    std::optional<core::Millis> timeToSucceed;
    std::optional<core::TimePoint> dueAt; ///< when it is tried again
    QString note; ///< why it failed or is tried again, as the bank or the branch said it; may be empty
    friend bool operator==(const TransferOutcome &, const TransferOutcome &) = default;
};

/// Why no naive transfer can be made.
enum class NaiveBar {
    None,
    NotRunning, ///< the demo banks do not run
    NotOfThisComputer, ///< their databases are elsewhere
    ReadOnly,
};

/// What putting naive transfers right came to.
struct NaiveRepaired
{
    int transfers = 0;
    core::Money credited;
    core::Money takenBack;
};

} // namespace ui
