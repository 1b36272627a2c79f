// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/faultpreset.h"

namespace ui {
namespace {

using core::Fault;
using core::FaultMode;

constexpr std::chrono::seconds presetLasts{120}; ///< whatever was not struck until then is left alone

Fault onceFor(const char *point, FaultMode mode, const QByteArray &gid)
{
    Fault fault;
    fault.point = point;
    fault.mode = mode;
    fault.gid = gid;
    fault.lasts = presetLasts;
    return fault;
}

Fault downFor(const QByteArray &gid)
{
    Fault fault = onceFor("branch.before-connect", FaultMode::Fail, gid);
    fault.times = 0;
    fault.lasts = receiverDownFor;
    return fault;
}

} // namespace

bool strikesNaive(FaultPreset preset)
{
    return preset != FaultPreset::SubmitLost;
}

QList<Fault> presetFaults(FaultPreset preset, const QList<QByteArray> &gids)
{
    if (gids.isEmpty())
        return {};
    switch (preset) {
    case FaultPreset::None:
        return {};
    case FaultPreset::SenderCrash:
        return {onceFor("participant.before-submit", FaultMode::Crash, gids.first())};
    case FaultPreset::SubmitLost:
        return {onceFor("submit.before-commit", FaultMode::Fail, gids.first())};
    case FaultPreset::AnswerLost:
        return {onceFor("branch.after-answer", FaultMode::Drop, gids.first())};
    case FaultPreset::ReceiverDown:
        break;
    }
    QList<Fault> faults;
    for (const QByteArray &gid : gids.mid(0, struckMax))
        faults.append(downFor(gid));
    return faults;
}

} // namespace ui
