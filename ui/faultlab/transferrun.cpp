// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/transferrun.h"

#include "ui/session/faultdesk.h"
#include "ui/session/session.h"

namespace ui {
namespace {

constexpr core::seconds quickAskBack{3};
constexpr core::seconds quickRetry{2};

} // namespace

TransferRun::TransferRun(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_faults(session.faults())
{
    connect(&m_session, &Session::transferChanged, this, &TransferRun::takeTransfers);
    connect(&m_faults, &FaultDesk::passed, this, &TransferRun::notePass);
    connect(&m_faults, &FaultDesk::struck, this, [this](const QByteArray &point, const QByteArray &gid) {
        if (m_gid.isEmpty() || gid != m_gid)
            return;
        m_struck.insert(point);
        emit changed();
    });
}

core::Status TransferRun::start(bool quick, Consent consent)
{
    TransferOrder order{.fromUser = fromUser, .toUser = toUser, .waitResult = false};
    if (quick) {
        order.askBackAfter = quickAskBack;
        order.retryAfter = quickRetry;
    }
    m_isStarting = true;
    core::Status started = m_session.startTransfers(order, consent);
    m_isStarting = false;
    return started;
}

/// The gid is known before the transfer is sent, so nothing is missed.
void TransferRun::takeTransfers()
{
    if (m_isStarting) {
        m_gid = m_session.transferGids().value(0);
        m_outcome = {};
        m_passed.clear();
        m_struck.clear();
        m_lastPoint.clear();
        m_faults.follow(m_gid);
    }
    for (const TransferOutcome &outcome : m_session.transferOutcomes()) {
        if (outcome.gid == m_gid)
            m_outcome = outcome;
    }
    if (!m_gid.isEmpty())
        emit changed();
}

void TransferRun::notePass(const QByteArray &point)
{
    m_passed.insert(point);
    m_lastPoint = point;
    emit changed();
}

bool TransferRun::isOver() const
{
    using core::message::State;
    return hasStarted() && (m_outcome.state == State::Succeed || m_outcome.state == State::Failed);
}

TransferOutcome TransferRun::outcome() const
{
    return m_outcome;
}

} // namespace ui
