// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/lookout.h"

#include "ui/session/desktopnotifier.h"
#include "ui/session/session.h"
#include "ui/session/webhook.h"

namespace ui {

Lookout::Lookout(Session &session, const core::Clock &clock)
    : m_session(session)
    , m_clock(clock)
    , m_flow({.figures = [&session] { return session.figures(); },
              .failures = [&session] { return session.callFailures(); },
              .counts = [&session](QObject *context, auto then) { session.counts(context, std::move(then)); },
              .retrying =
                  [&session](int limit, QObject *context, auto then) {
                      session.page({.retrying = true}, limit, std::nullopt, context, std::move(then));
                  }},
             clock)
    , m_alerts(std::make_unique<DesktopNotifier>(), std::make_unique<Webhook>())
{
    connect(&m_flow, &FlowWatch::changed, this, &Lookout::lookAgain);
    connect(&session, &Session::healthChanged, this, &Lookout::lookAgain);
    connect(&session, &Session::banksChanged, this, &Lookout::lookAgain);
}

Lookout::~Lookout() = default;

void Lookout::start()
{
    m_isWatching = true;
    m_flow.start();
}

void Lookout::stop()
{
    m_isWatching = false;
    m_flow.stop();
}

void Lookout::lookAgain()
{
    if (m_isWatching)
        m_alerts.take(facts(), m_clock.now());
}

/// The money is only told about while it is known: the session says nothing of banks that it cannot read.
AlertFacts Lookout::facts() const
{
    AlertFacts facts;
    facts.backlog = m_flow.backlog();
    if (const BankTotals totals = m_session.totals(); totals.known)
        facts.missing = totals.missing();
    const core::engine::Health health = m_session.health();
    facts.storeIsAway = health.state == core::engine::Health::State::StoreAway || !m_flow.problem().isEmpty();
    facts.storeProblem = health.detail.isEmpty() ? m_flow.problem() : health.detail;
    return facts;
}

} // namespace ui
