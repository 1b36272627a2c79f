// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace core::engine {

struct HostGateOptions
{
    int inFlightMax = 64;
    int queuedMax = 256; ///< calls that wait for a free place at a host that is slow, or hangs
    int queuedAtFastMax = 4096; ///< the same at a host that answers that quickly, or was only just called
    int unreachableMax = 5; ///< calls in a row without any answer after which the host is held back
    Millis holdFirst{500}; ///< how long at first; doubles while the host stays unreachable
    Millis holdMax{5'000};
};

/// How many calls of one host were answered lately.
class AnswerRate final
{
public:
    static constexpr Millis window{50};

    void note(TimePoint now);
    /// In the present window and the one before it.
    int lately(TimePoint now) const;

private:
    TimePoint m_since; ///< the present window
    int m_count = 0;
    int m_countBefore = 0;
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
    /// How many calls may wait: as many as a host that answers quickly is through with in a moment, so that claims need
    /// not stop for it; few where the host is slow or hangs, so that they do not take up the room of others.
    int queueMax(TimePoint now) const;
    /// When to try again what is held back now. What many are given is spread over time, and not more of it comes at
    /// once than a store and this gate take in passing; so it is called once for each.
    TimePoint putOff(TimePoint now);
    /// Lets a probe through now.
    void endHold(TimePoint now);
    bool isIdle() const { return m_inFlight == 0 && !m_heldUntil; }

private:
    TimePoint holdEnd(TimePoint now) const;
    void begin(TimePoint now);

    HostGateOptions m_options;
    AnswerRate m_answers;
    int m_inFlight = 0;
    TimePoint m_busySince; ///< a call has been in flight since then, if any is
    int m_unreachableInRow = 0;
    Millis m_hold{0};
    std::optional<TimePoint> m_heldUntil;
    TimePoint m_slot; ///< the latest moment that was given to what was held back
    int m_inSlot = 0;
};

} // namespace core::engine
