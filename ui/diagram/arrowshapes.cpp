// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/arrowshapes.h"

#include <QPainter>

namespace diagram {
namespace {

constexpr double length = 8;
constexpr double halfWidth = 3.5;
constexpr double crossArm = 4;

} // namespace

void paintFilledHead(QPainter &painter, const QPointF &tip, double direction)
{
    const QPointF corners[] = {tip, tip + QPointF(-direction * length, -halfWidth),
                               tip + QPointF(-direction * length, halfWidth)};
    painter.save();
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(corners, 3);
    painter.restore();
}

void paintOpenHead(QPainter &painter, const QPointF &tip, double direction)
{
    painter.drawLine(tip, tip + QPointF(-direction * length, -halfWidth));
    painter.drawLine(tip, tip + QPointF(-direction * length, halfWidth));
}

void paintLostEnd(QPainter &painter, const QPointF &center)
{
    const QPointF down(crossArm, crossArm);
    const QPointF up(crossArm, -crossArm);
    painter.drawLine(center - down, center + down);
    painter.drawLine(center - up, center + up);
}

} // namespace diagram
