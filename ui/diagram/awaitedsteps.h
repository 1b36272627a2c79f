// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/messagesequence.h"
#include "ui/diagram/sequencewriter.h"

namespace diagram {

/// Adds what an unfinished message waits for: a submit or the next checkback, or the next delivery, and when it is due.
void addAwaitedSteps(SequenceWriter &writer, const MessageFacts &facts);

} // namespace diagram
