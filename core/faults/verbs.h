// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/lineread.h"

namespace core::faults {

/// A line that makes a step: its first word, and how the whole line looks.
struct Verb
{
    QByteArray name;
    QByteArray form; ///< "crash PART"
    Action (*read)(LineRead &line); ///< reads what stands behind the name
};

/// All of them. resources/scenarios/README.md describes each.
const QList<Verb> &verbs();

/// The program that an action is done to or waits for; nothing when none.
std::optional<Part> partOf(const Action &action);
/// The label that an action speaks of; empty when of none.
QByteArray labelOf(const Action &action);

} // namespace core::faults
