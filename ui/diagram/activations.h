// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequencelayout.h"

namespace diagram {

/// The bars on the lifelines, for boxes that are placed already: the coordinator's from the first step to the last, in
/// the colour of the message's face and open at gaps; the others' over steps in a row that touch their lane. What is
/// only awaited has no bar. Pure.
QList<Bar> activationBars(const Sequence &sequence, const Layout &layout);

} // namespace diagram
