// SPDX-License-Identifier: GPL-3.0-or-later
// What a session puts on record of its engine, and the limits that it sets.
#include "ui/session/sessionprivate.h"

using namespace Qt::StringLiterals;

namespace ui {

using Phase = EngineState::Phase;
using HealthState = core::engine::Health::State;

ActivityLog &Session::activity()
{
    return d->activity;
}

EngineLimits Session::engineLimits() const
{
    return d->options.limits;
}

core::Status Session::setEngineLimits(const EngineLimits &limits, Consent consent)
{
    core::Status status = d->mayChange(consent);
    if (status.ok())
        status = checkLimits(limits);
    d->activity.note(ActivityVerb::SetEngineLimits, storeText(),
                     u"retry_cap_s=%1 stalled_after=%2"_s.arg(limits.retryCap.count()).arg(limits.stalledAfter),
                     errorOf(status));
    if (!status.ok())
        return status;
    d->options.limits = limits;
    if (d->node())
        d->node()->setRetryLimits(limits.retryCap, limits.stalledAfter);
    return status;
}

/// The engine came up, left its store, or could not open it.
void Session::Private::noteEngine()
{
    const EngineState &state = engine.state();
    const Phase before = std::exchange(notedPhase, state.phase);
    if (state.phase == before)
        return;
    if (state.phase == Phase::Running) {
        notedHealth = {.state = HealthState::Running};
        activity.noteEvent(ActivityVerb::EngineStarted, q.storeText());
    } else if (before == Phase::Running && state.phase != Phase::Down) {
        activity.noteEvent(ActivityVerb::EngineStopped, q.storeText());
    } else if (state.phase == Phase::Away) {
        activity.noteEvent(ActivityVerb::StoreLost, q.storeText(), state.problem);
    }
}

void Session::Private::noteHealth(const core::engine::Health &health)
{
    const core::engine::Health before = std::exchange(notedHealth, health);
    const bool wasAway = before.state == HealthState::StoreAway;
    const bool isAway = health.state == HealthState::StoreAway;
    if (isAway && !wasAway)
        activity.noteEvent(ActivityVerb::StoreLost, q.storeText(), health.detail);
    if (wasAway && health.state == HealthState::Running)
        activity.noteEvent(ActivityVerb::StoreBack, q.storeText());
    if (before.holdsLease && !health.holdsLease)
        activity.noteEvent(ActivityVerb::LeaseLost, q.storeText());
    if (const auto taken = health.takenOverSinceStart - before.takenOverSinceStart; taken > 0)
        activity.noteEvent(ActivityVerb::TookOver, q.storeText(), u"messages=%1"_s.arg(taken));
}

void Session::Private::noteSwitch(const QString &problem)
{
    if (const ActivityLog::Then answered = std::exchange(switchAnswered, {}))
        answered(problem.isEmpty() ? std::nullopt : std::optional(core::Error::unavailable(problem)));
}

/// The session ends: what is in flight may finish, and the rest is handed back.
void Session::Private::noteStopped()
{
    if (std::exchange(notedPhase, Phase::Stopped) == Phase::Running)
        activity.noteEvent(ActivityVerb::EngineStopped, q.storeText());
}

} // namespace ui
