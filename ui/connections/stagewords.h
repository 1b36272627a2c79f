// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/stagereport.h"

#include <QString>

namespace ui {

// The test of a connection in words, in the language of the moment. Pure.

QString stageName(Stage stage);
QString outcomeWord(StageReport::Outcome outcome);
/// What was found; empty before the step ended.
QString findingSentence(const StageReport &report);
/// What helps; empty where nothing is wrong.
QString findingRemedy(const StageReport &report);

} // namespace ui
