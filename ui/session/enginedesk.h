// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connections.h"
#include "ui/session/enginehost.h"
#include "ui/session/passworddesk.h"
#include "ui/session/retirement.h"

#include <QTimer>

namespace ui {

/// How the engine is doing with its store. A value.
struct EngineState
{
    enum class Phase {
        Stopped,
        Opening, ///< its store is being opened
        NeedsPassword,
        Away, ///< the store could not be opened
        Running,
        Down, ///< it was crashed on purpose, and is started again in a moment
        Leaving, ///< it lets calls in flight finish before another store is opened
    };
    Phase phase = Phase::Stopped;
    QString connectionId = {}; ///< whose store
    QString problem = {}; ///< of Away: the store's words, with the remedy
    std::optional<core::TimePoint> silentSince = {}; ///< the store has held up the engine since then
    friend bool operator==(const EngineState &, const EngineState &) = default;
};

/// Opens the engine with the store of a connection, and moves it to another one. UI thread; waits for no server.
class EngineDesk final : public QObject
{
    Q_OBJECT
public:
    EngineDesk(Connections &connections, PasswordDesk &passwords, Retirement &retirement, const core::Clock &clock,
               QObject *parent = nullptr);
    ~EngineDesk() override;

    /// The command line names a store with more than a connection holds of it (its password, TLS).
    void setGiven(const core::store::StoreAddress &address) { m_given = address; }
    /// Opens the store of Connections::engine(). Waits for the outcome of an SQLite file, which is its error; a
    /// server's comes by stateChanged(). wishedPort: 0 for any.
    core::Status start(quint16 wishedPort);
    /// Once more what is away.
    void retry();
    /// Leaves the present store and opens this connection's. Calls in flight finish or stay, durably, in the store that
    /// is left; its unfinished messages go on when it is opened again. Where the new store fails, the engine goes back
    /// to the old one. Both are told by switchEnded(). Conflict while it is on its way already.
    core::Status switchTo(const QString &connectionId);
    /// Gives the engine out of hand, to be ended by whoever may wait for it. Null: there is none.
    std::unique_ptr<OnThread<EngineHost>> release();

    const EngineState &state() const { return m_state; }
    /// Null unless Running.
    core::node::Node *node() const;

signals:
    void stateChanged();
    void opened(); ///< node() is another one
    void switchEnded(const QString &problem); ///< empty: the engine works with the new store
    void crashed(const QByteArray &point); ///< on purpose; opened() follows
    void messagesChanged(const QList<core::store::Summary> &changed, bool more);
    void healthChanged(const core::engine::Health &health);

private:
    using Phase = EngineState::Phase;

    void enter(const EngineState &state);
    void open(const QString &connectionId);
    void openWith(const QString &connectionId, const QString &password);
    std::optional<core::node::NodeOptions> optionsFor(const QString &connectionId, const QString &password) const;
    void makeHost();
    void takeOpened();
    void takeFailure(const core::Error &error);
    void takeStopped();
    void takeCrash(const QByteArray &point);
    void startAgain();
    void lookForSilence();

    Connections &m_connections;
    PasswordDesk &m_passwords;
    Retirement &m_retirement;
    const core::Clock &m_clock;
    std::optional<core::store::StoreAddress> m_given;
    quint16 m_port = 0; ///< where it listened last
    EngineState m_state;
    std::unique_ptr<OnThread<EngineHost>> m_host;
    QString m_target; ///< of a switch: the connection to open next
    QString m_origin; ///< of a switch: the connection to go back to; empty: none runs
    QString m_switchProblem; ///< why the engine is on its way back
    QTimer m_leaveMax;
    QTimer m_downFor;
    QTimer m_look;
};

} // namespace ui
