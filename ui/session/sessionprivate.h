// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node/node.h"
#include "ui/session/bankfloor.h"
#include "ui/session/connectiontest.h"
#include "ui/session/demobanks.h"
#include "ui/session/session.h"
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
        , passwords(options.passwordStore ? options.passwordStore() : systemKeychain())
        , banks(connections, passwords, clock)
        , connectionTest(banks.retirement())
    { }

    core::Status startNode(PortMemory &ports);
    core::Status startBanks(PortMemory &ports);
    void openBanks();
    void startSender();
    bool isReadOnly() const;
    static core::Error readOnlyError();
    void takeChanges(const QList<core::store::Summary> &changed, bool more);
    void catchUp(std::optional<std::int64_t> before);
    void sendEvent(const QByteArray &gid, core::message::Event event, QObject *context, ThenAccepted then);

    QString inDataDir(const QString &name) const { return QDir(options.dataDir).filePath(name); }

    Session &q;
    SessionOptions options;
    core::SystemClock clock;
    std::unique_ptr<core::node::Node> node;
    std::unique_ptr<DemoBanks> demoBanks;
    Connections connections;
    PasswordDesk passwords;
    BankFloor banks;
    ConnectionTest connectionTest;
    TableMaker tableMaker;
    int watchers = 0;
    std::unique_ptr<OnThread<TransferSender>> sender;
    TransferLedger ledger;
    core::TimePoint runStartedAt;
    QTimer catchUpTimer;
};

} // namespace ui
