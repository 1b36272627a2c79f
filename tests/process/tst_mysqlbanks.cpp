// SPDX-License-Identifier: Apache-2.0
#include "tests/process/programs.h"
#include "tests/support/dtmtables.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::http::ClientAnswer;

/// Real processes with both banks on a real MariaDB: programs and the server itself are killed, the money arrives once.
class TestMySqlBanks : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void bothOrNeither_data();
    void bothOrNeither();
    void aServerKilledUnderLoadLosesNothing();
    void aServerThatHangsHoldsUpItsTransfersOnly();
    void theExampleRunsOnMariaDb_data();
    void theExampleRunsOnMariaDb();
    void aBankThatCannotStartSaysWhy_data();
    void aBankThatCannotStartSaysWhy();

private:
    test::MariaDbServer m_server;
    std::unique_ptr<tests::Town> m_town;
};

namespace {

enum class Victim { Coordinator, Sender, Receiver };

/// Runs checkbackd to its end, at most 30 s; what it printed, and its exit code.
std::pair<int, QString> runToEnd(const QStringList &arguments, const QString &password)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CHECKBACK_DB_PASSWORD"_s, password);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd"), arguments);
    if (!process.waitForFinished(30'000))
        process.kill();
    process.waitForFinished(2'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

} // namespace

void TestMySqlBanks::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    const core::Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
}

void TestMySqlBanks::init()
{
    m_town = std::make_unique<tests::Town>(&m_server);
}

void TestMySqlBanks::bothOrNeither_data()
{
    QTest::addColumn<int>("victim");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("arrives");
    const auto row = [](const char *name, Victim victim, const char *fault, bool arrives) {
        QTest::newRow(name) << int(victim) << QByteArray(fault) << arrives;
    };
    row("coordinator after prepare is stored", Victim::Coordinator, "prepare.after-commit=crash", false);
    row("sender after prepare, barrier row not committed", Victim::Sender, "participant.after-barrier-insert=crash",
        false);
    row("sender before its local commit", Victim::Sender, "participant.before-commit=crash", false);
    row("sender after its local commit", Victim::Sender, "participant.after-commit=crash", true);
    row("sender before submit", Victim::Sender, "participant.before-submit=crash", true);
    row("coordinator after submit is stored", Victim::Coordinator, "submit.after-commit=crash", true);
    row("coordinator after the branch answered, not recorded", Victim::Coordinator, "branch.after-answer=crash", true);
    row("receiver before its local commit", Victim::Receiver, "participant.before-commit=crash", true);
    row("receiver after its local commit, not answered", Victim::Receiver, "participant.after-commit=crash", true);
}

void TestMySqlBanks::bothOrNeither()
{
    QFETCH(int, victim);
    QFETCH(QByteArray, fault);
    QFETCH(bool, arrives);
    QVERIFY(m_town->start());
    tests::Program &dying = Victim(victim) == Victim::Coordinator ? m_town->coordinator()
        : Victim(victim) == Victim::Sender                        ? m_town->sender()
                                                                  : m_town->receiver();
    QCOMPARE(m_town->transferThroughKill(dying, fault, arrives), QString());
}

void TestMySqlBanks::aServerKilledUnderLoadLosesNothing()
{
    constexpr int kills = 3;
    QVERIFY(m_town->start());
    std::atomic<bool> stop{false};
    QList<QByteArray> sent;
    std::atomic<int> refused = 0;
    std::thread load([&] {
        for (int i = 0; i < 2'000 && !stop; ++i) {
            sent << "load-" + QByteArray::number(i);
            const ClientAnswer answer = m_town->transfer(sent.last());
            refused += answer.status == 503;
            std::this_thread::sleep_for(10ms); // the account has money for 333 of them
        }
    });
    bool allStarted = true;
    for (int i = 0; i < kills && allStarted; ++i) {
        QTest::qWait(700);
        m_server.kill();
        QTest::qWait(300); // the banks answer 503 meanwhile
        allStarted = m_server.start().ok();
    }
    QTest::qWait(700);
    stop = true;
    load.join();
    QVERIFY(allStarted);

    QCOMPARE(m_town->unfinished(sent, 30s), QList<QByteArray>());
    QCOMPARE(m_town->brokenInvariants(), QString());
    QVERIFY(refused > 0);
    const qsizetype committed = m_town->senderBooks().journal.size();
    qInfo("%d kills of the server, %lld transfers asked for, %lld committed, 0 lost, 0 doubled", kills,
          qlonglong(sent.size()), qlonglong(committed));
    QVERIFY(committed > kills);
}

void TestMySqlBanks::aServerThatHangsHoldsUpItsTransfersOnly()
{
    QVERIFY(m_town->start());
    QCOMPARE(m_town->transfer("before").status, 200);
    m_server.pause();
    const ClientAnswer hung = m_town->transfer("meanwhile"); // gives up after 10 s, as a client may
    m_server.resume();

    QVERIFY(hung.status != 200);
    QCOMPARE(m_town->transfer("after").status, 200);
    QCOMPARE(m_town->unfinished({"before", "meanwhile", "after"}, 30s), QList<QByteArray>());
    QCOMPARE(m_town->brokenInvariants(), QString());
}

void TestMySqlBanks::theExampleRunsOnMariaDb_data()
{
    QTest::addColumn<QString>("senderTables");
    QTest::addColumn<QString>("receiverTables");
    QTest::newRow("own tables") << QString() << QString();
    QTest::newRow("dtm's tables, one barrier table for both")
        << u"?accounts=dtm_busi.user_account&barrier=dtm_barrier.barrier"_s << u"?barrier=dtm_barrier.barrier"_s;
}

void TestMySqlBanks::theExampleRunsOnMariaDb()
{
    QFETCH(QString, senderTables);
    QFETCH(QString, receiverTables);
    const auto database = test::TestDatabase::mariaDb(m_server);
    const auto connection = database->connect();
    test::createDtmTables(*connection);
    const QString sender = connection->db().databaseName();
    const QString receiver = sender + u"_receiver"_s;
    QVERIFY(m_server.createDatabase(receiver).ok());
    const QString url = u"mysql://%1@127.0.0.1:%2/"_s.arg(m_server.userName()).arg(m_server.port());
    for (const QString &balance : {u"9970.00"_s, u"9940.00"_s}) { // the second time on what the first one left
        const auto [code, words] =
            runToEnd({u"run"_s, u"http_msg_doAndCommit"_s, u"--bank-a"_s, url + sender + senderTables, u"--bank-b"_s,
                      url + receiver + receiverTables},
                     m_server.password());
        QVERIFY2(code == 0, qPrintable(words));
        QVERIFY2(words.contains("All invariants hold."_L1) && words.contains(balance), qPrintable(words));
        QVERIFY(!words.contains(m_server.password()));
    }
}

void TestMySqlBanks::aBankThatCannotStartSaysWhy_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("says");
    QTest::newRow("a wrong password") << u"mysql"_s << u"wrong"_s << u"check the user, its password"_s;
    QTest::newRow("no database") << u"nowhere"_s << m_server.password() << u"create the database"_s;
    QTest::newRow("a password in the URL") << u"nowhere?password=x"_s << QString() << u"without a password"_s;
}

void TestMySqlBanks::aBankThatCannotStartSaysWhy()
{
    QFETCH(QString, database);
    QFETCH(QString, password);
    QFETCH(QString, says);
    const QString url = u"mysql://%1@127.0.0.1:%2/%3"_s.arg(m_server.userName()).arg(m_server.port()).arg(database);
    const auto [code, words] = runToEnd({u"bank"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--db"_s, url}, password);
    QVERIFY2(code == 1 || code == 2, qPrintable(words));
    QVERIFY2(words.contains(says), qPrintable(words));
    QVERIFY(!words.contains(m_server.password()));
}

QTEST_GUILESS_MAIN(TestMySqlBanks)
#include "tst_mysqlbanks.moc"
