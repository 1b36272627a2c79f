// SPDX-License-Identifier: Apache-2.0
#include "core/faults/pace.h"

#include <algorithm>

namespace core::faults {

using namespace std::chrono_literals;

namespace {

constexpr Millis senderWaitsAtMost = 9s;
constexpr Millis faultLastsAtMost = 600s; // what checkFault() takes

void stretch(QList<Fault> &faults, int factor)
{
    for (Fault &fault : faults) {
        fault.delay = std::min(fault.delay * factor, faultLastsAtMost);
        fault.lasts *= factor;
    }
}

void stretch(Action &action, int factor)
{
    if (auto *transfer = std::get_if<TransferAction>(&action)) {
        for (seconds *one :
             {&transfer->timeoutToFail, &transfer->retryInterval, &transfer->requestTimeout, &transfer->delay})
            *one *= factor;
    } else if (auto *time = std::get_if<WaitForTime>(&action)) {
        time->time *= factor;
    } else if (auto *restart = std::get_if<RestartAction>(&action)) {
        stretch(restart->faults, factor);
    } else if (auto *arm = std::get_if<ArmAction>(&action)) {
        stretch(arm->faults, factor);
    } else if (auto *state = std::get_if<WaitForState>(&action)) {
        state->within *= factor;
    } else if (auto *end = std::get_if<WaitForEnd>(&action)) {
        end->within *= factor;
    } else if (auto *calls = std::get_if<WaitForCalls>(&action)) {
        calls->within *= factor;
    }
}

/// Whether a delay there holds up the sender's request.
bool holdsUpTheSender(const Fault &fault)
{
    return fault.mode == FaultMode::Delay
        && (fault.point.startsWith("prepare.") || fault.point.startsWith("submit.")
            || fault.point.startsWith("abort."));
}

int slowestPace(const QList<Fault> &faults, int most)
{
    for (const Fault &fault : faults) {
        if (holdsUpTheSender(fault) && fault.delay > 0ms)
            most = std::min(most, std::max(1, int(senderWaitsAtMost / fault.delay)));
    }
    return most;
}

} // namespace

Scenario atPace(Scenario scenario, int factor)
{
    for (ArmedPart &armed : scenario.armed)
        stretch(armed.faults, factor);
    for (Scene &scene : scenario.scenes) {
        for (Step &step : scene.steps)
            stretch(step.action, factor);
    }
    return scenario;
}

int slowestPace(const Scenario &scenario)
{
    int most = slowPace;
    for (const ArmedPart &armed : scenario.armed)
        most = slowestPace(armed.faults, most);
    for (const Scene &scene : scenario.scenes) {
        for (const Step &step : scene.steps) {
            if (const auto *restart = std::get_if<RestartAction>(&step.action))
                most = slowestPace(restart->faults, most);
            if (const auto *arm = std::get_if<ArmAction>(&step.action))
                most = slowestPace(arm->faults, most);
        }
    }
    return most;
}

} // namespace core::faults
