// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/sequencewriter.h"

#include "ui/widgets/formatting.h"

namespace diagram {

using core::Millis;
using core::TimePoint;

void SequenceWriter::add(Step step, std::optional<TimePoint> at)
{
    if (at) {
        step.at = std::max(Millis(0), std::chrono::duration_cast<Millis>(*at - m_start));
        m_last = std::max(m_last, *at);
    }
    m_steps << std::move(step);
}

void SequenceWriter::passTo(TimePoint at, const QString &reason)
{
    const auto pause = std::chrono::duration_cast<Millis>(at - m_last);
    if (pause < pauseMin)
        return;
    add({.kind = Step::Kind::Gap,
         .id = "gap " + QByteArray::number(++m_gaps),
         //: a pause in a sequence: how long, and why
         .label = tr("%1 · %2").arg(widgets::formatDuration(pause), reason)});
    m_last = at;
}

void SequenceWriter::skip(Step gap, TimePoint until)
{
    add(std::move(gap));
    m_last = std::max(m_last, until);
}

void SequenceWriter::await(Millis left, const QString &reason)
{
    add({.kind = Step::Kind::Gap,
         .id = "gap " + QByteArray::number(++m_gaps),
         .known = Known::Awaited,
         //: a pause that is not over: when it will be, and why
         .label = tr("in %1 · %2").arg(widgets::formatCountdown(left), reason)});
}

void SequenceWriter::addState(theme::State state, std::optional<TimePoint> at, const QString &detail)
{
    if (m_state == state)
        return;
    m_state = state;
    add({.kind = Step::Kind::State, .id = "state " + QByteArray::number(++m_states), .detail = detail, .state = state},
        at);
}

} // namespace diagram
