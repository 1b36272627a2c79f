// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/bankreader.h"
#include "core/http/client.h"
#include "ui/session/connection.h"
#include "ui/session/stagereport.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QSslSocket>
#include <QTimer>

namespace ui {

/// What to try, and what is known of it already.
struct ProbeJob
{
    Connection connection;
    QString password;
    QByteArray engineUrl; ///< of the API of the engine that runs; only where the connection is that engine's
    QString storeText; ///< of the engine that runs: where its messages are
    QString storeProblem; ///< the engine's own words, empty: it writes
};

/// The steps that a connection of this kind is tried in.
QList<Stage> stagesOf(const Connection &connection);

/// Tries one connection, step by step; the first failure ends it. Changes nothing there. Lives on a thread of its own
/// that it may block for some seconds at a database; each step is bounded in time.
class ConnectionProbe final : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionProbe(ProbeJob job, QObject *parent = nullptr);

    void start();

signals:
    void stageChanged(const ui::StageReport &report);
    void ended();

private:
    void enter(Stage stage);
    void pass(Finding finding, const QStringList &facts, StageReport::Outcome outcome = StageReport::Outcome::Passed);
    void fail(Finding finding, const QStringList &facts = {});
    void report(StageReport::Outcome outcome, Finding finding, const QStringList &facts);
    void runStage();

    void findAddress();
    void takeAddress(const QHostInfo &info);
    void reach();
    void callEngine();
    void readGreeting();
    void secure();
    void goOnInTheClear();
    bool trustAuthority();
    void takeTls();
    void logIn();
    core::Millis clockAhead();
    void lookAtTables();
    void lookAtStore();
    void lookAtStoreTables();
    void lookAtRights();
    void judgeBankRights(const QStringList &rights);
    void lookAtStoreRights();
    void giveUp();

    ProbeJob m_job;
    QList<Stage> m_stages;
    qsizetype m_at = 0;
    QElapsedTimer m_sinceStageBegan;
    QTimer m_deadline;
    QSslSocket m_socket;
    QByteArray m_greeting;
    bool m_offersTls = false;
    core::http::Client m_client;
    core::SystemClock m_clock;
    std::unique_ptr<core::bank::BankConnection> m_database;
};

} // namespace ui
