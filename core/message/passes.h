// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/transition.h"

namespace core::message {

// What decide() does with the calls of one message. A pass is one round of calls to the branches that are left, or one
// checkback. Each function completes the decision; decision.next is the message it works on and must be set.

/// Calls the branches that are left (the first of them, or all when concurrent); finishes a message that has none left.
void startPass(Decision &decision, const Circumstances &circumstances, bool byHand);

/// Asks the sender, unless that is under way.
void startCheckback(Decision &decision, const Circumstances &circumstances, bool byHand);

/// prepared → submitted, and the first pass, or the wait for its delay.
void becomeSubmitted(Decision &decision, const Circumstances &circumstances);

/// → failed, with the reason; whoever waits is told.
void becomeFailed(Decision &decision, const QByteArray &reason, const Circumstances &circumstances);

/// A branch that was being called has answered.
void recordBranch(Decision &decision, int branch, const CallResult &result, const Circumstances &circumstances);

/// The sender has answered the checkback.
void recordCheckback(Decision &decision, const CallResult &result, const Circumstances &circumstances);

/// A call was not made and waits until the given time.
void holdBack(Decision &decision, const CallDeferred &deferred, const Circumstances &circumstances);

/// The answer for somebody who wants the result and cannot have it yet: 425, and when the next try is (PROTOCOL §3).
Error ongoing(const Message &message, const QString &why);

} // namespace core::message
