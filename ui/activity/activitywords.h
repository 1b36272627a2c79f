// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/activity.h"

namespace ui {

/// "Force stop", "Store lost": in the language of the moment. Pure.
QString activityWord(ActivityVerb verb);
/// "Accepted", "Refused"
QString outcomeWord(Activity::Outcome outcome);

/// How much of what, in words: "40 transfers of 30.00 each". What has no words is given as the record has it.
QString detailWords(const Activity &activity);

} // namespace ui
