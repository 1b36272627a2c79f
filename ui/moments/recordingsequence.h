// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/faults/recording.h"
#include "ui/diagram/sequence.h"

namespace ui {

/// The sequence of a recorded run, and how far it is at each of its moments.
struct RecordedSequence
{
    diagram::Sequence sequence;
    QList<int> stepsBy; ///< by the index of the moment: so many steps have happened then
};

/// The requests, answers, commits, crashes and states of a run, in the order they happened. What asks for a transfer
/// has no lifeline and no step. The step of moment N has the id "moment N". Pure.
RecordedSequence recordedSequence(const core::faults::Recording &recording);

/// Where a program stands in the diagram.
diagram::Lane laneOf(core::faults::Part part);

} // namespace ui
