// SPDX-License-Identifier: GPL-3.0-or-later
// Connections to a real MariaDB server, and to one that is stopped in the middle.
#include "core/bank/bankdatabase.h"
#include "tests/support/mariadbserver.h"
#include "tests/ui/support/memorypasswords.h"
#include "ui/session/connections.h"
#include "ui/session/connectiontest.h"
#include "ui/session/passworddesk.h"
#include "ui/session/readstatements.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Finding;
using ui::Stage;
using Outcome = ui::StageReport::Outcome;

namespace {

constexpr int patience = 20'000;
constexpr qint64 answerMsMax = 50;

} // namespace

class TestMySqlConnections final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void everyStepOfAGoodConnectionPasses();
    void rightsThatComeThroughARoleAreSeen();
    void missingRightsAreNamed();
    void theTablesAreCreatedOnce();
    void aReadOnlyConnectionCreatesNothing();
    void missingTablesAreNamed();
    void aWrongPasswordFailsAtTheLogin();
    void aServersClockThatDiffersIsNoted();
    void aPortWithoutAServerFailsAtReaching();
    void anotherKindOfServerIsToldApart();
    void aBankIsReadOnceItsPasswordIsGiven();
    void aWrongPasswordCanBeReplaced();
    void whatABankIsReadWithRunsAsItIs();
    void twoBanksAreSummedAsAPair();
    void aStoppedServerIsToldAndTheScreenAnswers();
    void theTestOfAStoppedServerCanBeCancelled();

private:
    Connection bank(const QString &label, const QString &database = u"bank_c"_s) const;
    int indexOf(const QString &id) const;
    ui::StageReport reportOf(Stage stage) const;
    void test(const Connection &connection, const QString &password);
    void createTables(const Connection &connection);

    test::MariaDbServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Session> m_session;
};

void TestMySqlConnections::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadb-server is not installed");
    const core::Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    for (const QString &name : {u"bank_c"_s, u"bank_d"_s, u"empty"_s})
        QVERIFY(m_server.createDatabase(name).ok());
}

void TestMySqlConnections::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ui::SessionOptions options{.dataDir = m_folder->path()};
    options.passwordStore = [] { return std::make_unique<test::MemoryPasswords>(true); };
    m_session = std::make_unique<ui::Session>(options);
    QVERIFY(m_session->start().ok());
}

void TestMySqlConnections::cleanup()
{
    m_session.reset();
}

Connection TestMySqlConnections::bank(const QString &label, const QString &database) const
{
    Connection bank;
    bank.label = label;
    bank.place.kind = core::bank::DatabaseUrl::Kind::MySql;
    bank.place.host = u"127.0.0.1"_s;
    bank.place.port = m_server.port();
    bank.place.user = m_server.userName();
    bank.place.database = database;
    bank.safety = Connection::Safety::Open;
    return bank;
}

int TestMySqlConnections::indexOf(const QString &id) const
{
    const QList<ui::BankInfo> banks = m_session->banks();
    for (int index = 0; index < banks.size(); ++index) {
        if (banks.at(index).connectionId == id)
            return index;
    }
    return -1;
}

ui::StageReport TestMySqlConnections::reportOf(Stage stage) const
{
    for (const ui::StageReport &report : m_session->connectionTest().reports()) {
        if (report.stage == stage)
            return report;
    }
    return {};
}

void TestMySqlConnections::test(const Connection &connection, const QString &password)
{
    m_session->testConnection(connection, password);
    QVERIFY(m_session->connectionTest().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->connectionTest().isRunning(), patience);
}

void TestMySqlConnections::createTables(const Connection &connection)
{
    std::optional<std::optional<core::Error>> outcome;
    m_session->createTables(connection, m_server.password(), this,
                            [&](const std::optional<core::Error> &error) { outcome = error; });
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QVERIFY2(!*outcome, *outcome ? qPrintable((*outcome)->detail) : "");
}

void TestMySqlConnections::everyStepOfAGoodConnectionPasses()
{
    const Connection good = bank(u"Bank C"_s);
    createTables(good);
    test(good, m_server.password());
    for (const Stage stage : {Stage::Address, Stage::Reach, Stage::Login, Stage::Schema, Stage::Rights})
        QVERIFY2(reportOf(stage).outcome == Outcome::Passed, qPrintable(reportOf(stage).facts.join(u' ')));
    QVERIFY(reportOf(Stage::Tls).outcome == Outcome::Noted || reportOf(Stage::Tls).outcome == Outcome::Passed);
    QVERIFY(reportOf(Stage::Reach).facts.first().contains(u"MariaDB"_s));
    QCOMPARE(reportOf(Stage::Schema).facts.first(), u"2"_s);
}

void TestMySqlConnections::rightsThatComeThroughARoleAreSeen()
{
    createTables(bank(u"Bank C"_s));
    for (const QString &sql :
         {u"CREATE OR REPLACE ROLE tellers"_s, u"GRANT SELECT, INSERT, UPDATE ON bank_c.* TO tellers"_s,
          u"CREATE OR REPLACE USER teller@'%' IDENTIFIED BY 'by role'"_s, u"GRANT tellers TO teller@'%'"_s,
          u"SET DEFAULT ROLE tellers FOR teller@'%'"_s})
        QVERIFY2(m_server.ask(sql).ok(), qPrintable(sql));
    Connection byRole = bank(u"Bank C"_s);
    byRole.place.user = u"teller"_s;
    test(byRole, u"by role"_s);
    QCOMPARE(reportOf(Stage::Rights).finding, Finding::RightsSuffice);
}

void TestMySqlConnections::missingRightsAreNamed()
{
    createTables(bank(u"Bank C"_s));
    for (const QString &sql : {u"CREATE OR REPLACE USER looker@'%' IDENTIFIED BY 'only looks'"_s,
                               u"GRANT SELECT ON bank_c.* TO looker@'%'"_s})
        QVERIFY2(m_server.ask(sql).ok(), qPrintable(sql));
    Connection looker = bank(u"Bank C"_s);
    looker.place.user = u"looker"_s;
    test(looker, u"only looks"_s);
    QCOMPARE(reportOf(Stage::Rights).finding, Finding::RightsToRead);
    QCOMPARE(reportOf(Stage::Rights).facts, (QStringList{u"INSERT"_s, u"UPDATE"_s}));
}

void TestMySqlConnections::theTablesAreCreatedOnce()
{
    createTables(bank(u"Bank C"_s));
    createTables(bank(u"Bank C"_s));
    QVERIFY(ui::Session::tableSql(bank(u"Bank C"_s)).join(u' ').contains(u"user_account"_s));
}

void TestMySqlConnections::aReadOnlyConnectionCreatesNothing()
{
    Connection careful = bank(u"Bank C"_s, u"empty"_s);
    careful.safety = Connection::Safety::ReadOnly;
    std::optional<core::Error> refused;
    m_session->createTables(careful, m_server.password(), this,
                            [&](const std::optional<core::Error> &error) { refused = error; });
    QVERIFY(refused);
    test(careful, m_server.password());
    QCOMPARE(reportOf(Stage::Schema).finding, Finding::TablesMissing);
}

void TestMySqlConnections::missingTablesAreNamed()
{
    test(bank(u"Bank C"_s, u"empty"_s), m_server.password());
    QCOMPARE(reportOf(Stage::Schema).outcome, Outcome::Failed);
    QCOMPARE(reportOf(Stage::Schema).facts, (QStringList{u"user_account"_s, u"barrier"_s, u"journal"_s}));
    QCOMPARE(reportOf(Stage::Rights).outcome, Outcome::NotTried);
}

void TestMySqlConnections::aWrongPasswordFailsAtTheLogin()
{
    test(bank(u"Bank C"_s), u"wrong"_s);
    QCOMPARE(reportOf(Stage::Login).outcome, Outcome::Failed);
    QVERIFY(!reportOf(Stage::Login).facts.join(u' ').contains(u"wrong"_s));
    QCOMPARE(reportOf(Stage::Schema).outcome, Outcome::NotTried);
}

void TestMySqlConnections::aServersClockThatDiffersIsNoted()
{
    for (const QString &host : {u"%"_s, u"localhost"_s}) {
        QVERIFY(m_server.ask(u"CREATE USER 'clock'@'%1' IDENTIFIED BY 'secret'"_s.arg(host)).ok());
        QVERIFY(m_server.ask(u"GRANT ALL ON bank_c.* TO 'clock'@'%1'"_s.arg(host)).ok());
    }
    QVERIFY(m_server.ask(u"SET GLOBAL init_connect = 'SET timestamp = UNIX_TIMESTAMP() - 300'"_s).ok());
    Connection connection = bank(u"Bank C"_s);
    connection.place.user = u"clock"_s;
    test(connection, u"secret"_s);
    QVERIFY(m_server.ask(u"SET GLOBAL init_connect = ''"_s).ok());
    const ui::StageReport report = reportOf(Stage::Login);
    QCOMPARE(report.outcome, Outcome::Noted);
    QCOMPARE(report.finding, Finding::LoggedInClockBehind);
    QCOMPARE(report.facts.first(), u"clock"_s);
    QVERIFY2(std::abs(report.facts.last().toLongLong() - 300'000) < 5000, qPrintable(report.facts.last()));
}

void TestMySqlConnections::aPortWithoutAServerFailsAtReaching()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost, 0));
    Connection away = bank(u"Bank C"_s);
    away.place.port = closed.serverPort();
    closed.close();
    test(away, {});
    QCOMPARE(reportOf(Stage::Address).outcome, Outcome::Passed);
    QCOMPARE(reportOf(Stage::Reach).finding, Finding::NotReached);
}

void TestMySqlConnections::anotherKindOfServerIsToldApart()
{
    QTcpServer chatty;
    QVERIFY(chatty.listen(QHostAddress::LocalHost, 0));
    connect(&chatty, &QTcpServer::newConnection, &chatty, [&chatty] {
        chatty.nextPendingConnection()->write("220 mail.example ESMTP at your service, tell me more about it\r\n");
    });
    Connection wrong = bank(u"Bank C"_s);
    wrong.place.port = chatty.serverPort();
    test(wrong, {});
    QCOMPARE(reportOf(Stage::Reach).finding, Finding::NotAServer);
}

void TestMySqlConnections::aBankIsReadOnceItsPasswordIsGiven()
{
    createTables(bank(u"Bank C"_s));
    const QString id = m_session->connections().save(bank(u"Bank C"_s)).value();
    const int index = indexOf(id);
    m_session->showBank(index);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->bank(index).needsPassword, patience);
    m_session->passwords().keep(*m_session->connections().find(id), m_server.password());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->bank(index).accounts.size(), 2, patience);
    QCOMPARE(m_session->bank(index).sum, core::Money::fromCents(2'000'000));
    QVERIFY(!m_session->totals(index).isPair);
    m_session->showAccounts(index, 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->bank(index).firstAfter, 1, patience);
    QCOMPARE(m_session->bank(index).accounts.first().userId, 2);
}

void TestMySqlConnections::aWrongPasswordCanBeReplaced()
{
    createTables(bank(u"Bank C"_s));
    const QString id = m_session->connections().save(bank(u"Bank C"_s)).value();
    const int index = indexOf(id);
    m_session->passwords().keep(*m_session->connections().find(id), u"wrong"_s);
    m_session->showBank(index);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->bank(index).problem.isEmpty(), patience);
    m_session->passwords().keep(*m_session->connections().find(id), m_server.password());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->bank(index).accounts.size(), 2, patience);
    QVERIFY(m_session->bank(index).problem.isEmpty());
}

void TestMySqlConnections::whatABankIsReadWithRunsAsItIs()
{
    const Connection good = bank(u"Bank C"_s);
    createTables(good);
    const auto opened =
        core::bank::BankConnection::open(good.place, m_server.password(), core::bank::BankConnection::Access::ReadOnly);
    QVERIFY(opened.ok());
    const ui::ShownUser user{.userId = 1, .gids = {"plain", "it's \\odd?"}};
    const QList<ui::ReadStatement> statements =
        ui::readStatements(good.place, {}, user) + ui::readStatements(good.place, {}, {});
    QCOMPARE(statements.size(), 7);
    for (const ui::ReadStatement &statement : statements) {
        QSqlQuery query((*opened)->db());
        QVERIFY2(query.exec(statement.sql), qPrintable(statement.sql + query.lastError().text()));
    }
    QSqlQuery odd((*opened)->db());
    QVERIFY(odd.exec(u"SELECT "_s + ui::gidLiteral("it's \\odd?")) && odd.next());
    QCOMPARE(odd.value(0).toByteArray(), QByteArray("it's \\odd?"));
}

void TestMySqlConnections::twoBanksAreSummedAsAPair()
{
    createTables(bank(u"Bank C"_s));
    createTables(bank(u"Bank D"_s, u"bank_d"_s));
    const QString receiver = m_session->connections().save(bank(u"Bank D"_s, u"bank_d"_s)).value();
    Connection sender = bank(u"Bank C"_s);
    sender.peerId = receiver;
    const QString id = m_session->connections().save(sender).value();
    for (const QString &one : {id, receiver})
        m_session->passwords().keep(*m_session->connections().find(one), m_server.password());
    m_session->showBank(indexOf(id));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->totals(indexOf(id)).known, patience);
    QVERIFY(m_session->totals(indexOf(id)).isPair);
    QCOMPARE(m_session->totals(indexOf(receiver)).total(), core::Money::fromCents(4'000'000));
}

void TestMySqlConnections::aStoppedServerIsToldAndTheScreenAnswers()
{
    createTables(bank(u"Bank C"_s));
    const QString id = m_session->connections().save(bank(u"Bank C"_s)).value();
    const int index = indexOf(id);
    m_session->passwords().keep(*m_session->connections().find(id), m_server.password());
    m_session->showBank(index);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->bank(index).accounts.isEmpty(), patience);

    m_server.pause();
    QElapsedTimer sinceTurn;
    sinceTurn.start();
    int turns = 0;
    int late = 0;
    QTimer turning;
    connect(&turning, &QTimer::timeout, this, [&] {
        ++turns;
        late += sinceTurn.restart() > answerMsMax + 5 ? 1 : 0;
    });
    turning.start(5);
    const bool isTold = QTest::qWaitFor([&] { return m_session->bank(index).waitingSince.has_value(); }, patience);
    m_session->readBanks(index);
    QTest::qWait(1000);
    turning.stop();
    m_server.resume();
    QVERIFY(isTold);
    QVERIFY(!m_session->bank(index).accounts.isEmpty()); // what was read stays on the screen
    QVERIFY2(late <= turns / 50, qPrintable(u"%1 of %2 turns were late"_s.arg(late).arg(turns)));
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->bank(index).waitingSince && m_session->bank(index).problem.isEmpty(),
                             patience);
}

void TestMySqlConnections::theTestOfAStoppedServerCanBeCancelled()
{
    m_server.pause();
    m_session->testConnection(bank(u"Bank C"_s), m_server.password());
    QTRY_COMPARE_WITH_TIMEOUT(reportOf(Stage::Reach).outcome, Outcome::Running, patience);
    QElapsedTimer sinceCancel;
    sinceCancel.start();
    m_session->connectionTest().cancel();
    const qint64 took = sinceCancel.elapsed();
    const bool isRunning = m_session->connectionTest().isRunning();
    m_session->testConnection(bank(u"Bank C"_s), m_server.password());
    const bool ended = QTest::qWaitFor([&] { return !m_session->connectionTest().isRunning(); }, patience);
    m_server.resume();
    QVERIFY2(took < answerMsMax, qPrintable(QString::number(took)));
    QVERIFY(!isRunning);
    QVERIFY(ended);
    QCOMPARE(reportOf(Stage::Reach).finding, Finding::NoGreeting);
}

QTEST_GUILESS_MAIN(TestMySqlConnections)
#include "tst_mysqlconnections.moc"
