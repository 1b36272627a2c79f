// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header says foreach, which this project switches off for itself.
#define foreach(item, items) for (item : items)
#include <qcustomplot.h>
#undef foreach
