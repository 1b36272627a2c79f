// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/flowseries.h"

namespace ui {

using core::Millis;

namespace {

/// The timer may come a little early; a step is not put off for that.
constexpr Millis early(Millis step)
{
    return step - Millis(100);
}

constexpr int stepsOfAGap = 3;

/// The counts of an engine only grow: smaller ones are another engine's.
bool isOfAnother(const core::engine::Figures &before, const core::engine::Figures &now)
{
    return now.prepared < before.prepared || now.submitted < before.submitted || now.finished() < before.finished()
        || now.toSucceed.count() < before.toSucceed.count();
}

} // namespace

FlowSeries::FlowSeries()
{
    for (const FlowRange range : {FlowRange::FiveMinutes, FlowRange::Hour, FlowRange::Day}) {
        Tier &tier = m_tiers[static_cast<std::size_t>(range)];
        tier.step = step(range);
        tier.samplesMax = length(range) / step(range);
    }
}

Millis FlowSeries::length(FlowRange range)
{
    switch (range) {
    case FlowRange::FiveMinutes:
        return std::chrono::minutes(5);
    case FlowRange::Hour:
        return std::chrono::hours(1);
    case FlowRange::Day:
        return std::chrono::hours(24);
    }
    return {};
}

Millis FlowSeries::step(FlowRange range)
{
    switch (range) {
    case FlowRange::FiveMinutes:
        return std::chrono::seconds(1);
    case FlowRange::Hour:
        return std::chrono::seconds(10);
    case FlowRange::Day:
        return std::chrono::minutes(2);
    }
    return {};
}

void FlowSeries::note(const FlowReading &reading)
{
    if (m_last && reading.at < m_last->at)
        *this = FlowSeries();
    const bool beginsAnew = m_last && isOfAnother(m_last->figures, reading.figures);
    m_last = reading;
    for (Tier &tier : m_tiers) {
        if (beginsAnew)
            tier.from.reset();
        note(tier, reading);
    }
}

void FlowSeries::note(Tier &tier, const FlowReading &reading)
{
    if (tier.from && reading.at - tier.from->at < early(tier.step))
        return;
    if (tier.from)
        tier.samples.append(sampleOf(*tier.from, reading, tier.step));
    if (tier.samples.size() > tier.samplesMax)
        tier.samples.removeFirst();
    tier.from = reading;
}

FlowSample FlowSeries::sampleOf(const FlowReading &from, const FlowReading &to, Millis step)
{
    const double seconds = std::chrono::duration<double>(to.at - from.at).count();
    const auto rate = [&](std::uint64_t core::engine::Figures::*count) {
        return static_cast<double>(to.figures.*count - from.figures.*count) / seconds;
    };
    using core::engine::Figures;
    const core::engine::Durations durations = to.figures.toSucceed.since(from.figures.toSucceed);
    return {.at = to.at,
            .submitted = rate(&Figures::submitted),
            .succeedAtOnce = rate(&Figures::succeedAtOnce),
            .succeedLater = rate(&Figures::succeedLater),
            .failed = rate(&Figures::failed),
            .p50 = durations.percentile(0.5),
            .p95 = durations.percentile(0.95),
            .p99 = durations.percentile(0.99),
            .backlog = to.backlog,
            .afterGap = to.at - from.at > stepsOfAGap * step};
}

QList<FlowSample> FlowSeries::samples(FlowRange range) const
{
    const Tier &chosen = tier(range);
    QList<FlowSample> samples = chosen.samples;
    if (m_last && m_last->at - chosen.from->at >= early(step(FlowRange::FiveMinutes)))
        samples.append(sampleOf(*chosen.from, *m_last, chosen.step));
    return samples;
}

} // namespace ui
