// SPDX-License-Identifier: Apache-2.0
#include "core/faults/comparison.h"
#include "core/faults/runcontrol.h"
#include "core/faults/runner.h"
#include "core/faults/scenariolibrary.h"
#include "core/faults/scenarioparser.h"
#include "tests/support/mariadbserver.h"

#include <QProcess>
#include <QTest>
#include <QThreadPool>

#include <future>

using namespace core;
using namespace core::faults;
using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd");

struct Told
{
    bool holds = false;
    Outcome outcome;
    QString story;
};

Told playOn(StageOptions stage, const Result<Scenario> &scenario)
{
    if (!scenario.ok())
        return {.story = scenario.error().detail};
    Told told;
    stage.program = program;
    Runner runner({.stage = stage, .tell = [&told](const QString &line) { told.story += line + u'\n'; }});
    told.outcome = runner.run(*scenario);
    told.story += told.outcome.problem;
    told.holds = told.outcome.ending == Outcome::Ending::Holds;
    return told;
}

/// Plays stories side by side, each on a thread of its own: most of their time they wait.
class Playhouse final
{
public:
    explicit Playhouse(int atOnce) { m_threads.setMaxThreadCount(atOnce); }

    void play(const QString &name, const StageOptions &stage)
    {
        auto promise = std::make_shared<std::promise<Told>>();
        m_told.insert(name, promise->get_future().share());
        m_threads.start([=] { promise->set_value(playOn(stage, loadScenario(name))); });
    }
    Told told(const QString &name) const { return m_told.value(name).get(); }

private:
    QHash<QString, std::shared_future<Told>> m_told;
    QThreadPool m_threads;
};

constexpr int storiesAtOnce = 4;

/// The success story with one line changed.
Result<Scenario> successWith(const QByteArray &line, const QByteArray &changed)
{
    QFile file(u":/scenarios/success.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error::notFound(file.fileName());
    return parseScenario(u"success"_s, file.readAll().replace(line, changed));
}

} // namespace

/// All scenarios on real programs: what their files expect is what happens.
class TestFaultScenarios : public QObject
{
    Q_OBJECT

private slots:
    void aScenarioHoldsOnSqlite_data();
    void aScenarioHoldsOnSqlite();
    void aScenarioHoldsOnMariaDb_data();
    void aScenarioHoldsOnMariaDb();
    void aWrongExpectationIsToldWithItsLine();
    void aMessageThatDoesNotEndFailsTheStory();
    void databasesThatAreInUseAreLeftAlone();
    void aStoryThatKillsItsServerTakesNoOther();
    void twoCoordinatorsNeedAStoreThatTheyCanShare();
    void eachFailureCostsNaiveTransfersWhatItHasTo();
    void aBankOffersNaiveTransfersInTestModeOnly();
    void aProgramIsToldToRunBeforeItsFirstCall();
    void whatIsOnTheDiskIsToldWhereItsFaultStrikes();
    void theProgramPlaysAndLists_data();
    void theProgramPlaysAndLists();
    void theProgramEndsAStoryWhenItIsAskedToEnd();

private:
    Result<QString> newDatabase();
    Result<StageOptions> newDatabases();

    test::MariaDbServer m_server;
    int m_databases = 0;
    Playhouse m_onSqlite{storiesAtOnce};
    Playhouse m_onMariaDb{storiesAtOnce};
};

/// Where a story has a server of its own, there must be one.
void TestFaultScenarios::aScenarioHoldsOnSqlite_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : scenarioNames()) {
        QTest::newRow(qPrintable(name)) << name;
        m_onSqlite.play(name, {});
    }
}

void TestFaultScenarios::aScenarioHoldsOnSqlite()
{
    QFETCH(QString, name);
    const auto scenario = loadScenario(name);
    QVERIFY2(scenario.ok(), qPrintable(name));
    if ((scenario->hasOwnDatabase || scenario->coordinators > 1) && !test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    const Told told = m_onSqlite.told(name);
    QVERIFY2(told.holds, qPrintable(told.story));
}

Result<QString> TestFaultScenarios::newDatabase()
{
    const QString name = u"scenario%1"_s.arg(++m_databases);
    if (const Status created = m_server.createDatabase(name); !created.ok())
        return created.error();
    return u"mysql://%1@127.0.0.1:%2/%3"_s.arg(m_server.userName(), QString::number(m_server.port()), name);
}

Result<StageOptions> TestFaultScenarios::newDatabases()
{
    const auto store = newDatabase();
    const auto sender = newDatabase();
    const auto receiver = newDatabase();
    if (!store.ok() || !sender.ok() || !receiver.ok())
        return Error::unavailable(u"no database could be made"_s);
    return StageOptions{.store = *store,
                        .senderDatabase = *sender,
                        .receiverDatabase = *receiver,
                        .storePassword = test::MariaDbServer::password(),
                        .bankPassword = test::MariaDbServer::password()};
}

/// All but the one that kills its server: that is on MariaDB in any case.
void TestFaultScenarios::aScenarioHoldsOnMariaDb_data()
{
    QTest::addColumn<QString>("name");
    const bool hasServer = test::MariaDbServer::isInstalled() && m_server.start().ok();
    for (const QString &name : scenarioNames()) {
        const auto scenario = loadScenario(name);
        if (scenario.ok() && scenario->hasOwnDatabase)
            continue;
        QTest::newRow(qPrintable(name)) << name;
        if (const auto stage = newDatabases(); hasServer && stage.ok())
            m_onMariaDb.play(name, *stage);
    }
}

void TestFaultScenarios::aScenarioHoldsOnMariaDb()
{
    QFETCH(QString, name);
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    QVERIFY(m_databases > 0);
    const Told told = m_onMariaDb.told(name);
    QVERIFY2(told.holds, qPrintable(told.story));
}

void TestFaultScenarios::aWrongExpectationIsToldWithItsLine()
{
    const Told told = playOn({}, successWith("expect balance sender 1 9970.00", "expect balance sender 1 9971.00"));
    QVERIFY(!told.holds);
    QVERIFY2(told.story.contains(u"BROKEN success.txt:11: expect balance sender 1 9971.00: it is 9970.00"_s),
             qPrintable(told.story));
}

void TestFaultScenarios::aMessageThatDoesNotEndFailsTheStory()
{
    const auto scenario =
        parseScenario(u"unfinished"_s,
                      "title en Unfinished\ntitle zh 未完\naccount sender 1 100\naccount receiver 2 0\n"
                      "en The receiver is gone.\nzh 接收方不在。\ncrash receiver\n"
                      "transfer m1 from 1 to 2 amount 1\nexpect answer m1 200\n");
    const Told told = playOn({}, scenario);
    QVERIFY(!told.holds);
    QVERIFY2(told.story.contains(u"BROKEN each-message-ends: messages: 1, transfers in flight: 1"_s),
             qPrintable(told.story));
}

void TestFaultScenarios::databasesThatAreInUseAreLeftAlone()
{
    const QTemporaryDir folder;
    const StageOptions used{.senderDatabase = u"sqlite:"_s + folder.filePath(u"sender.db"_s)};
    QVERIFY(playOn(used, loadScenario(u"success"_s)).holds);
    const Told again = playOn(used, loadScenario(u"success"_s));
    QVERIFY(!again.holds);
    QVERIFY2(again.story.contains(u"give a scenario an empty database"_s), qPrintable(again.story));
}

void TestFaultScenarios::aStoryThatKillsItsServerTakesNoOther()
{
    const QTemporaryDir folder;
    const Told told = playOn({.senderDatabase = u"sqlite:"_s + folder.filePath(u"sender.db"_s)},
                             loadScenario(u"database-restarts"_s));
    QCOMPARE(told.outcome.ending, Outcome::Ending::NotStarted);
    QVERIFY2(told.outcome.problem.contains(u"name no store and no banks"_s), qPrintable(told.outcome.problem));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestFaultScenarios::twoCoordinatorsNeedAStoreThatTheyCanShare()
{
    const QTemporaryDir folder;
    const Told told =
        playOn({.store = u"sqlite:"_s + folder.filePath(u"store.db"_s)}, loadScenario(u"two-coordinators"_s));
    QCOMPARE(told.outcome.ending, Outcome::Ending::NotStarted);
    QVERIFY2(told.outcome.problem.contains(u"name a MySQL store"_s), qPrintable(told.outcome.problem));
}

void TestFaultScenarios::theProgramEndsAStoryWhenItIsAskedToEnd()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, {u"run"_s, u"submit-lost"_s, u"--pace"_s, u"slow"_s}); // half a minute
    QByteArray printed;
    QTRY_VERIFY_WITH_TIMEOUT((process.waitForReadyRead(10), printed += process.readAll()).contains("expect state m1"),
                             20'000);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    printed += process.readAll();
    QVERIFY2(printed.contains("Stopped; nothing was judged."), printed);
    QCOMPARE(process.exitCode(), 1);
}

void TestFaultScenarios::eachFailureCostsNaiveTransfersWhatItHasTo()
{
    for (const Failure failure : allFailures) {
        const RunControl control;
        const Result<Comparison> compared = compare(program, failure, control);
        QVERIFY2(compared.ok(), compared.ok() ? "" : qPrintable(compared.error().detail));
        QVERIFY2(compared->isAsItShouldBe(), qPrintable(failureName(failure)));
        QCOMPARE(compared->naive.debits, comparedTransfers);
        QVERIFY(compared->naive.lost != Money());
        QVERIFY(compared->twoPhase.lost == Money());
        QCOMPARE(failureFromName(failureName(failure)), std::optional(failure));
    }
    Comparison wrong{.failure = Failure::SenderCrash};
    QVERIFY(!wrong.isAsItShouldBe()); // nothing was lost, and nothing arrived
}

void TestFaultScenarios::aBankOffersNaiveTransfersInTestModeOnly()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, {u"bank"_s, u"--naive"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAll().contains("they need --test-mode"));
}

/// What a coordinator does at once after its start, it does after it.
void TestFaultScenarios::aProgramIsToldToRunBeforeItsFirstCall()
{
    const auto scenario = loadScenario(u"coordinator-crash"_s);
    QVERIFY(scenario.ok());
    QList<Happening> happened;
    Runner runner(
        {.stage = {.program = program}, .watch = [&happened](const Moment &moment) { happened << moment.what; }});
    QCOMPARE(runner.run(*scenario).ending, Outcome::Ending::Holds);
    const auto isStart = [](const Happening &what) {
        const auto *started = std::get_if<Started>(&what);
        return started && started->part == Part::Coordinator;
    };
    const auto isCall = [](const Happening &what) {
        const auto *asked = std::get_if<Asked>(&what);
        return asked && asked->request == Request::Branch;
    };
    const auto crash = std::find_if(happened.cbegin(), happened.cend(),
                                    [](const Happening &what) { return std::holds_alternative<Ended>(what); });
    const auto start = std::find_if(crash, happened.cend(), isStart);
    QVERIFY(start != happened.cend());
    QVERIFY(std::find_if(happened.cbegin(), happened.cend(), isCall) > start);
    QCOMPARE(std::count_if(crash, happened.cend(), isStart), 1);
}

/// The coordinator dies behind the commit of a submit: its disk has what it could tell nobody.
void TestFaultScenarios::whatIsOnTheDiskIsToldWhereItsFaultStrikes()
{
    const auto scenario = loadScenario(u"coordinator-crash"_s);
    QVERIFY(scenario.ok());
    QByteArray stateAtCrash;
    Runner runner({.stage = {.program = program}, .watch = [&stateAtCrash](const Moment &moment) {
                       if (std::holds_alternative<Ended>(moment.what))
                           stateAtCrash = moment.states.value("m1");
                   }});
    QCOMPARE(runner.run(*scenario).ending, Outcome::Ending::Holds);
    QCOMPARE(stateAtCrash, "submitted"_ba);
}

void TestFaultScenarios::theProgramPlaysAndLists_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("a scenario") << QStringList{u"success"_s} << 0 << u"All expectations and invariants hold."_s;
    QTest::newRow("in Chinese") << QStringList{u"success"_s, u"--language"_s, u"zh"_s} << 0 << u"转账成功"_s;
    QTest::newRow("its end in Chinese") << QStringList{u"success"_s, u"--language"_s, u"zh"_s} << 0
                                        << u"所有预期和不变量都成立。"_s;
    QTest::newRow("the example") << QStringList{u"http_msg_doAndCommit"_s} << 0
                                 << u"submitted: from now on the credit is certain"_s;
    QTest::newRow("the example in Chinese")
        << QStringList{u"http_msg_doAndCommit"_s, u"--language"_s, u"zh"_s} << 0 << u"银行 B，用户 2"_s;
    QTest::newRow("the list") << QStringList{u"--list"_s} << 0 << u"The submit is lost"_s;
    QTest::newRow("an unknown name") << QStringList{u"sucess"_s} << 2 << u"'sucess' is no scenario"_s;
    QTest::newRow("no name") << QStringList{} << 2 << u"give one name"_s;
    QTest::newRow("an unknown language") << QStringList{u"success"_s, u"--language"_s, u"de"_s} << 2
                                         << u"give en or zh"_s;
    QTest::newRow("an unknown pace") << QStringList{u"success"_s, u"--pace"_s, u"slowly"_s} << 2
                                     << u"give quick or slow"_s;
    QTest::newRow("naive against two-phase")
        << QStringList{u"naive"_s} << 0
        << u"Naive transfers lost 180.00 and credited 30.00 twice; two-phase messages lost nothing."_s;
    QTest::newRow("naive, one failure") << QStringList{u"naive"_s, u"answer-lost"_s} << 0
                                        << u"debits 5, credits 6: 30.00 credited twice"_s;
    QTest::newRow("naive, in Chinese") << QStringList{u"naive"_s, u"answer-lost"_s, u"--language"_s, u"zh"_s} << 0
                                       << u"朴素转账丢失 0.00，重复入账 30.00；二阶段消息分文不少。"_s;
    QTest::newRow("naive, an unknown failure")
        << QStringList{u"naive"_s, u"fire"_s} << 2 << u"give one of sender-crash, answer-lost, receiver-down"_s;
    QTest::newRow("naive on somebody's bank")
        << QStringList{u"naive"_s, u"--bank-a"_s, u"sqlite:a.db"_s} << 2 << u"naive transfers lose money"_s;
    QTest::newRow("a wrong seed") << QStringList{u"success"_s, u"--seed"_s, u"x"_s} << 2 << u"--seed x"_s;
}

void TestFaultScenarios::theProgramPlaysAndLists()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, QStringList{u"run"_s} + arguments);
    QVERIFY(process.waitForFinished(60'000));
    const QString printed = QString::fromUtf8(process.readAll());
    QVERIFY2(printed.contains(says), qPrintable(printed));
    QCOMPARE(process.exitCode(), code);
}

QTEST_GUILESS_MAIN(TestFaultScenarios)
#include "tst_faultscenarios.moc"
