// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/activations.h"

namespace diagram {
namespace {

constexpr double overhang = 5; ///< of a bar over the arrows at its ends
constexpr double shortest = 14; ///< of a bar with one arrow alone

bool isArrow(const Step &step)
{
    return step.kind == Step::Kind::Call || step.kind == Step::Kind::Answer || step.kind == Step::Kind::LostAnswer;
}

bool touches(const Step &step, Lane lane)
{
    return isArrow(step) && step.known != Known::Awaited && (step.from == lane || step.to == lane);
}

void close(QList<Bar> &bars, std::optional<Bar> &open)
{
    if (!open)
        return;
    open->bottom = std::max(open->bottom, open->top + shortest);
    bars << *std::exchange(open, std::nullopt);
}

void addBars(QList<Bar> &bars, Lane lane, const Sequence &sequence, const Layout &layout)
{
    std::optional<Bar> open;
    for (qsizetype i = 0; i < sequence.steps.size(); ++i) {
        if (!touches(sequence.steps.at(i), lane)) {
            close(bars, open);
            continue;
        }
        const double y = layout.boxes.at(i).y;
        if (!open)
            open = Bar{lane, y - overhang, y + overhang};
        open->bottom = y + overhang;
    }
    close(bars, open);
}

/// The end of a gap's upper half, and the beginning of its lower half.
double gapTop(const StepBox &box)
{
    return box.y - Layout::breakHeight / 2;
}

double gapBottom(const StepBox &box)
{
    return box.y + Layout::breakHeight / 2;
}

void addCoordinatorBars(QList<Bar> &bars, const Sequence &sequence, const Layout &layout)
{
    std::optional<Bar> open;
    std::optional<theme::State> state = sequence.startState;
    for (qsizetype i = 0; i < sequence.steps.size(); ++i) {
        const Step &step = sequence.steps.at(i);
        const StepBox &box = layout.boxes.at(i);
        if (step.known == Known::Awaited)
            break;
        if (!open)
            open = Bar{Lane::Coordinator, box.y - overhang, box.y, state};
        if (step.kind == Step::Kind::Gap) {
            open->bottom = gapTop(box);
            close(bars, open);
            open = Bar{Lane::Coordinator, gapBottom(box), gapBottom(box), state};
        } else if (step.kind == Step::Kind::State) {
            open->bottom = box.band.top();
            bars << *open;
            state = step.state;
            open = Bar{Lane::Coordinator, box.band.top(), box.band.bottom(), state};
        }
        open->bottom = std::max(open->bottom, box.y + overhang);
    }
    close(bars, open);
}

} // namespace

QList<Bar> activationBars(const Sequence &sequence, const Layout &layout)
{
    QList<Bar> bars;
    addCoordinatorBars(bars, sequence, layout);
    for (const Lane lane : {Lane::Sender, Lane::SenderDb, Lane::Receiver, Lane::ReceiverDb})
        addBars(bars, lane, sequence, layout);
    return bars;
}

} // namespace diagram
