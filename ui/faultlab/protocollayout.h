// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/faultlab/protocolpoints.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QRectF>

#include <array>

namespace ui {

/// An arrow of the protocol, from one lifeline to another.
struct ProtocolArrow
{
    QByteArray point; ///< a message that came by here has come along this arrow
    ProtocolPhase phase = ProtocolPhase::Prepare;
    diagram::Lane from = diagram::Lane::Sender;
    diagram::Lane to = diagram::Lane::Coordinator;
    double row = 0; ///< in its phase
    bool isAnswer = false;
    double labelAt = 0.5; ///< where along the line its word stands
};
const QList<ProtocolArrow> &protocolArrows();

/// Where everything of the protocol's picture is, in pixels. Pure.
struct ProtocolLayout
{
    std::array<QRectF, diagram::laneCount> heads;
    std::array<QRectF, protocolPhaseCount> bands;
    QList<QLineF> arrows; ///< as protocolArrows()
    QList<QPointF> points; ///< the middles, as protocolPoints()
    double wordsWidth = 0; ///< of the phases' words, at the left
    QSizeF size;

    double laneX(diagram::Lane lane) const { return heads.at(std::size_t(lane)).center().x(); }
    /// Position of the point in reach of a place, −1: there is none.
    int pointAt(const QPointF &place) const;
    static QRectF hitArea(const QPointF &point) { return {point.x() - 14, point.y() - 14, 28, 28}; }
};

/// room: what there is; the picture is never smaller than its least size, and no higher than is good to look at.
ProtocolLayout layProtocol(const QSizeF &room, const QFontMetricsF &metrics, double wordsWidth);
QSizeF leastProtocolSize(const QFontMetricsF &metrics, double wordsWidth);

} // namespace ui
