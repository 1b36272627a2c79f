// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/consent.h"
#include "ui/session/transfertypes.h"

#include <QObject>
#include <QSet>

namespace ui {

class FaultDesk;
class Session;

/// One transfer that the fault lab sends and follows: where it came by, where something struck it, what became of it.
class TransferRun final : public QObject
{
    Q_OBJECT
public:
    explicit TransferRun(Session &session, QObject *parent = nullptr);

    /// Sends one transfer of 30.00 from user 1 to user 2. quick: it is asked back after 3 s and tried again after 2 s,
    /// in place of 35 s and 10 s. consent: what the user was asked before.
    core::Status start(bool quick, Consent consent);

    bool hasStarted() const { return !m_gid.isEmpty(); }
    bool isOver() const;
    const QByteArray &gid() const { return m_gid; }
    const QSet<QByteArray> &passed() const { return m_passed; }
    const QSet<QByteArray> &struck() const { return m_struck; }
    const QByteArray &lastPoint() const { return m_lastPoint; } ///< that it came by; empty: none yet
    TransferOutcome outcome() const; ///< as it is known by now

    static constexpr int fromUser = 1;
    static constexpr int toUser = 2;

signals:
    void changed();

private:
    void takeTransfers();
    void notePass(const QByteArray &point);

    Session &m_session;
    FaultDesk &m_faults;
    bool m_isStarting = false;
    QByteArray m_gid;
    QSet<QByteArray> m_passed;
    QSet<QByteArray> m_struck;
    QByteArray m_lastPoint;
    TransferOutcome m_outcome;
};

} // namespace ui
