// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hostgate.h"

#include <QTest>

using namespace core;
using namespace core::engine;

namespace {

const TimePoint start = fromEpochMs(1'700'000'000'000);
using Admission = HostGate::Admission;

} // namespace

class TestHostGate : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_gate = HostGate(m_options); }

    void callsGoOutUpToTheLimit();
    void aFullQueueHoldsBack();
    void aFreePlaceIsTakenOnce();
    void fiveUnansweredInARowCloseTheGate();
    void anyAnswerStartsTheCountAgain();
    void oneProbeGoesThroughWhenTheHoldIsOver();
    void theProbesAnswerOpensTheGate();
    void theHoldDoublesUpToItsLimit();
    void callsThatWereUnderWayDoNotLengthenTheHold();
    void aPersonsCallGoesThroughAtOnce();
    void whatIsHeldBackIsTriedAfterTheHold();
    void whatIsHeldBackDuringAProbeWaitsForIt();
    void whatManyAreGivenIsSpread();
    void aHostThatIsBackForgetsWhatItGave();
    void aHoldCanBeEndedSooner();
    void aHostThatWasOnlyJustCalledMayHaveALongQueue();
    void aQuickHostMayHaveALongQueue();
    void aHostThatStopsAnsweringMayNot();

private:
    void closeGate(TimePoint now)
    {
        for (int n = 0; n < m_options.unreachableMax; ++n) {
            QCOMPARE(m_gate.admit(now, 0, false), Admission::Send);
            m_gate.finished(now, false);
        }
        QVERIFY(m_gate.isHeldBack());
    }

    HostGateOptions m_options{.inFlightMax = 3,
                              .queuedMax = 2,
                              .queuedAtFastMax = 2,
                              .unreachableMax = 5,
                              .holdFirst = Millis(500),
                              .holdMax = Millis(1500)};
    HostGate m_gate{m_options};
};

void TestHostGate::callsGoOutUpToTheLimit()
{
    for (int n = 0; n < 3; ++n)
        QCOMPARE(m_gate.admit(start, 0, false), Admission::Send);
    QCOMPARE(m_gate.admit(start, 0, false), Admission::Wait);
    QVERIFY(!m_gate.isIdle());
}

void TestHostGate::aFullQueueHoldsBack()
{
    for (int n = 0; n < 3; ++n)
        m_gate.admit(start, 0, false);
    QCOMPARE(m_gate.admit(start, 1, false), Admission::Wait);
    QCOMPARE(m_gate.admit(start, 2, false), Admission::HoldBack);
}

void TestHostGate::aFreePlaceIsTakenOnce()
{
    for (int n = 0; n < 3; ++n)
        m_gate.admit(start, 0, false);
    QVERIFY(!m_gate.takePlace(start));
    m_gate.finished(start, true);
    QVERIFY(m_gate.takePlace(start));
    QVERIFY(!m_gate.takePlace(start));
}

void TestHostGate::fiveUnansweredInARowCloseTheGate()
{
    closeGate(start);
    QCOMPARE(m_gate.admit(start, 0, false), Admission::HoldBack);
}

void TestHostGate::anyAnswerStartsTheCountAgain()
{
    for (int n = 0; n < 20; ++n) {
        m_gate.admit(start, 0, false);
        m_gate.finished(start, n % 5 == 4);
    }
    QVERIFY(!m_gate.isHeldBack());
}

void TestHostGate::oneProbeGoesThroughWhenTheHoldIsOver()
{
    closeGate(start);
    QCOMPARE(m_gate.admit(start + Millis(499), 0, false), Admission::HoldBack);
    QCOMPARE(m_gate.admit(start + Millis(500), 0, false), Admission::Send);
    QCOMPARE(m_gate.admit(start + Millis(500), 0, false), Admission::HoldBack);
}

void TestHostGate::theProbesAnswerOpensTheGate()
{
    closeGate(start);
    m_gate.admit(start + Millis(500), 0, false);
    m_gate.finished(start + Millis(600), true);
    QVERIFY(!m_gate.isHeldBack());
    QVERIFY(m_gate.isIdle());
    QCOMPARE(m_gate.admit(start + Millis(600), 0, false), Admission::Send);
    QCOMPARE(m_gate.admit(start + Millis(600), 0, false), Admission::Send);
}

void TestHostGate::theHoldDoublesUpToItsLimit()
{
    closeGate(start);
    TimePoint now = start;
    for (const int hold : {500, 1000, 1500, 1500}) {
        QCOMPARE(m_gate.admit(now + Millis(hold - 1), 0, false), Admission::HoldBack);
        now += Millis(hold);
        QCOMPARE(m_gate.admit(now, 0, false), Admission::Send);
        m_gate.finished(now, false);
    }
}

void TestHostGate::callsThatWereUnderWayDoNotLengthenTheHold()
{
    m_gate = HostGate(
        HostGateOptions{.inFlightMax = 10, .unreachableMax = 5, .holdFirst = Millis(500), .holdMax = Millis(60'000)});
    for (int n = 0; n < 10; ++n)
        m_gate.admit(start, 0, false);
    for (int n = 0; n < 10; ++n)
        m_gate.finished(start, false);
    QCOMPARE(m_gate.admit(start + Millis(500), 0, false), Admission::Send);
}

void TestHostGate::aPersonsCallGoesThroughAtOnce()
{
    closeGate(start);
    QCOMPARE(m_gate.admit(start, 0, true), Admission::Send);
    m_gate.finished(start + Millis(10), true);
    QVERIFY(!m_gate.isHeldBack());
}

void TestHostGate::whatIsHeldBackIsTriedAfterTheHold()
{
    closeGate(start);
    QCOMPARE(m_gate.putOff(start), start + Millis(600));
    QCOMPARE(m_gate.putOff(start + Millis(100)), start + Millis(600));
}

void TestHostGate::whatIsHeldBackDuringAProbeWaitsForIt()
{
    closeGate(start);
    const TimePoint probed = start + Millis(500);
    m_gate.admit(probed, 0, false);
    QVERIFY(m_gate.putOff(probed) >= probed + Millis(500));
}

void TestHostGate::whatManyAreGivenIsSpread()
{
    closeGate(start);
    QHash<qint64, int> given;
    for (int n = 0; n < 1000; ++n)
        ++given[(m_gate.putOff(start) - start).count()];
    QCOMPARE(given, (QHash<qint64, int>{{600, 200}, {700, 200}, {800, 200}, {900, 200}, {1000, 200}}));
}

void TestHostGate::aHostThatIsBackForgetsWhatItGave()
{
    closeGate(start);
    for (int n = 0; n < 1000; ++n)
        m_gate.putOff(start);
    m_gate.admit(start + Millis(500), 0, false);
    m_gate.finished(start + Millis(500), true);
    QCOMPARE(m_gate.putOff(start + Millis(500)), start + Millis(1000));
}

void TestHostGate::aHoldCanBeEndedSooner()
{
    closeGate(start);
    m_gate.endHold(start + Millis(10));
    QCOMPARE(m_gate.admit(start + Millis(10), 0, false), Admission::Send);
    QCOMPARE(m_gate.admit(start + Millis(10), 0, false), Admission::HoldBack);
}

void TestHostGate::aHostThatWasOnlyJustCalledMayHaveALongQueue()
{
    m_gate = HostGate({.queuedMax = 2, .queuedAtFastMax = 100});
    QCOMPARE(m_gate.queueMax(start), 2);
    m_gate.admit(start, 0, false);
    QCOMPARE(m_gate.queueMax(start + Millis(99)), 100);
    QCOMPARE(m_gate.queueMax(start + Millis(100)), 2);
}

void TestHostGate::aQuickHostMayHaveALongQueue()
{
    m_gate = HostGate({.queuedMax = 2, .queuedAtFastMax = 100});
    QCOMPARE(m_gate.queueMax(start), 2);
    for (int n = 0; n < 10; ++n) {
        m_gate.admit(start, 0, false);
        m_gate.finished(start, true);
    }
    QCOMPARE(m_gate.queueMax(start), 40);
    for (int n = 0; n < 30; ++n) {
        m_gate.admit(start + Millis(60), 0, false);
        m_gate.finished(start + Millis(60), true);
    }
    QCOMPARE(m_gate.queueMax(start + Millis(60)), 100);
}

void TestHostGate::aHostThatStopsAnsweringMayNot()
{
    m_gate = HostGate({.queuedMax = 2, .queuedAtFastMax = 100});
    for (int n = 0; n < 10; ++n) {
        m_gate.admit(start, 0, false);
        m_gate.finished(start, n < 5);
    }
    QCOMPARE(m_gate.queueMax(start), 20);
    QCOMPARE(m_gate.queueMax(start + Millis(100)), 2);
}

QTEST_APPLESS_MAIN(TestHostGate)
#include "tst_hostgate.moc"
