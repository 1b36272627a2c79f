// SPDX-License-Identifier: Apache-2.0
#include "core/faults/runner.h"
#include "core/faults/scenariolibrary.h"
#include "core/faults/scenarioparser.h"
#include "tests/support/mariadbserver.h"

#include <QProcess>
#include <QTest>

using namespace core;
using namespace core::faults;
using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd");

struct Told
{
    bool holds = false;
    QString story;
};

Told playOn(StageOptions stage, const Result<Scenario> &scenario)
{
    if (!scenario.ok())
        return {false, scenario.error().detail};
    Told told;
    stage.program = program;
    Runner runner({.stage = stage, .tell = [&told](const QString &line) { told.story += line + u'\n'; }});
    const Result<bool> holds = runner.run(*scenario);
    if (!holds.ok())
        told.story += holds.error().detail;
    told.holds = holds.ok() && *holds;
    return told;
}

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
    void theProgramPlaysAndLists_data();
    void theProgramPlaysAndLists();

private:
    Result<QString> newDatabase();

    test::MariaDbServer m_server;
    int m_databases = 0;
};

void TestFaultScenarios::aScenarioHoldsOnSqlite_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : scenarioNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestFaultScenarios::aScenarioHoldsOnSqlite()
{
    QFETCH(QString, name);
    const Told told = playOn({}, loadScenario(name));
    QVERIFY2(told.holds, qPrintable(told.story));
}

Result<QString> TestFaultScenarios::newDatabase()
{
    const QString name = u"scenario%1"_s.arg(++m_databases);
    if (const Status created = m_server.createDatabase(name); !created.ok())
        return created.error();
    return u"mysql://%1@127.0.0.1:%2/%3"_s.arg(m_server.userName(), QString::number(m_server.port()), name);
}

void TestFaultScenarios::aScenarioHoldsOnMariaDb_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"success", "crash-after-commit", "branch-answer-lost", "checkback-ongoing",
                             "late-commit-after-fence", "coordinator-crash", "receiver-database-paused"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestFaultScenarios::aScenarioHoldsOnMariaDb()
{
    QFETCH(QString, name);
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    if (m_databases == 0)
        QVERIFY(m_server.start().ok());
    const auto store = newDatabase();
    const auto sender = newDatabase();
    const auto receiver = newDatabase();
    QVERIFY(store.ok() && sender.ok() && receiver.ok());
    const Told told = playOn({.store = *store,
                              .senderDatabase = *sender,
                              .receiverDatabase = *receiver,
                              .storePassword = test::MariaDbServer::password(),
                              .bankPassword = test::MariaDbServer::password()},
                             loadScenario(name));
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
    QVERIFY2(told.story.contains(u"BROKEN each-message-ends: 1 messages, 1 transfers in flight"_s),
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

void TestFaultScenarios::theProgramPlaysAndLists_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("a scenario") << QStringList{u"success"_s} << 0 << u"All expectations and invariants hold."_s;
    QTest::newRow("in Chinese") << QStringList{u"success"_s, u"--language"_s, u"zh"_s} << 0 << u"转账成功"_s;
    QTest::newRow("the list") << QStringList{u"--list"_s} << 0 << u"The submit is lost"_s;
    QTest::newRow("an unknown name") << QStringList{u"sucess"_s} << 2 << u"'sucess' is no scenario"_s;
    QTest::newRow("no name") << QStringList{} << 2 << u"give one name"_s;
    QTest::newRow("an unknown language") << QStringList{u"success"_s, u"--language"_s, u"de"_s} << 2
                                         << u"give en or zh"_s;
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
