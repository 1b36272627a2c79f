// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/messagesequence.h"
#include "ui/session/bankview.h"

namespace ui {

/// A bank with its latest reading.
struct ReadBank
{
    BankInfo info;
    BankPage page;
};

/// Puts together what is known of a message: its attempts, and the barrier rows that the banks were last read with. A
/// bank is named where it keeps a row of the message, or where its service stands in the message's URLs. Pure.
diagram::MessageFacts messageFacts(const core::message::Message &message, const QList<core::message::Attempt> &attempts,
                                   const QList<ReadBank> &banks, core::TimePoint now);

} // namespace ui
