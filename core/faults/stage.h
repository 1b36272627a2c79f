// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/databaseserver.h"
#include "core/faults/ledger.h"
#include "core/faults/part.h"
#include "core/faults/relay.h"
#include "core/faults/runcontrol.h"

#include <QTemporaryDir>

namespace core::faults {

/// What a scenario is played on. Databases are empty ones, or left out: then they are SQLite files in a temporary
/// folder, or in a MariaDB server of the story's own where its file asks for that.
struct StageOptions
{
    QString program; ///< checkbackd
    QString store; ///< as `serve --store` takes it
    QString senderDatabase; ///< as `bank --db` takes it
    QString receiverDatabase;
    QString storePassword; ///< of their MySQL users
    QString bankPassword;
    bool naive = false; ///< transfers go without a coordinator (core/bank/naive.h)
};

/// Both banks' rows. The receiver's were read first (core/bank/proof.h).
struct Books
{
    bank::BankSnapshot receiver;
    bank::BankSnapshot sender;
};

/// The real parts of one scenario: its coordinators and two banks, each a checkbackd process in test mode, with relays
/// between them. Lives on a thread with an event loop, which runs while it waits.
class Stage final
{
public:
    /// tell hears what happens between the parts and to them, as it happens. All must outlive the stage.
    Stage(StageOptions options, const Scenario &scenario, const RunControl &control,
          std::function<void(const Happening &)> tell);
    ~Stage();

    /// Opens the accounts and starts all, with the faults that the scenario arms first. Invalid or Unavailable, with
    /// the remedy, when the story cannot be played on these databases.
    Status start();
    Status restart(Part part, const QByteArray &faults);
    /// Arms these faults in a program that runs, in place of those that are armed there; empty: none.
    Status arm(Part part, const QByteArray &faults) { return process(part).arm(faults, m_control); }
    void crash(Part part);
    /// False also of what the story does not have.
    bool isRunning(Part part) const;
    Ledger &ledger(Part bank) { return bank == Part::Sender ? *m_senderLedger : *m_receiverLedger; }

    /// Waits as core/faults/eventwait.h says. While the run is paused, all programs stand still and so does the time.
    bool waitUntil(const std::function<bool()> &ready, Millis within);
    /// Told when the programs stand still, and when they go on.
    void tellStandstill(std::function<void(bool still)> tell) { m_tellStandstill = std::move(tell); }
    /// How long the programs have stood still in all.
    Millis pausedFor() const { return m_pausedFor; }

    /// Asks the sender's bank for a transfer; answerTo() has what comes of it.
    void beginTransfer(const TransferAction &transfer);
    /// Nothing while there is no answer yet.
    std::optional<http::ClientAnswer> answerTo(const QByteArray &label) const { return m_answers.value(label); }
    void answerInstead(const AnswerAction &answer);

    /// A message's state by the API of a coordinator that runs, one of statusWords(); empty when none answers.
    QByteArray stateOf(const QByteArray &label);
    /// The same, told later; the callback is not called once the stage is gone.
    void askState(const QByteArray &label, std::function<void(const QByteArray &state)> then);
    /// The calls that the coordinators have made for a message, in their order.
    QList<RelayedCall> callsFor(CallKind kind, const QByteArray &label) const;
    Result<Books> books() const;
    /// Whether the banks' rows can be read: no server of the story's own that is down.
    bool booksAreThere() const { return m_senderLedger && (!m_server || m_server->isRunning()); }

private:
    Status placeDatabases();
    Status openServer();
    Status openAccounts();
    Status startRelays();
    QMap<QString, QString> environment() const;
    PartProcess::Ears earsOf(Part part);
    void makeCoordinators();
    void makeBanks();
    QByteArray faultsAtFirst(Part part) const;
    QString fileNamed(const QString &name) const { return QStringLiteral("sqlite:") + m_folder.filePath(name); }
    const std::unique_ptr<PartProcess> &slot(Part part) const;
    PartProcess &process(Part part) const { return *slot(part); }
    QByteArray coordinatorUrl() const;
    Part coordinatorAtWork() const;
    void standStill();
    void setFrozen(bool frozen);
    void tellStarted();
    void hear(const RelayedCall &call);
    void hearAnswer(const QByteArray &label, http::ClientAnswer &&answer, int number);
    Asked askedFor(const RelayedCall &call) const;

    StageOptions m_options;
    const Scenario &m_scenario;
    const RunControl &m_control;
    std::function<void(const Happening &)> m_tell;
    std::function<void(bool)> m_tellStandstill;
    QTemporaryDir m_folder;
    std::unique_ptr<DatabaseServer> m_server;
    std::optional<Started> m_starting; ///< while a program starts and nobody was told that it runs
    int m_requests = 0;
    Millis m_pausedFor{0};
    http::Client m_client;
    QHash<QByteArray, std::optional<http::ClientAnswer>> m_answers;
    QHash<QByteArray, QByteArray> m_labels; ///< by gid
    Relay m_coordinatorRelay;
    Relay m_senderRelay;
    Relay m_receiverRelay;
    std::unique_ptr<Ledger> m_senderLedger;
    std::unique_ptr<Ledger> m_receiverLedger;
    std::unique_ptr<PartProcess> m_coordinator;
    std::unique_ptr<PartProcess> m_secondCoordinator; ///< where the story has one
    std::unique_ptr<PartProcess> m_sender;
    std::unique_ptr<PartProcess> m_receiver;
};

} // namespace core::faults
