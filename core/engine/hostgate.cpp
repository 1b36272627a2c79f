// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hostgate.h"

#include "core/message/backoff.h"

#include <algorithm>

namespace core::engine {

namespace {

constexpr Millis answersWithin{100}; ///< until then any host is taken for a quick one
constexpr int queuedAnAnswer = 4; ///< for each answer of the last 50 to 100 ms: what waits is called within some 400 ms
constexpr Millis slotLength{100}; ///< a due time's grain (message::roundedDue)
constexpr int putOffASlot = 200;

} // namespace

void AnswerRate::note(TimePoint now)
{
    if (now - m_since >= window) {
        m_countBefore = now - m_since < 2 * window ? m_count : 0;
        m_count = 0;
        m_since = now;
    }
    ++m_count;
}

int AnswerRate::lately(TimePoint now) const
{
    if (now - m_since >= 2 * window)
        return 0;
    return now - m_since >= window ? m_count : m_count + m_countBefore;
}

HostGate::Admission HostGate::admit(TimePoint now, int queued, bool byHand)
{
    if (byHand) {
        begin(now);
        return Admission::Send;
    }
    if (m_heldUntil)
        return takePlace(now) ? Admission::Send : Admission::HoldBack;
    if (takePlace(now))
        return Admission::Send;
    return queued < queueMax(now) ? Admission::Wait : Admission::HoldBack;
}

bool HostGate::takePlace(TimePoint now)
{
    if (m_heldUntil) {
        const bool mayProbe = now >= *m_heldUntil && m_inFlight == 0;
        if (mayProbe)
            begin(now);
        return mayProbe;
    }
    if (m_inFlight >= m_options.inFlightMax)
        return false;
    begin(now);
    return true;
}

void HostGate::begin(TimePoint now)
{
    if (m_inFlight++ == 0)
        m_busySince = now;
}

int HostGate::queueMax(TimePoint now) const
{
    if (m_inFlight > 0 && now - m_busySince < answersWithin)
        return std::max(m_options.queuedMax, m_options.queuedAtFastMax);
    return std::clamp(queuedAnAnswer * m_answers.lately(now), m_options.queuedMax,
                      std::max(m_options.queuedMax, m_options.queuedAtFastMax));
}

TimePoint HostGate::putOff(TimePoint now)
{
    const TimePoint earliest = message::roundedDue(holdEnd(now));
    if (m_slot < earliest) {
        m_slot = earliest;
        m_inSlot = 0;
    } else if (m_inSlot >= putOffASlot) {
        m_slot += slotLength;
        m_inSlot = 0;
    }
    ++m_inSlot;
    return m_slot;
}

void HostGate::endHold(TimePoint now)
{
    if (m_heldUntil)
        m_heldUntil = std::min(*m_heldUntil, now);
}

TimePoint HostGate::holdEnd(TimePoint now) const
{
    if (!m_heldUntil)
        return now + m_options.holdFirst;
    const bool probing = now >= *m_heldUntil; // it may take its full time; asking sooner would only wear out the store
    return (probing ? now + m_hold : *m_heldUntil) + m_options.holdFirst / 5;
}

void HostGate::finished(TimePoint now, bool reached)
{
    --m_inFlight;
    if (reached) {
        m_answers.note(now);
        m_unreachableInRow = 0;
        m_hold = Millis(0);
        if (std::exchange(m_heldUntil, std::nullopt))
            m_slot = {};
        return;
    }
    if (++m_unreachableInRow < m_options.unreachableMax)
        return;
    const bool stillHeld = m_heldUntil && now < *m_heldUntil;
    if (stillHeld)
        return; // one of the calls that were under way when the gate closed
    m_hold = std::clamp(m_hold * 2, m_options.holdFirst, m_options.holdMax);
    m_heldUntil = now + m_hold;
}

} // namespace core::engine
