// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPalette>

namespace theme {

/// The palette that these tokens make, for all that no style sheet reaches.
QPalette makePalette(const Tokens &tokens);

} // namespace theme
