// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/metrics.h"
#include "ui/session/flowsample.h"

#include <QList>

#include <array>

namespace ui {

/// How far back a series is shown.
enum class FlowRange { FiveMinutes, Hour, Day };

/// The engine's counts at one moment.
struct FlowReading
{
    core::TimePoint at;
    core::engine::Figures figures;
    std::optional<Backlog> backlog;
};

/// Turns readings into three series: five minutes by the second, an hour by ten seconds, a day by two minutes. Each
/// sample is made from the counts at its two ends, so that rates and percentiles of a long step are exact too. Holds
/// some 1,400 samples at most. No thread, no clock.
class FlowSeries final
{
public:
    FlowSeries();

    /// In order of time. A time before the last reading begins all series anew: the clock was set back. After counts
    /// that shrank the rates begin anew: the engine was started again.
    void note(const FlowReading &reading);
    /// Oldest first. The last one may be of a step that is still under way.
    QList<FlowSample> samples(FlowRange range) const;

    static core::Millis length(FlowRange range);
    static core::Millis step(FlowRange range);

private:
    struct Tier
    {
        core::Millis step;
        qsizetype samplesMax;
        std::optional<FlowReading> from; ///< where the step under way began
        QList<FlowSample> samples;
    };

    static FlowSample sampleOf(const FlowReading &from, const FlowReading &to, core::Millis step);
    static void note(Tier &tier, const FlowReading &reading);
    const Tier &tier(FlowRange range) const { return m_tiers[static_cast<std::size_t>(range)]; }

    std::array<Tier, 3> m_tiers;
    std::optional<FlowReading> m_last;
};

} // namespace ui
