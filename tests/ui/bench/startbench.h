// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/bench/benchreport.h"

namespace bench {

/// How long `checkback` itself takes to its first frame, from the start of its process on, and to the first one that
/// has figures; with this store, in this folder. The console logs both moments (ui/mainwindow/firstframe.h).
void benchStart(BenchReport &report, const QString &folder, const QString &store);

} // namespace bench
