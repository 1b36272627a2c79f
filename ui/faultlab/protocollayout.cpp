// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/protocollayout.h"

#include <algorithm>

namespace ui {

using diagram::Lane;

namespace {

constexpr double bandGap = 4;
constexpr double bandPad = 15; ///< above the first row and below the last
constexpr double rowLeast = 24;
constexpr double rowMost = 36;
constexpr double headWidthMost = 96;
constexpr double laneLeast = 96; ///< from one lifeline to the next
constexpr double headGap = 8;
constexpr double wordsPad = 12;

/// From the first row of a phase to its last.
constexpr std::array<double, protocolPhaseCount> rowsOf{1.0, 2.0, 1.7, 1.3, 3.9};
constexpr double allRows = 9.9;

/// Where a point stands: on a lifeline, or on the arrow of this row.
struct Place
{
    double row;
    bool isOnArrow = false;
    double along = 0; ///< on the arrow
};

constexpr std::array<Place, 24> places{{
    {0, true, 0.25},
    {0},
    {1, true, 0.75}, // 3
    {0},
    {0.15},
    {1.1},
    {1.25},
    {2.0}, // 8
    {0},
    {0.7, true, 0.25},
    {0.7},
    {1.7, true, 0.75}, // 12
    {0, true, 0.75},
    {0},
    {1, true, 0.25}, // 15
    {1.25},
    {0},
    {1.2, true, 0.8}, // 18
    {1.2},
    {2.1},
    {2.1},
    {2.9}, // 22
    {3.6, true, 0.25},
    {3.85},
}};

/// Of all measures, for larger type.
double factorOf(const QFontMetricsF &metrics)
{
    constexpr double usualHeight = 15;
    return std::max(1.0, metrics.height() / usualHeight);
}

double headHeight(const QFontMetricsF &metrics)
{
    return std::max(36.0, 2 * metrics.height() + 6);
}

double fixedHeight(const QFontMetricsF &metrics)
{
    return headHeight(metrics) + headGap + protocolPhaseCount * (2 * bandPad * factorOf(metrics))
        + (protocolPhaseCount - 1) * bandGap;
}

void layHeads(ProtocolLayout &layout, double width, double height, double factor)
{
    const double room = width - layout.wordsWidth;
    const double step = room / diagram::laneCount;
    const double headWidth = std::min(headWidthMost * factor, step - 8);
    for (int lane = 0; lane < diagram::laneCount; ++lane) {
        const double middle = layout.wordsWidth + (lane + 0.5) * step;
        layout.heads.at(std::size_t(lane)) = QRectF(middle - headWidth / 2, 0, headWidth, height);
    }
}

} // namespace

const QList<ProtocolArrow> &protocolArrows()
{
    static const QList<ProtocolArrow> arrows{
        {"sender.prepare-request", ProtocolPhase::Prepare, Lane::Sender, Lane::Coordinator, 0, false, 0.72},
        {"prepare.answer", ProtocolPhase::Prepare, Lane::Coordinator, Lane::Sender, 1, true, 0.28},
        {"sender.after-barrier-insert", ProtocolPhase::LocalTransaction, Lane::Sender, Lane::SenderDb, 0.65, false,
         0.5},
        {"sender.after-commit", ProtocolPhase::LocalTransaction, Lane::Sender, Lane::SenderDb, 2.0, false, 0.5},
        {"sender.submit-request", ProtocolPhase::Submit, Lane::Sender, Lane::Coordinator, 0.7, false, 0.72},
        {"submit.answer", ProtocolPhase::Submit, Lane::Coordinator, Lane::Sender, 1.7, true, 0.28},
        {"checkback.before-send", ProtocolPhase::Checkback, Lane::Coordinator, Lane::Sender, 0, false, 0.3},
        {"sender.answer", ProtocolPhase::Checkback, Lane::Sender, Lane::Coordinator, 1, true, 0.64},
        {"branch.before-connect", ProtocolPhase::Delivery, Lane::Coordinator, Lane::Receiver, 1.2, false, 0.345},
        {"receiver.after-barrier-insert", ProtocolPhase::Delivery, Lane::Receiver, Lane::ReceiverDb, 2.1, false, 0.5},
        {"receiver.after-commit", ProtocolPhase::Delivery, Lane::Receiver, Lane::ReceiverDb, 2.9, false, 0.5},
        {"receiver.answer", ProtocolPhase::Delivery, Lane::Receiver, Lane::Coordinator, 3.6, true, 0.66},
    };
    return arrows;
}

int ProtocolLayout::pointAt(const QPointF &place) const
{
    int nearest = -1;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const bool isNearer =
            nearest < 0 || QLineF(place, points.at(i)).length() < QLineF(place, points.at(nearest)).length();
        if (hitArea(points.at(i)).contains(place) && isNearer)
            nearest = int(i);
    }
    return nearest;
}

QSizeF leastProtocolSize(const QFontMetricsF &metrics, double wordsWidth)
{
    const double factor = factorOf(metrics);
    return {wordsWidth + 2 * wordsPad + diagram::laneCount * laneLeast * factor,
            fixedHeight(metrics) + allRows * rowLeast * factor};
}

ProtocolLayout layProtocol(const QSizeF &room, const QFontMetricsF &metrics, double wordsWidth)
{
    ProtocolLayout layout;
    const QSizeF least = leastProtocolSize(metrics, wordsWidth);
    const double width = std::max(room.width(), least.width());
    const double factor = factorOf(metrics);
    const double pad = bandPad * factor;
    const double row =
        std::clamp((room.height() - fixedHeight(metrics)) / allRows, rowLeast * factor, rowMost * factor);
    layout.wordsWidth = wordsWidth + 2 * wordsPad;
    layout.size = {width, fixedHeight(metrics) + allRows * row};
    layHeads(layout, width, headHeight(metrics), factor);
    double top = headHeight(metrics) + headGap;
    for (std::size_t phase = 0; phase < protocolPhaseCount; ++phase) {
        const double height = 2 * pad + rowsOf.at(phase) * row;
        layout.bands.at(phase) = QRectF(0, top, width, height);
        top += height + bandGap;
    }
    const auto rowY = [&](ProtocolPhase phase, double of) {
        return layout.bands.at(std::size_t(phase)).top() + pad + of * row;
    };
    for (const ProtocolArrow &arrow : protocolArrows()) {
        const double y = rowY(arrow.phase, arrow.row);
        layout.arrows.append(QLineF(layout.laneX(arrow.from), y, layout.laneX(arrow.to), y));
    }
    for (const ProtocolPoint &point : protocolPoints()) {
        const Place &place = places.at(std::size_t(point.number - 1));
        QPointF middle(layout.laneX(point.lane), rowY(point.phase, place.row));
        for (qsizetype i = 0; place.isOnArrow && i < layout.arrows.size(); ++i) {
            const ProtocolArrow &arrow = protocolArrows().at(i);
            if (arrow.phase == point.phase && qFuzzyCompare(1 + arrow.row, 1 + place.row))
                middle = layout.arrows.at(i).pointAt(place.along);
        }
        layout.points.append(middle);
    }
    return layout;
}

} // namespace ui
