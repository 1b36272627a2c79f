// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/transition.h"

namespace core::engine {

/// The outcome of a call: it must not be lost, and means something only while the call is known to be in flight.
bool isCallResult(const message::Event &event);

/// Brings the times in the outcome of a call from one clock to another, which is so far ahead.
void shiftTimes(message::Event &event, Millis ahead);

/// What the sender said with it; null where the event carries nothing of that kind.
message::ContentPtr *contentOf(message::Event &event);

/// Whether the event makes a new message when there is none. Not so with a topic: whether it still exists matters only
/// for a message that is really new.
bool mayCreate(const message::Event &event);

/// Whether what is decided on a message in this state is written in any case, so that its fence shows whether the
/// message still stands so.
bool isWrittenInAnyCase(const message::Event &event, message::State state);

} // namespace core::engine
