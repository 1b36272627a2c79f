// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/storydraft.h"

namespace ui {

/// How transfers that were under way together are told, so that a crash among them strikes the one that it struck and
/// each of the others ends as it did: which of several a fault finds first is chance. Labels.
struct CrashOrder
{
    qsizetype sent = -1; ///< the act that sent them
    qsizetype died = -1; ///< the act of the crash
    core::faults::Part part = core::faults::Part::Sender; ///< what died: the sender or the coordinator
    QByteArray struck;
    QByteArrayList ended; ///< before the crash: the others wait for them
    QByteArrayList cut; ///< prepared, and their debit never committed
    QByteArrayList unborn; ///< the coordinator never heard of them
    QByteArrayList later; ///< they succeed: sent once the part is back
    bool comesBack = false; ///< within the recording
};

struct StoryOrder
{
    /// Why the same cannot be made to happen again.
    enum class Chance {
        None,
        LetBy, ///< a fault that lets passes by found one of several
        Crash, ///< several were under way at a crash that struck none of them, or at a second one
    };

    QList<CrashOrder> crashes;
    Chance chance = Chance::None;

    /// Of the transfers that this act sent; null: they are sent as they were.
    const CrashOrder *ofSent(qsizetype act) const;
    const CrashOrder *ofDied(qsizetype act) const;
};
/// Pure.
StoryOrder storyOrder(const StoryDraft &draft);

/// The fault as a scenario has it: with labels in place of gids and, where it struck some of several transfers, once
/// for each of these. Empty: a scenario has no words for it. Pure.
QList<core::Fault> toldFaults(const core::Fault &fault, const StoryDraft &draft);

/// What makes those that were cut off or unborn end so, at this part. Pure.
QList<core::Fault> standIns(const CrashOrder &crash, core::faults::Part at);

} // namespace ui
