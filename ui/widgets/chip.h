// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/statestyle.h"

#include <QFont>
#include <QRectF>
#include <QSize>

class QPainter;

namespace widgets {

/// A chip: icon, word and tint, always all three.
struct Chip
{
    theme::StateStyle style;
    QString text;
};

inline constexpr int chipHeight = 22;

/// The size that paintChip() needs with this font.
QSize chipSize(const Chip &chip, const QFont &font);
/// Paints the chip into rect; a text that is too wide is elided.
void paintChip(QPainter &painter, const QRectF &rect, const Chip &chip, const QFont &font);

} // namespace widgets
