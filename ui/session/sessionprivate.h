// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/activitylog.h"
#include "ui/session/bankfloor.h"
#include "ui/session/connectiontest.h"
#include "ui/session/demobanks.h"
#include "ui/session/faultdesk.h"
#include "ui/session/lookout.h"
#include "ui/session/peeker.h"
#include "ui/session/portmemory.h"
#include "ui/session/proofdesk.h"
#include "ui/session/session.h"
#include "ui/session/storelook.h"
#include "ui/session/systemuser.h"
#include "ui/session/tablemaker.h"
#include "ui/session/transferledger.h"
#include "ui/session/transfersender.h"

#include <QDir>
#include <QTimer>

namespace ui {

/// The parts of a session, for the files that implement it.
class Session::Private
{
public:
    Private(Session &session, SessionOptions sessionOptions)
        : q(session)
        , options(std::move(sessionOptions))
        , activity(options.dataDir, clock, systemUser())
        , passwords(options.passwordStore ? options.passwordStore() : systemKeychain())
        , banks(connections, passwords, clock)
        , engine(connections, passwords, banks.retirement(), clock)
        , connectionTest(banks.retirement())
        , peeker(banks.retirement())
    { }

    void placeDatabases();
    core::node::Node *node() const { return engine.node(); }
    void takeOpened();
    DemoDatabases demoDatabases() const;
    void makeDemoBanks();
    core::Status startBanks();
    void askBanksToStart();
    void takeBanks(const DemoPorts &ports);
    void askStaying(QObject *context, std::function<void(std::optional<std::int64_t>)> then);
    void startSender();
    core::Status startTransfers(const TransferOrder &order, Consent consent);
    core::Status armPreset(FaultPreset preset, const QList<QByteArray> &gids);
    void noteRun();
    bool isReadOnly() const;
    static core::Error readOnlyError();
    /// Whether something may be changed at the engine, or at this connection, with this consent.
    core::Status mayChange(Consent consent) const;
    static core::Status mayChange(const Connection &connection, Consent consent);
    /// Whether money may be moved between the demo banks.
    core::Status mayTransfer(Consent consent) const;
    void takeChanges(const QList<core::store::Summary> &changed, bool more);
    void catchUp(std::optional<std::int64_t> before);
    /// Notes the verb, with its detail and the operator's reason, and what came of it.
    void sendEvent(ActivityVerb verb, const QByteArray &gid, core::message::Event event, Consent consent,
                   QObject *context, ThenAccepted then, const QString &detail = {}, const QString &reason = {});
    void changeTopic(core::engine::TopicChange change, Consent consent, QObject *context, ThenAccepted then);
    void noteEngine();
    void noteHealth(const core::engine::Health &health);
    void noteSwitch(const QString &problem);
    void noteStopped();
    /// Hands a query to the reading thread, or says at once that there is none.
    template<typename T>
    static void readOr(core::node::Node *node, std::function<core::Result<T>(core::store::MessageReader &)> query,
                       QObject *context, Then<T> then);
    void readBarrierRows(const QByteArray &gid, const QList<BankInfo> &at, const QList<int> &users, QObject *context,
                         std::function<void(const QList<PeekedBank> &)> then);
    ProofDesk::Store proofStore();
    void submitAgain(const core::message::Message &first, const QList<core::store::Summary> &taken, Consent consent,
                     QObject *context, const Then<QByteArray> &then);

    QString inDataDir(const QString &name) const { return QDir(options.dataDir).filePath(name); }

    Session &q;
    SessionOptions options;
    core::SystemClock clock;
    ActivityLog activity;
    ActivityLog::Then switchAnswered; ///< of the switch of stores that is on its way
    EngineState::Phase notedPhase = EngineState::Phase::Stopped; ///< as the record has it
    core::engine::Health notedHealth;
    std::optional<PortMemory> ports;
    std::unique_ptr<OnThread<DemoBanks>> demoBanks;
    QByteArray banksCoordinator; ///< whom the demo banks submit to; empty: they do not run
    QByteArray senderUrl; ///< of the demo banks that run
    QByteArray receiverUrl;
    QString banksProblem; ///< why they do not run
    Connections connections;
    PasswordDesk passwords;
    BankFloor banks;
    EngineDesk engine;
    StoreLook storeLook;
    ConnectionTest connectionTest;
    TableMaker tableMaker;
    Peeker peeker;
    int watchers = 0;
    std::unique_ptr<OnThread<TransferSender>> sender;
    TransferLedger ledger;
    RunBook runs;
    core::TimePoint runStartedAt;
    QTimer catchUpTimer;
    std::unique_ptr<FaultDesk> faults;
    std::unique_ptr<Lookout> lookout; ///< last: it looks at all of the above
    QTimer banksRetry;
    std::unique_ptr<ProofDesk> proof; ///< reads all of the above
};

template<typename T>
void Session::Private::readOr(core::node::Node *node,
                              std::function<core::Result<T>(core::store::MessageReader &)> query, QObject *context,
                              Then<T> then)
{
    if (node)
        return node->reads().read<T>(std::move(query), context, std::move(then));
    QMetaObject::invokeMethod(
        context, [then] { then(core::Error::unavailable(QStringLiteral("the engine is not running"))); },
        Qt::QueuedConnection);
}

} // namespace ui
