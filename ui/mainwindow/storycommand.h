// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace theme {
class Theme;
}

namespace ui {

/// Plays a scenario, by its name or the path of its file, on real programs, and writes its story to a file: .html has
/// all of it, .png and .svg its last slide. Waits for the end of the run, on an event loop of its own; the session is
/// not needed. Invalid or NotFound for a wrong name or ending, Unavailable when the programs cannot be started or the
/// file cannot be written. done: what came of the run, as one line.
core::Result<QString> exportScenario(const theme::Theme &theme, const QString &nameOrPath, const QString &file);

} // namespace ui
