// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <optional>

namespace core::engine {

struct HostGateOptions
{
    int inFlightMax = 64;
    int queuedMax = 256; ///< calls that wait for a free place
    int unreachableMax = 5; ///< calls in a row without any answer after which the host is held back
    Millis holdFirst{500}; ///< how long at first; doubles while the host stays unreachable
    Millis holdMax{5'000};
};

/// Decides for one host whether a call may go out now, so that a host that hangs or is down slows only itself. While it
/// is held back one call at a time goes through as a probe; its answer opens the gate. Pure bookkeeping: no clock, no
/// socket.
class HostGate final
{
public:
    enum class Admission { Send, Wait, HoldBack };

    explicit HostGate(const HostGateOptions &options) : m_options(options) { }

    /// queued is how many wait already. Send counts the call as in flight.
    Admission admit(TimePoint now, int queued, bool byHand);
    /// A call is back; reached: the host answered, whatever it said.
    void finished(TimePoint now, bool reached);

    bool isHeldBack() const { return m_heldUntil.has_value(); }
    /// Whether one that waits may go now; counts it as in flight.
    bool takePlace(TimePoint now);
    /// When to try again what was held back.
    TimePoint tryAgainAt(TimePoint now) const;
    bool isIdle() const { return m_inFlight == 0 && !m_heldUntil; }

private:
    HostGateOptions m_options;
    int m_inFlight = 0;
    int m_unreachableInRow = 0;
    Millis m_hold{0};
    std::optional<TimePoint> m_heldUntil;
};

} // namespace core::engine
