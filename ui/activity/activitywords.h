// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/activity.h"

namespace ui {

/// "Force stop", "Store lost": in the language of the moment. Pure.
QString activityWord(ActivityVerb verb);
/// "Accepted", "Refused"
QString outcomeWord(Activity::Outcome outcome);

} // namespace ui
