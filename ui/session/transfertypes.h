// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/message/limits.h"
#include "core/message/message.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace ui {

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
    int submitted = 0;
    int retrying = 0;
    int failed = 0;
    int unknown = 0; ///< the bank did not answer; the coordinator asks back
    bool cancelled = false;
};

struct TransferOutcome
{
    int number = 0; ///< in its run, from 1
    QByteArray gid;
    core::Money amount;
    core::message::State state = core::message::State::Prepared;
    bool retrying = false;
    int attempts = 0;
    std::optional<core::Millis> timeToSucceed;
    std::optional<core::TimePoint> dueAt; ///< when it is tried again
    QString note; ///< why it failed or is tried again, as the bank or the branch said it; may be empty
    friend bool operator==(const TransferOutcome &, const TransferOutcome &) = default;
};

} // namespace ui
