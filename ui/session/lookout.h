// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alerts.h"
#include "ui/session/flowwatch.h"

namespace ui {

class Session;

/// Keeps an eye on a session, whichever page is open: how much flows, and whether a person is needed. UI thread.
class Lookout final : public QObject
{
    Q_OBJECT
public:
    /// clock: the engine's time; it outlives this object, as the session does.
    Lookout(Session &session, const core::Clock &clock);
    ~Lookout() override;

    void start();
    void stop();

    FlowWatch &flow() { return m_flow; }
    Alerts &alerts() { return m_alerts; }

private:
    void lookAgain();
    AlertFacts facts() const;

    Session &m_session;
    const core::Clock &m_clock;
    FlowWatch m_flow;
    Alerts m_alerts;
    bool m_isWatching = false;
};

} // namespace ui
