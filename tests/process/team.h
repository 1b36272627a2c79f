// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/process/programs.h"

#include <QHash>

#include <vector>

namespace tests {

/// A transfer that was asked for, and what was heard of it.
struct Asked
{
    QByteArray gid;
    bool isCommitted = false; ///< the bank said that its debit is committed
    bool isSubmitted = false; ///< and that the coordinator has acknowledged the submit
    bool isRefused = false; ///< answered 503
};

/// Several coordinators on one store, each with a sending bank of its own; the banks share one database, and all of
/// them send to one receiver. All money is in eight accounts at each of the two banks.
class Team final
{
public:
    /// One coordinator for each of these servers, by which it reaches the store (a server may be named several times;
    /// different ones must be a cluster). The banks' databases are on a server of their own choice.
    Team(std::vector<test::MariaDbServer *> storeServers, test::MariaDbServer &bankServer);

    /// Creates the databases and starts all programs. Once; the servers run.
    bool start();

    int size() const { return static_cast<int>(m_coordinators.size()); }
    Program &coordinator(int index) { return *m_coordinators[std::size_t(index)]; }

    /// A transfer at random between two of the accounts; which of the senders makes it goes round with n. Any thread.
    Asked transfer(const QByteArray &gid, int n) const;
    /// POST /api/dtmsvr/prepare at a coordinator, for a message that no bank knows of.
    core::http::ClientAnswer prepare(const QByteArray &gid, int coordinator);
    /// The message's status by a coordinator's API: "prepared" …; "none" for an unknown gid; empty when it does not
    /// answer.
    QByteArray statusOf(const QByteArray &gid, int coordinator = 0);
    /// Waits until no row of the store, read through the first server, is unfinished; gives how many are after the
    /// time, −1 when the store cannot be read.
    int unfinished(std::chrono::milliseconds within);
    /// What a broken promise says, judged by the rows of the banks and of the store alone; empty when all hold: each
    /// transfer is in the books of both banks once or of neither, the store has it as succeed or not accordingly,
    /// nothing that was acknowledged is missing, and the money is all there.
    QString brokenPromises(const QList<Asked> &asked);

private:
    QString urlOf(const test::MariaDbServer &server, const QString &database) const;
    bool createDatabases();
    bool openAccounts(const QString &database);
    std::unique_ptr<Program> newBank(const QString &database, int coordinatorIndex, const QStringList &more) const;
    core::bank::BankSnapshot books(const QString &database);
    std::optional<QHash<QByteArray, int>> storedStates() const;

    std::vector<test::MariaDbServer *> m_storeServers;
    test::MariaDbServer &m_bankServer;
    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    std::vector<std::unique_ptr<Program>> m_coordinators;
    std::vector<std::unique_ptr<Program>> m_senders;
    std::unique_ptr<Program> m_receiver;
    core::http::BlockingClient m_client; ///< keeps its connection: thousands of messages are asked for
};

} // namespace tests
