// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faulthold.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace ui {

class Session;

/// Faults armed on purpose, in the embedded engine and the demo banks of this process: armed, told, cleared. Off at
/// every start, and only with an engine that keeps no production data. UI thread; nothing here blocks it.
class FaultDesk final : public QObject
{
    Q_OBJECT
public:
    /// Why nothing may be armed.
    enum class Bar {
        None,
        Off, ///< nobody has switched the lab on
        NoEngine, ///< the embedded engine does not run
        ReadOnly,
        Production, ///< the engine's connection is marked so
    };

    /// What can crash on its own.
    enum class Part { Engine, BankA, BankB };

    explicit FaultDesk(Session &session);
    ~FaultDesk() override; ///< disarms

    bool isOn() const { return m_isOn; }
    /// The lab's own switch, or --test-mode. Off clears everything.
    void setOn(bool on);
    Bar bar() const;
    bool isAllowed() const { return bar() == Bar::None; }
    /// A sentence; empty when faults may be armed.
    QString whyNot() const;

    /// In the order they were armed.
    QList<core::ArmedFault> armed() const { return core::armedFaults(); }
    /// Arms one more, in place of the armed one of this number where it is not 0. Conflict when nothing may be armed or
    /// too many are; Invalid, naming the field, as core::checkFault() says.
    core::Status arm(const core::Fault &fault, int inPlaceOf = 0);
    void disarm(int id);
    void disarm(const QByteArray &point); ///< all that are armed there
    void clear(); ///< all; what is held goes on

    /// Passes that wait for somebody, the oldest first.
    QList<core::HeldPass> held() const { return core::heldPasses(); }
    /// Lets one go on, as it would have or as a fault would have made it; see core::releaseHeld().
    core::Status release(quint64 id, const std::optional<core::Strike> &as = {});

    /// Tells by passed() where this message comes by, until another is named; empty: of none.
    void follow(const QByteArray &gid);

    /// How often something struck at a point since the start.
    int strikesAt(const QByteArray &point) const { return m_strikes.value(point); }

    /// For the session: a part was crashed on purpose, and is back.
    void noteCrash(Part part, const QByteArray &point);
    void noteBack(Part part);
    /// What is down at the moment.
    QList<Part> down() const { return m_down; }

signals:
    void armedChanged(); ///< armed() tells something else, its strikes or times left
    void struck(const QByteArray &point, const QByteArray &gid, core::FaultMode mode);
    void heldChanged(); ///< held() tells something else
    void passed(const QByteArray &point); ///< the message that is followed came by
    void allowedChanged(); ///< bar() or isOn() tells something else
    void downChanged();

private:
    struct Told;

    core::Result<int> armChecked(const core::Fault &fault, int inPlaceOf);
    void takeTold();
    void look();
    void lookAtConnection();
    void releaseAt(const QByteArray &point);

    Session &m_session;
    bool m_isOn = false;
    Bar m_seenBar = Bar::Off;
    QString m_engineId; ///< the connection that faults were armed on
    QTimer m_look;
    qsizetype m_seenArmed = 0;
    QHash<QByteArray, int> m_strikes;
    QList<Part> m_down;
    std::shared_ptr<Told> m_told; ///< what other threads told
};

} // namespace ui
