// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casefile/case.h"
#include "ui/diagram/messagesequence.h"
#include "ui/moments/moments.h"
#include "ui/session/payloadfields.h"

namespace ui {

/// What a case knows of its message, for the diagram: as it stood when it was saved. Pure.
diagram::MessageFacts factsOf(const core::casefile::Case &about);

/// The case as moments: one a step of its sequence that has happened, and one for each thing that somebody did. The
/// banks were read once, at the end: earlier balances are counted back by the message's own bookings. pairs: by which
/// names its payload is read. Pure.
Moments momentsOf(const core::casefile::Case &about, const QList<PayloadFields> &pairs = {});

} // namespace ui
