// SPDX-License-Identifier: Apache-2.0
#include "core/engine/lease.h"

#include "core/base/faultpoint.h"
#include "core/engine/log.h"

#include <limits>

namespace core::engine {

namespace {

/// A smaller difference of the clocks is the network's, and following it would make time jump for nothing.
constexpr Millis clocksApartMin{250};
constexpr std::int64_t ranOut = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t forGood = std::numeric_limits<std::int64_t>::max();

} // namespace

Lease::Lease(store::MessageStore &store, const Clock &clock, std::int64_t owner, Millis length)
    : m_store(store)
    , m_clock(clock)
    , m_owner(owner)
    , m_length(length)
    , m_untilMs(ranOut)
{ }

Result<bool> Lease::renew()
{
    const TimePoint sentAt = m_clock.now();
    if (m_hasBegun && (!m_renewAt || sentAt < *m_renewAt))
        return false;
    if (faultPoint("lease.renew"))
        return Error::unavailable(QStringLiteral("an armed fault kept the lease from being renewed"));
    const Result<std::optional<TimePoint>> storeNow = m_store.heartbeat(m_owner, m_length);
    if (!storeNow.ok())
        return storeNow.error();
    m_hasBegun = true;
    if (!holds())
        ++m_term; // before it holds again: a call of the term before must not slip through
    if (!*storeNow) {
        m_untilMs = forGood;
        return true;
    }
    m_untilMs = toEpochMs(sentAt + m_length); // the store counts from when it got it, which is later
    m_renewAt = sentAt + m_length / 3;
    noteStoreClock(**storeNow, sentAt, m_clock.now());
    return true;
}

void Lease::noteStoreClock(TimePoint storeNow, TimePoint sentAt, TimePoint answeredAt)
{
    const Millis seen = storeNow - (sentAt + (answeredAt - sentAt) / 2);
    if (std::chrono::abs(seen - ahead()) < clocksApartMin)
        return;
    qCInfo(lcEngine).nospace() << "clock of the store ahead_ms=" << seen.count();
    m_aheadMs = seen.count();
}

/// Where it does not work it runs out by itself.
void Lease::end()
{
    if (isShared())
        (void)m_store.heartbeat(m_owner, Millis(0));
    m_untilMs = ranOut;
}

bool Lease::holds() const
{
    const std::int64_t until = m_untilMs.load();
    return until == forGood || toEpochMs(m_clock.now()) < until;
}

} // namespace core::engine
