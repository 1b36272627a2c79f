// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/barriersteps.h"

namespace diagram {

/// What a call of this branch is named: "SagaBTransIn", with its id where the message has several; and its try where it
/// is not the first (0: leave it out).
QString callLabel(const core::message::Message &message, const QByteArray &branchId, int tryNumber);

/// The same where there is little room: "01 · try 2".
QString shortCallLabel(const QByteArray &branchId, int tryNumber);

/// Adds checkbacks and deliveries: first those of which nothing was kept, then every attempt in the order of time,
/// where calls of a concurrent message overlap.
void addAttemptSteps(SequenceWriter &writer, const MessageFacts &facts, BarrierSteps &barrier);

} // namespace diagram
