// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/faults/recording.h"
#include "ui/moments/moments.h"

namespace ui {

/// A recorded run as moments, with its captions in the language of the screen. Steps of the file that went as expected
/// are no moments of their own. Pure.
Moments momentsOf(const core::faults::Recording &recording);

/// A caption in the language of the screen.
QString inScreenLanguage(const core::faults::Caption &caption);

} // namespace ui
