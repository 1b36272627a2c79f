// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/sequencelayout.h"

#include "ui/diagram/activations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diagram {
namespace {

constexpr double margin = 12;
constexpr double laneGapMin = 73;
constexpr double laneGapMax = 210;
constexpr double headWidthMax = 92;
constexpr double headClearance = 8; ///< between two heads
constexpr double labelClearance = 9; ///< between a label and a lifeline
constexpr double arrowClearance = 1; ///< between an arrow and a bar
constexpr double wordGap = 16; ///< from the middle of a mark to its word
constexpr double rowPadding = 3;
constexpr double lineDrop = 4; ///< from a label's lower edge to its line

/// Heads and lanes are as wide as usual words; larger text makes them wider.
double scaleOf(const Measures &measures)
{
    constexpr double usualLine = 14;
    constexpr double usualLineMax = 18; // of any font at its usual size
    return measures.lineHeight > usualLineMax ? measures.lineHeight / usualLine : 1;
}

/// Two lines: who, and in which role.
double headHeightOf(const Measures &measures)
{
    constexpr double headPadding = 3;
    return std::max(Layout::headHeight, 2 * measures.lineHeight + 2 * headPadding);
}

class Placer
{
public:
    Placer(const Sequence &sequence, double width, const Measures &measures)
        : m_sequence(sequence)
        , m_measures(measures)
        , m_timeWidth(measures.textWidth(u"000.000"_s) + 4)
    {
        placeLanes(std::max(width, minimumWidth(measures)));
    }

    Layout place()
    {
        m_y = margin + headHeightOf(m_measures) + 8;
        for (const Step &step : m_sequence.steps)
            placeStep(step);
        m_layout.size.setHeight(m_y + margin);
        m_layout.bars = activationBars(m_sequence, m_layout);
        return std::move(m_layout);
    }

private:
    void placeLanes(double width)
    {
        const double scale = scaleOf(m_measures);
        const double free = width - 2 * margin - m_timeWidth;
        const double head = std::min(headWidthMax * scale, free / laneCount - headClearance);
        const double gap = std::min(laneGapMax * scale, (free - head - headClearance) / (laneCount - 1));
        const double used = head + headClearance + gap * (laneCount - 1);
        const double left = margin + m_timeWidth + headClearance + head / 2 + std::max(0.0, free - used) / 2;
        for (std::size_t i = 0; i < laneCount; ++i) {
            const double x = std::round(left + gap * double(i)) + 0.5; // a line of one pixel is sharp there
            m_layout.laneX.at(i) = x;
            m_layout.heads.at(i) = {x - head / 2, margin, head, headHeightOf(m_measures)};
        }
        m_layout.size.setWidth(width);
    }

    void placeStep(const Step &step)
    {
        const double height = heightOf(step);
        StepBox box;
        box.band = {margin / 2, m_y, m_layout.size.width() - margin, height};
        switch (step.kind) {
        case Step::Kind::Call:
        case Step::Kind::Answer:
        case Step::Kind::LostAnswer:
            placeArrow(step, box);
            break;
        case Step::Kind::State:
            placeChip(step, box);
            break;
        case Step::Kind::Gap:
            placePill(step, box);
            break;
        case Step::Kind::Crash:
        case Step::Kind::Start:
        case Step::Kind::Strike:
            placeWord(step, box);
            break;
        }
        placeTime(box);
        m_layout.boxes << box;
        m_y += height;
    }

    /// Beside the line, yet within the band of its own step.
    void placeTime(StepBox &box) const
    {
        const double lowest = box.band.bottom() - m_measures.lineHeight - 1;
        box.time = {0, std::min(box.y - m_measures.lineHeight / 2, lowest), timeRight(), m_measures.lineHeight};
    }

    double heightOf(const Step &step) const
    {
        switch (step.kind) {
        case Step::Kind::Call:
        case Step::Kind::Answer:
        case Step::Kind::LostAnswer:
            return m_measures.lineHeight * (step.note.isEmpty() ? 1 : 2) + lineDrop + 2 * rowPadding;
        case Step::Kind::State:
        case Step::Kind::Crash:
        case Step::Kind::Start:
        case Step::Kind::Strike:
            return m_measures.chipHeight + 2 * rowPadding;
        case Step::Kind::Gap:
            return std::max(m_measures.lineHeight + 8, Layout::breakHeight) + 12;
        }
        Q_UNREACHABLE();
    }

    /// Times stand right-aligned before the first head.
    double timeRight() const { return m_layout.heads.front().left() - headClearance; }

    void placeArrow(const Step &step, StepBox &box) const
    {
        const double from = m_layout.x(step.from);
        const double to = m_layout.x(step.to);
        const double inset = (Layout::barWidth / 2 + arrowClearance) * (from < to ? 1 : -1);
        box.y = std::round(box.band.top() + rowPadding + m_measures.lineHeight + lineDrop - 1) + 0.5;
        box.x1 = from + inset;
        box.x2 = to - inset;
        if (step.kind == Step::Kind::LostAnswer)
            box.x2 = box.x1 + (box.x2 - box.x1) * 0.5;
        placeLabel(step, box);
    }

    /// Labels stand between two neighbouring lifelines, so that no line crosses letters; of a longer arrow in the part
    /// next to the coordinator.
    void placeLabel(const Step &step, StepBox &box) const
    {
        const auto [left, right] = labelGap(step);
        const double room = right - left - 2 * labelClearance;
        const double icon = step.verdict ? Measures::icon + Measures::iconGap : 0;
        const bool fits = m_measures.textWidth(step.label) + icon <= room;
        box.labelText = fits || step.shortLabel.isEmpty() ? step.label : step.shortLabel;
        box.hasIcon = step.verdict && m_measures.textWidth(box.labelText) + icon <= room;
        const double width = std::min(room, m_measures.textWidth(box.labelText) + (box.hasIcon ? icon : 0));
        const double x = (left + right - width) / 2;
        const double y = box.band.top() + rowPadding;
        box.label = {x, y, width, m_measures.lineHeight};
        if (step.note.isEmpty())
            return;
        const double noteWidth = std::min(room, m_measures.textWidth(step.note));
        box.note = {(left + right - noteWidth) / 2, box.y + 2, noteWidth, m_measures.lineHeight};
    }

    std::pair<double, double> labelGap(const Step &step) const
    {
        const int from = int(step.from);
        const int to = int(step.to);
        const int low = std::min(from, to);
        const int high = std::max(from, to);
        const bool isRight = low >= int(Lane::Coordinator);
        const int left = isRight ? low : high - 1;
        return {m_layout.laneX.at(std::size_t(left)), m_layout.laneX.at(std::size_t(left) + 1)};
    }

    void placeChip(const Step &step, StepBox &box) const
    {
        box.y = box.band.center().y();
        const double right = m_layout.x(Lane::Coordinator) - Layout::barWidth / 2 - labelClearance;
        const double width = m_measures.chipWidth(step);
        box.label = {right - width, box.y - m_measures.chipHeight / 2, width, m_measures.chipHeight};
        box.x1 = box.x2 = right;
    }

    void placePill(const Step &step, StepBox &box) const
    {
        box.y = box.band.center().y();
        const double height = m_measures.lineHeight + 6;
        const double room = m_layout.laneX.back() - m_layout.laneX.front();
        const double width = std::min(room, m_measures.textWidth(step.label) + 20);
        const double x = m_layout.x(Lane::Coordinator) - labelClearance - width;
        box.label = {std::max(x, timeRight()), box.y - height / 2, width, height};
        box.labelText = step.label;
    }

    /// At the right of the mark; beside the last lifelines, where that ends, at the left.
    void placeWord(const Step &step, StepBox &box) const
    {
        box.y = box.band.center().y();
        box.x1 = box.x2 = m_layout.x(step.from);
        const double width = m_measures.textWidth(step.label);
        const bool fits = box.x1 + wordGap + width <= m_layout.size.width() - margin;
        const double left = fits ? box.x1 + wordGap : box.x1 - wordGap - width;
        box.label = {left, box.y - m_measures.lineHeight / 2, width, m_measures.lineHeight};
        box.labelText = step.label;
    }

    const Sequence &m_sequence;
    const Measures &m_measures;
    double m_timeWidth;
    double m_y = 0;
    Layout m_layout;
};

} // namespace

int Layout::stepAt(double y) const
{
    const auto found = std::find_if(boxes.begin(), boxes.end(),
                                    [y](const StepBox &box) { return y >= box.band.top() && y < box.band.bottom(); });
    return found == boxes.end() ? -1 : int(found - boxes.begin());
}

double minimumWidth(const Measures &measures)
{
    return 2 * margin + measures.textWidth(u"000.000"_s) + 4 + laneGapMin * scaleOf(measures) * laneCount;
}

Layout layoutOf(const Sequence &sequence, double width, const Measures &measures)
{
    return Placer(sequence, width, measures).place();
}

} // namespace diagram
