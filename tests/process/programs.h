// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankreader.h"
#include "core/base/heldport.h"
#include "core/http/client.h"
#include "tests/support/mariadbserver.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace tests {

/// One checkbackd process: started on a free port the first time and on the same port again afterwards, so that its URL
/// stays. Ended by its own pid at the latest with this object.
class Program final
{
public:
    /// arguments without --listen, e.g. {"serve", "--store", "sqlite:…"}.
    explicit Program(QStringList arguments);
    ~Program();

    /// Set for it at each start, besides what it inherits.
    void setEnvironment(const QMap<QString, QString> &variables) { m_environment = variables; }

    /// Starts it with these faults armed (empty: none) and waits until it listens; false when it does not within 10 s.
    bool start(const QByteArray &faults = {});
    /// kill −9, and waits until it is gone.
    void kill();
    /// SIGTERM, and waits until it is gone; gives its exit code, −1 when it had to be killed after 8 s.
    int terminate();
    /// Whether it ends by itself within the time.
    bool waitForEnd(std::chrono::milliseconds within);
    bool isRunning() const;
    /// All that it has printed since its latest start.
    QByteArray printed();

    qint64 pid() const { return m_process ? m_process->processId() : 0; }
    quint16 port() const { return m_port; }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }

private:
    QStringList m_arguments;
    QMap<QString, QString> m_environment;
    core::HeldPort m_held; ///< its port, so that it is there for the next start
    quint16 m_port = m_held.number();
    QByteArray m_output;
    std::unique_ptr<QProcess> m_process;
};

/// A coordinator and two banks as processes, with their files in a temporary folder. The banks' accounts are in SQLite
/// files or, given a server, in new databases of that MariaDB; the coordinator's store is a SQLite file.
class Town final
{
public:
    explicit Town(test::MariaDbServer *server = nullptr);
    bool start();

    Program &coordinator() { return *m_coordinator; }
    Program &sender() { return *m_sender; }
    Program &receiver() { return *m_receiver; }
    QString storePath() const { return m_folder.filePath(QStringLiteral("checkback.db")); }

    /// POST /api/busi/Transfer of 30.00 from user 1 to user 2 with this key; waits for what comes, at most 10 s.
    core::http::ClientAnswer transfer(const QByteArray &key);
    /// The message's status by the coordinator's API: "prepared" …; "none" for an unknown gid; empty when it does not
    /// answer.
    QByteArray statusOf(const QByteArray &gid);
    /// Waits until each gid is succeed, failed or none; gives those that are not within the time.
    QList<QByteArray> unfinished(const QList<QByteArray> &gids, std::chrono::milliseconds within);

    QString receiverFile() const { return m_folder.filePath(QStringLiteral("b.db")); } ///< on SQLite
    core::bank::BankSnapshot receiverBooks() { return booksOf(m_receiverDatabase); }
    core::bank::BankSnapshot senderBooks() { return booksOf(m_senderDatabase); }
    /// What a broken invariant says, for the test's log; empty when all hold and nothing is in flight.
    QString brokenInvariants();

    /// Kills one of the programs at a fault point in the middle of a transfer, starts it again and waits for the end.
    /// Empty when the transfer happened as expected, once or not at all, and all invariants hold; else what is wrong.
    QString transferThroughKill(Program &victim, const QByteArray &fault, bool arrives);

private:
    bool createDatabases();
    std::unique_ptr<Program> newBank(const QString &database, const QStringList &more) const;
    core::bank::BankSnapshot booksOf(const QString &database);

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    test::MariaDbServer *m_server;
    QString m_senderDatabase; ///< URLs
    QString m_receiverDatabase;
    std::unique_ptr<Program> m_coordinator;
    std::unique_ptr<Program> m_receiver;
    std::unique_ptr<Program> m_sender;
};

} // namespace tests
