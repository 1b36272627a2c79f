// SPDX-License-Identifier: Apache-2.0
#include "core/faults/pace.h"
#include "core/faults/runcontrol.h"
#include "core/faults/scenariolibrary.h"
#include "core/faults/scenarioparser.h"

#include <QTest>

using namespace core;
using namespace core::faults;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How a run is told to go on, and how its waits are made longer.
class TestRunControl : public QObject
{
    Q_OBJECT

private slots:
    void aRunGoesOnByItself();
    void aStepIsPlayedAndThenItHalts();
    void aSceneIsPlayedUpToTheNextOne();
    void aPauseHaltsBeforeWhateverComes();
    void whatIsStoppedStaysStopped();
    void everythingThatLastsIsMadeLonger();
    void theSenderNeverWaitsTooLong();
    void everyScenarioHasASlowPace();
};

void TestRunControl::aRunGoesOnByItself()
{
    RunControl control;
    QVERIFY(!control.haltsBefore(true));
    QVERIFY(!control.haltsBefore(false));
    QVERIFY(!control.isPaused());
}

void TestRunControl::aStepIsPlayedAndThenItHalts()
{
    RunControl control;
    control.pause();
    QVERIFY(control.haltsBefore(true));
    control.playStep();
    QVERIFY(!control.isPaused());
    QVERIFY(!control.haltsBefore(true)); // it is played …
    QVERIFY(!control.isPaused()); // … and may wait meanwhile
    QVERIFY(control.haltsBefore(false));
    QVERIFY(control.isPaused());
    control.play();
    QVERIFY(!control.haltsBefore(false));
    QVERIFY(!control.haltsBefore(true));
}

void TestRunControl::aSceneIsPlayedUpToTheNextOne()
{
    RunControl control;
    control.playScene();
    QVERIFY(!control.haltsBefore(true));
    QVERIFY(!control.haltsBefore(false));
    QVERIFY(control.haltsBefore(true));
    control.playStep();
    QVERIFY(!control.haltsBefore(true));
    QVERIFY(control.haltsBefore(false));
    control.playScene(); // what is left of the scene
    QVERIFY(!control.haltsBefore(false));
    QVERIFY(!control.haltsBefore(false));
    QVERIFY(control.haltsBefore(true));
}

void TestRunControl::aPauseHaltsBeforeWhateverComes()
{
    RunControl control;
    control.playScene();
    QVERIFY(!control.haltsBefore(true));
    control.pause();
    QVERIFY(control.isPaused());
    QVERIFY(control.haltsBefore(false));
}

void TestRunControl::whatIsStoppedStaysStopped()
{
    RunControl control;
    control.pause();
    control.stop();
    QVERIFY(control.isStopped());
    QVERIFY(!control.isPaused());
    control.play();
    control.pause();
    QVERIFY(control.isStopped());
    QVERIFY(!control.haltsBefore(true));
}

void TestRunControl::everythingThatLastsIsMadeLonger()
{
    const auto scenario = parseScenario(
        u"story"_s,
        "title en T\ntitle zh T\naccount sender 1 1\naccount receiver 2 0\n"
        "fault receiver participant.before-commit=delay:250,for:2\nen A\nzh A\n"
        "transfer m1 from 1 to 2 amount 1 timeout_to_fail=2s retry_interval=1s delay=3s\n"
        "restart sender with branch.after-answer=delay:100\nwait for 500ms\nwait state m1 succeed within 5s\n"
        "wait calls branch m1 1 within 4s\nwait end sender within 1s\nexpect invariants\n");
    QVERIFY2(scenario.ok(), qPrintable(scenario.ok() ? QString() : scenario.error().detail));
    const Scenario slow = atPace(*scenario, 10);
    QCOMPARE(slow.armed[0].faults[0].delay, 2500ms);
    QCOMPARE(slow.armed[0].faults[0].lasts, 20s);
    const QList<Step> &steps = slow.scenes[0].steps;
    const auto &transfer = std::get<TransferAction>(steps[0].action);
    QCOMPARE(transfer.timeoutToFail, 20s);
    QCOMPARE(transfer.retryInterval, 10s);
    QCOMPARE(transfer.requestTimeout, 0s); // the coordinator's own
    QCOMPARE(transfer.delay, 30s);
    QCOMPARE(std::get<RestartAction>(steps[1].action).faults[0].delay, 1s);
    QCOMPARE(std::get<WaitForTime>(steps[2].action).time, 5s);
    QCOMPARE(std::get<WaitForState>(steps[3].action).within, 50s);
    QCOMPARE(std::get<WaitForCalls>(steps[4].action).within, 40s);
    QCOMPARE(std::get<WaitForEnd>(steps[5].action).within, 10s);
    QCOMPARE(slow.scenes[0].steps[0].text, scenario->scenes[0].steps[0].text);
}

void TestRunControl::theSenderNeverWaitsTooLong()
{
    const auto late = loadScenario(u"late-commit-after-fence"_s); // its prepare is answered after three seconds
    QVERIFY(late.ok());
    QCOMPARE(slowestPace(*late), 3);
}

void TestRunControl::everyScenarioHasASlowPace()
{
    for (const QString &name : scenarioNames()) {
        const auto scenario = loadScenario(name);
        QVERIFY(scenario.ok());
        QVERIFY2(slowestPace(*scenario) >= 2, qPrintable(name));
    }
}

QTEST_APPLESS_MAIN(TestRunControl)
#include "tst_runcontrol.moc"
