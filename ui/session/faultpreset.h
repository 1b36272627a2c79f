// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/fault.h"

#include <QByteArray>
#include <QList>

#include <array>

namespace ui {

/// A failure that a run of transfers can be sent into, in one word.
enum class FaultPreset {
    None,
    SenderCrash, ///< bank A's service ends between its commit and what follows
    SubmitLost, ///< the coordinator never hears that bank A has committed
    AnswerLost, ///< bank B credits, and its answer is lost
    ReceiverDown, ///< bank B cannot be reached for ten seconds
};
inline constexpr std::array allFaultPresets{FaultPreset::None, FaultPreset::SenderCrash, FaultPreset::SubmitLost,
                                            FaultPreset::AnswerLost, FaultPreset::ReceiverDown};

/// Whether it can strike a naive transfer: it submits nothing.
bool strikesNaive(FaultPreset preset);

/// After so long a message that was not submitted is checked back; shorter than usual, so that one can watch it heal.
inline constexpr core::seconds presetCheckbackAfter{5};
inline constexpr core::seconds receiverDownFor{10};
/// A receiver that is down strikes so many messages of a run, each by its gid.
inline constexpr qsizetype struckMax = 10;

/// The faults to arm for a run of these gids: what happens once strikes its first transfer; a receiver that is down
/// strikes as many as struckMax. Each is meant for one gid and clears itself. Pure.
QList<core::Fault> presetFaults(FaultPreset preset, const QList<QByteArray> &gids);

} // namespace ui
