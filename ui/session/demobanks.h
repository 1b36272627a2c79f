// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/bankservice.h"
#include "ui/session/onthread.h"

#include <QObject>

#include <memory>

namespace ui {

/// Where the two sample banks keep their accounts.
struct DemoDatabases
{
    core::bank::DatabaseUrl sender;
    core::bank::DatabaseUrl receiver;
    QString password = {}; ///< of the MySQL user of both

    /// Both are files, or on a server of this computer: only there are naive transfers offered.
    bool areOfThisComputer() const;
};

/// The ports that the services of the two listen on; wished for, 0 stands for any.
struct DemoPorts
{
    quint16 sender = 0;
    quint16 receiver = 0;
};

/// The two sample banks: A sends, B receives. Each has a database and a service of its own. Lives on a thread that a
/// silent database server may hold up.
class DemoBanks final : public QObject
{
    Q_OBJECT
public:
    explicit DemoBanks(DemoDatabases databases);
    ~DemoBanks() override; ///< stops

    /// Makes the tables where they are missing and listens on loopback, on the wished ports where they are free:
    /// messages on their way carry the banks' addresses. Waits for the outcome. Ends first what was started before.
    core::Result<DemoPorts> start(const QByteArray &coordinatorUrl, const DemoPorts &wished);
    /// start(), told by a signal.
    void startAndTell(const QByteArray &coordinatorUrl, const DemoPorts &wished);

    static QByteArray urlOf(quint16 port);

signals:
    void started(const ui::DemoPorts &ports);
    void failed(const core::Error &error);
    void crashed(bool atSender, const QByteArray &point); ///< on purpose
    void startedAgain(bool atSender);

private:
    using Service = OnThread<core::bank::BankService>;
    /// One bank, and what it is started with.
    struct Side
    {
        std::unique_ptr<Service> service;
        core::bank::BankServiceOptions options;
        quint16 port = 0;
    };
    Side &side(bool atSender) { return atSender ? m_sender : m_receiver; }
    core::Result<quint16> startOne(bool atSender, const core::bank::BankServiceOptions &options, quint16 wishedPort);
    void takeCrash(bool atSender, const QByteArray &point);
    void startAgain(bool atSender);

    DemoDatabases m_databases;
    Side m_sender;
    Side m_receiver;
};

} // namespace ui
