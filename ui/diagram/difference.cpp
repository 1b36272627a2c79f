// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/difference.h"

namespace diagram {
namespace {

/// The first step from here on that is no gap; the size of the sequence: there is none.
int nextEvent(const Sequence &sequence, int position)
{
    while (position < sequence.steps.size() && sequence.steps.at(position).kind == Step::Kind::Gap)
        ++position;
    return position;
}

/// The face of the message where the story is cut.
std::optional<theme::State> stateAt(const Sequence &sequence, int position)
{
    std::optional<theme::State> state = sequence.startState;
    for (int i = 0; i < position; ++i) {
        if (sequence.steps.at(i).state)
            state = sequence.steps.at(i).state;
    }
    return state;
}

} // namespace

bool isAlike(const Step &a, const Step &b)
{
    const bool isAwaited = a.known == Known::Awaited;
    return a.kind == b.kind && a.from == b.from && a.to == b.to && a.label == b.label && a.verdict == b.verdict
        && a.state == b.state && isAwaited == (b.known == Known::Awaited);
}

Common commonBeginning(const Sequence &left, const Sequence &right)
{
    Common common;
    for (;;) {
        common.left = nextEvent(left, common.left);
        common.right = nextEvent(right, common.right);
        const bool leftEnds = common.left == left.steps.size();
        const bool rightEnds = common.right == right.steps.size();
        common.differs =
            leftEnds != rightEnds || (!leftEnds && !isAlike(left.steps.at(common.left), right.steps.at(common.right)));
        if (leftEnds || rightEnds || common.differs)
            return common;
        ++common.events;
        ++common.left;
        ++common.right;
    }
}

Sequence withoutBeginning(const Sequence &sequence, int position, int alike)
{
    if (alike == 0)
        return sequence;
    Sequence rest{sequence.heads, stateAt(sequence, position), {}};
    rest.steps << Step{.kind = Step::Kind::Gap, .id = "alike", .label = SequenceWords::alike(alike)};
    rest.steps << sequence.steps.sliced(position);
    return rest;
}

} // namespace diagram
