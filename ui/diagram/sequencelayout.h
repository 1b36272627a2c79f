// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequence.h"

#include <QRectF>

#include <functional>

namespace diagram {

/// What the layout must know of the font, in device-independent pixels.
struct Measures
{
    std::function<double(const QString &)> textWidth; ///< of a label
    double lineHeight = 14;
    double chipHeight = 22;
    std::function<double(const Step &)> chipWidth; ///< of a State's chip

    static constexpr double icon = 12; ///< before the word of a verdict
    static constexpr double iconGap = 4;
};

/// Where one step is drawn.
struct StepBox
{
    QRectF band; ///< the whole width: what a click hits and a selection fills
    double y = 0; ///< of the arrow's line; of the middle for all else
    double x1 = 0; ///< where the arrow begins
    double x2 = 0; ///< where its head is
    QRectF label; ///< above the arrow, as wide as the text; of a gap: its pill; of a state: its chip
    QString labelText; ///< the label, or its short form where it does not fit
    bool hasIcon = false; ///< of the verdict, before the label: where there is room, the word says it anyway
    QRectF note; ///< below the arrow
    QRectF time; ///< at the left
};

/// A bar on a lifeline: its owner is at work. Of the coordinator: the message has this state.
struct Bar
{
    Lane lane = Lane::Coordinator;
    double top = 0;
    double bottom = 0;
    std::optional<theme::State> state = {};
};

/// A sequence put into places for one width: pure geometry.
struct Layout
{
    static constexpr double headHeight = 36;
    static constexpr double barWidth = 10;
    static constexpr double breakHeight = 18; ///< between the two strokes that cut a lifeline

    QSizeF size; ///< of everything, heads and margins included
    std::array<double, laneCount> laneX = {};
    std::array<QRectF, laneCount> heads;
    QList<StepBox> boxes; ///< one a step
    QList<Bar> bars;

    double x(Lane lane) const { return laneX.at(std::size_t(lane)); }
    /// The step at this height, −1: none.
    int stepAt(double y) const;
};

/// Narrower than this lanes and labels do not fit: the diagram scrolls sideways.
double minimumWidth(const Measures &measures);

/// Lays the sequence out for this width; a smaller one than minimumWidth() counts as that. Pure.
Layout layoutOf(const Sequence &sequence, double width, const Measures &measures);

} // namespace diagram
