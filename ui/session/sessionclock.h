// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/session/session.h"

namespace ui {

/// Session::now() as a clock, for whatever paints countdowns and ages of messages. Must not outlive the session.
class SessionClock final : public core::Clock
{
public:
    explicit SessionClock(const Session &session) : m_session(session) { }
    core::TimePoint now() const override { return m_session.now(); }

private:
    const Session &m_session;
};

} // namespace ui
