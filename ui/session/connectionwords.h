// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

namespace ui {

// A connection in words, in the language of the moment. Pure.

QString careWord(Connection::Care care); ///< "TEST"
QString safetyWord(Connection::Safety safety); ///< "Read-only"
/// What that means for somebody who works with it.
QString safetySentence(Connection::Safety safety);
/// The name of a lock icon that is open or closed.
QString safetyIcon(Connection::Safety safety);

} // namespace ui
