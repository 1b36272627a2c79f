// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequence.h"

namespace diagram {

/// Puts steps one below the other and keeps the time: a long pause between two known times becomes a gap.
class SequenceWriter final
{
    Q_DECLARE_TR_FUNCTIONS(diagram::SequenceWriter)
public:
    /// Shorter pauses are not worth a break.
    static constexpr core::Millis pauseMin{1000};

    explicit SequenceWriter(core::TimePoint start) : m_start(start), m_last(start) { }

    /// at: when it happened; nothing where no time was kept. Times before the start count as the start.
    void add(Step step, std::optional<core::TimePoint> at = {});
    /// Adds a gap if the last known time is long before `at`. reason: "back-off".
    void passTo(core::TimePoint at, const QString &reason);
    /// Adds a gap for what is left out up to this time.
    void skip(Step gap, core::TimePoint until);
    /// A gap of this length that has not passed yet.
    void await(core::Millis left, const QString &reason);
    /// The message has this face from here on; the same one as before is not told again.
    void addState(theme::State state, std::optional<core::TimePoint> at, const QString &detail = {});

    const QList<Step> &steps() const { return m_steps; }
    QList<Step> takeSteps() { return std::move(m_steps); }

private:
    core::TimePoint m_start;
    core::TimePoint m_last;
    std::optional<theme::State> m_state;
    int m_gaps = 0;
    int m_states = 0;
    QList<Step> m_steps;
};

} // namespace diagram
