// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/ledger.h"
#include "core/faults/part.h"
#include "core/faults/relay.h"

#include <QTemporaryDir>

namespace core::faults {

/// What a scenario is played on. Databases are empty ones, or left out: then they are SQLite files in a temporary
/// folder.
struct StageOptions
{
    QString program; ///< checkbackd
    QString store; ///< as `serve --store` takes it
    QString senderDatabase; ///< as `bank --db` takes it
    QString receiverDatabase;
    QString storePassword; ///< of their MySQL users
    QString bankPassword;
};

/// Both banks' rows. The receiver's were read first (core/bank/proof.h).
struct Books
{
    bank::BankSnapshot receiver;
    bank::BankSnapshot sender;
};

/// The real parts of one scenario: a coordinator and two banks, each a checkbackd process in test mode, with relays
/// between the coordinator and the banks. Lives on a thread with an event loop, which runs while it waits.
class Stage final
{
public:
    Stage(StageOptions options, const Scenario &scenario);

    /// Opens the accounts and starts all three, with the faults that the scenario arms first.
    Status start();
    Status restart(Part part, const QByteArray &faults);
    PartProcess &process(Part part);
    Ledger &ledger(Part bank) { return bank == Part::Sender ? *m_senderLedger : *m_receiverLedger; }

    /// Asks the sender's bank for a transfer; answerTo() has what comes of it.
    void beginTransfer(const TransferAction &transfer);
    /// Nothing while there is no answer yet.
    std::optional<http::ClientAnswer> answerTo(const QByteArray &label) const { return m_answers.value(label); }
    void answerInstead(const AnswerAction &answer);

    /// A message's state by the coordinator's API, one of statusWords(); empty when it does not answer.
    QByteArray stateOf(const QByteArray &label);
    /// The calls that the coordinator has made for a message, in their order.
    QList<RelayedCall> callsFor(CallKind kind, const QByteArray &label) const;
    Result<Books> books() const;

private:
    Status openAccounts();
    Status startRelays();
    QMap<QString, QString> environment() const;
    void makeBanks();
    QByteArray faultsAtFirst(Part part) const;
    QString fileNamed(const QString &name) const { return QStringLiteral("sqlite:") + m_folder.filePath(name); }
    http::ClientAnswer ask(const QByteArray &url);

    StageOptions m_options;
    const Scenario &m_scenario;
    QTemporaryDir m_folder;
    http::Client m_client;
    QHash<QByteArray, std::optional<http::ClientAnswer>> m_answers;
    Relay m_senderRelay;
    Relay m_receiverRelay;
    std::unique_ptr<Ledger> m_senderLedger;
    std::unique_ptr<Ledger> m_receiverLedger;
    std::unique_ptr<PartProcess> m_coordinator;
    std::unique_ptr<PartProcess> m_sender;
    std::unique_ptr<PartProcess> m_receiver;
};

} // namespace core::faults
