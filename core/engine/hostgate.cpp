// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hostgate.h"

namespace core::engine {

HostGate::Admission HostGate::admit(TimePoint now, int queued, bool byHand)
{
    if (byHand) {
        ++m_inFlight;
        return Admission::Send;
    }
    if (m_heldUntil)
        return takePlace(now) ? Admission::Send : Admission::HoldBack;
    if (takePlace(now))
        return Admission::Send;
    return queued < m_options.queuedMax ? Admission::Wait : Admission::HoldBack;
}

bool HostGate::takePlace(TimePoint now)
{
    if (m_heldUntil) {
        const bool mayProbe = now >= *m_heldUntil && m_inFlight == 0;
        m_inFlight += mayProbe ? 1 : 0;
        return mayProbe;
    }
    if (m_inFlight >= m_options.inFlightMax)
        return false;
    ++m_inFlight;
    return true;
}

TimePoint HostGate::tryAgainAt(TimePoint now) const
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
        m_unreachableInRow = 0;
        m_hold = Millis(0);
        m_heldUntil.reset();
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
