// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/messagesequence.h"
#include "ui/session/peek.h"

namespace ui {

/// Puts together what is known of a message: its attempts, and its barrier rows at the banks. A bank is named where it
/// keeps a row of the message, or where its service stands in the message's URLs. Pure.
diagram::MessageFacts messageFacts(const core::message::Message &message, const QList<core::message::Attempt> &attempts,
                                   const QList<PeekedBank> &banks, core::TimePoint now);

} // namespace ui
