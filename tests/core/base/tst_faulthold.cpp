// SPDX-License-Identifier: Apache-2.0
#include "core/base/faulthold.h"
#include "core/base/victim.h"

#include <QSignalSpy>
#include <QTest>

#include <future>

using namespace core;
using namespace std::chrono_literals;

namespace {

constexpr char point[] = "branch.before-connect"; // can fail, delay, be doubled, held
using Heard = std::optional<std::optional<Strike>>; ///< what a pass that does not block was told; nothing: it waits

/// Passes on a thread of its own.
std::future<std::optional<Strike>> passElsewhere(const std::shared_ptr<Victim> &victim = {})
{
    return std::async(std::launch::async, [victim] {
        belongTo(victim);
        return faultOutcome(point, "g1");
    });
}

bool isReady(const std::future<std::optional<Strike>> &pass)
{
    return pass.wait_for(0s) == std::future_status::ready;
}

} // namespace

class TestFaultHold : public QObject
{
    Q_OBJECT
private slots:
    void cleanup();

    void aThreadWaitsUntilItIsLetGo();
    void aPassThatDoesNotBlockGoesOnLater();
    void itGoesOnAsItWasTold();
    void whatThePointCannotDoIsRefused();
    void aPassWhoseContextIsGoneIsForgotten();
    void thereAreNeverTooMany();
    void allAreReleasedAtOnce();
    void aDelayComesBackByTheLoop();
    void aCrashEndsItsOwnThreadsAlone();
    void whatIsHeldEndsWithItsVictim();
    void nothingStrikesTheDead();
    void passesOfOneMessageAreTold();
};

void TestFaultHold::cleanup()
{
    watchHeld({}); // what it told is gone
    releaseAllHeld();
    disarmFaultPoints();
    watchPasses({}, {});
    belongTo({});
}

void TestFaultHold::aThreadWaitsUntilItIsLetGo()
{
    std::atomic<int> told = 0;
    watchHeld([&told] { ++told; });
    QVERIFY(armFaultPoints("branch.before-connect=hold").ok());
    auto pass = passElsewhere();
    QTRY_COMPARE(heldPasses().size(), 1);
    QCOMPARE(heldPasses().first().point, QByteArray(point));
    QCOMPARE(heldPasses().first().gid, QByteArray("g1"));
    QTRY_VERIFY(heldPasses().first().age > 0ms);
    QVERIFY(!isReady(pass));
    QVERIFY(releaseHeld(heldPasses().first().id).ok());
    QVERIFY(heldPasses().isEmpty());
    QTRY_VERIFY(isReady(pass));
    QCOMPARE(pass.get(), std::optional<Strike>());
    QVERIFY(told >= 2);
}

void TestFaultHold::aPassThatDoesNotBlockGoesOnLater()
{
    QVERIFY(armFaultPoints("branch.before-connect=hold").ok());
    Heard heard;
    passFaultPoint(point, "g1", this, [&](const std::optional<Strike> &strike) { heard = strike; });
    QVERIFY(!heard);
    QVERIFY(releaseHeld(heldPasses().first().id).ok());
    QVERIFY(!heard); // on its own thread, by its loop
    QTRY_VERIFY(heard);
    QVERIFY(!heard->has_value());
    QVERIFY(heldPasses().isEmpty());

    heard.reset(); // the fault is over
    passFaultPoint(point, "g1", this, [&](const std::optional<Strike> &strike) { heard = strike; });
    QVERIFY(heard);
}

void TestFaultHold::itGoesOnAsItWasTold()
{
    QVERIFY(armFaultPoints("branch.before-connect=hold;branch.after-answer=hold").ok());
    auto pass = passElsewhere();
    QTRY_COMPARE(heldPasses().size(), 1);
    QVERIFY(releaseHeld(heldPasses().first().id, Strike{FaultMode::Duplicate}).ok());
    QCOMPARE(pass.get()->mode, FaultMode::Duplicate);

    Heard heard;
    passFaultPoint("branch.after-answer", "g1", this, [&](const std::optional<Strike> &strike) { heard = strike; });
    QVERIFY(releaseHeld(heldPasses().first().id, Strike{.mode = FaultMode::Answer, .status = 409}).ok());
    QTRY_VERIFY(heard);
    QCOMPARE((*heard)->mode, FaultMode::Answer);
    QCOMPARE((*heard)->status, 409);
}

void TestFaultHold::whatThePointCannotDoIsRefused()
{
    QVERIFY(armFaultPoints("branch.before-connect=hold").ok());
    Heard heard;
    passFaultPoint(point, "g1", this, [&](const std::optional<Strike> &strike) { heard = strike; });
    const quint64 id = heldPasses().first().id;
    for (const FaultMode mode : {FaultMode::Answer, FaultMode::Drop, FaultMode::Hold, FaultMode::Crash})
        QCOMPARE(releaseHeld(id, Strike{mode}).error().code, Error::Code::Invalid);
    QCOMPARE(heldPasses().size(), 1);
    QVERIFY(releaseHeld(id).ok());
    QCOMPARE(releaseHeld(id).error().code, Error::Code::NotFound);
    QTRY_VERIFY(heard);
}

void TestFaultHold::aPassWhoseContextIsGoneIsForgotten()
{
    QVERIFY(armFaultPoints("branch.before-connect=hold").ok());
    bool wasCalled = false;
    {
        QObject context;
        passFaultPoint(point, "g1", &context, [&](const std::optional<Strike> &) { wasCalled = true; });
        QCOMPARE(heldPasses().size(), 1);
    }
    QVERIFY(heldPasses().isEmpty());
    QCoreApplication::processEvents();
    QVERIFY(!wasCalled);
}

void TestFaultHold::thereAreNeverTooMany()
{
    QVERIFY(armFaultPoints("branch.before-connect=hold,always").ok());
    int went = 0;
    for (int i = 0; i < heldPassesMax + 3; ++i)
        passFaultPoint(point, {}, this, [&](const std::optional<Strike> &) { ++went; });
    QCOMPARE(heldPasses().size(), heldPassesMax);
    QCOMPARE(went, 3);
    releaseAllHeld();
    QTRY_COMPARE(went, heldPassesMax + 3);
}

void TestFaultHold::allAreReleasedAtOnce()
{
    QVERIFY(armFaultPoints("branch.before-connect=hold,always").ok());
    auto first = passElsewhere();
    auto second = passElsewhere();
    QTRY_COMPARE(heldPasses().size(), 2);
    releaseAllHeld();
    QVERIFY(!first.get());
    QVERIFY(!second.get());
}

void TestFaultHold::aDelayComesBackByTheLoop()
{
    QVERIFY(armFaultPoints("branch.before-connect=delay:30").ok());
    QElapsedTimer timer;
    timer.start();
    bool went = false;
    passFaultPoint(point, {}, this, [&](const std::optional<Strike> &strike) { went = !strike; });
    QVERIFY(!went);
    QTRY_VERIFY(went);
    QVERIFY(timer.elapsed() >= 25);
}

void TestFaultHold::aCrashEndsItsOwnThreadsAlone()
{
    QByteArrayList crashed;
    const auto victim = std::make_shared<Victim>([&](const QByteArray &where) { crashed << where; });
    QVERIFY(armFaultPoints("branch.before-connect=crash,times:2").ok());
    QCOMPARE(passElsewhere(victim).get()->mode, FaultMode::Crash);
    QVERIFY(victim->isDead());
    QCOMPARE(crashed, QByteArrayList{point});
    QVERIFY(!hasCrashed()); // this thread belongs to no victim
    belongTo(victim);
    QVERIFY(hasCrashed());
    victim->crash("again");
    QCOMPARE(crashed.size(), 1);
}

void TestFaultHold::whatIsHeldEndsWithItsVictim()
{
    const auto victim = std::make_shared<Victim>(nullptr);
    QVERIFY(armFaultPoints("branch.before-connect=hold").ok());
    auto pass = passElsewhere(victim);
    QTRY_COMPARE(heldPasses().size(), 1);
    victim->crash("elsewhere");
    QTRY_VERIFY(isReady(pass));
    QCOMPARE(pass.get()->mode, FaultMode::Crash);
    QVERIFY(heldPasses().isEmpty());
}

void TestFaultHold::nothingStrikesTheDead()
{
    const auto victim = std::make_shared<Victim>(nullptr);
    victim->crash("before");
    QVERIFY(armFaultPoints("branch.before-connect=fail").ok());
    QCOMPARE(passElsewhere(victim).get()->mode, FaultMode::Crash);
    QCOMPARE(armedFaults().first().strikes, 0);
}

void TestFaultHold::passesOfOneMessageAreTold()
{
    QByteArrayList told;
    watchPasses("g1", [&](const QByteArray &where) { told << where; });
    QVERIFY(!faultPoint("prepare.before-commit", "g1"));
    QVERIFY(!faultPoint("prepare.after-commit", "g2"));
    QVERIFY(!faultPoint("submit.before-commit", "g1"));
    watchPasses({}, {});
    QVERIFY(!faultsAreArmed());
    QVERIFY(!faultPoint("submit.after-commit", "g1"));
    QCOMPARE(told, (QByteArrayList{"prepare.before-commit", "submit.before-commit"}));
}

QTEST_GUILESS_MAIN(TestFaultHold)
#include "tst_faulthold.moc"
