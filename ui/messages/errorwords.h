// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace ui {

/// An error of the engine in words: what kind it is in the user's language, then the engine's own sentence.
QString errorWords(const core::Error &error);

} // namespace ui
