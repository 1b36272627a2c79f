// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequence.h"

#include <QPointF>
#include <QRectF>

class QPainter;

namespace theme {
class Theme;
}

namespace diagram {

// What all pictures of the protocol share. Each call sets pen, brush and font as it needs them.

/// The box on top of a lifeline.
void paintHead(QPainter &painter, const theme::Theme &theme, const QRectF &box, const Head &head);

/// A point where a fault can be armed, as it looks.
struct PointLook
{
    QString text; ///< a number, or another sign of one or two characters
    QString badge = {}; ///< beside it: "×1"; may be empty
    bool isArmed = false;
    bool isSelected = false; ///< a ring in the accent colour
    bool isHovered = false;
    bool hasStruck = false; ///< a fault fired here, and is over
    bool isHeld = false; ///< something waits here for somebody
};
/// A circle around center; an armed one has a halo.
void paintPoint(QPainter &painter, const theme::Theme &theme, const QPointF &center, const PointLook &look);
inline constexpr double markRadius = 10;
inline constexpr double haloRadius = 24;

} // namespace diagram
