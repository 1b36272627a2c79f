// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

class QPainter;

namespace diagram {

// Ends of arrows, drawn with the painter's pen. direction: 1 points to the right, −1 to the left.

/// Of a call.
void paintFilledHead(QPainter &painter, const QPointF &tip, double direction);
/// Of an answer.
void paintOpenHead(QPainter &painter, const QPointF &tip, double direction);
/// A cross: here it was lost.
void paintLostEnd(QPainter &painter, const QPointF &center);

} // namespace diagram
