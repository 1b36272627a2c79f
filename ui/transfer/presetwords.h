// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/transfertypes.h"

namespace ui {

// In words of the language of the moment. Pure but for the language.

QString presetText(FaultPreset preset); ///< "Crash after commit"
QString presetHint(FaultPreset preset); ///< what it does, and how it heals
/// Why naive transfers cannot be made; empty: they can.
QString naiveBarText(NaiveBar bar);

} // namespace ui
