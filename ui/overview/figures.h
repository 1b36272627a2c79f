// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace ui {

// How the figures of the Overview read. Pure; a value and, apart from it, its unit.

struct Figure
{
    QString value;
    QString unit; ///< may be empty
};

/// "46.2", "1,204": one decimal below a hundred.
QString rateText(double perSecond);
/// "8.4 ms", "61 ms", "1.2 s"; "–" where nothing succeeded.
Figure durationFigure(std::optional<double> milliseconds);
QString durationText(double milliseconds);
// The same at an axis, where whole numbers stand without decimals.
QString axisRateText(double perSecond);
QString axisDurationText(double milliseconds);
/// "41:06 min", "12 s", "5 h"; "–" for none.
Figure ageFigure(std::optional<core::Millis> age);
/// "36", or "–" while it is not known.
QString countText(std::optional<std::int64_t> count);

} // namespace ui
