// SPDX-License-Identifier: Apache-2.0
#include "core/base/faulthold.h"
#include "core/base/victim.h"
#include "protocolfixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <map>
#include <mutex>

using namespace core;
using namespace test;
using namespace Qt::StringLiterals;

/// Armed faults, seen from outside a real coordinator: what they spoil, and that it heals.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { f = std::make_unique<ProtocolFixture>(); }
    void cleanup();

    void aLostAnswerStopsNothing_data();
    void aLostAnswerStopsNothing();
    void aFaultForOneMessageLeavesTheOthersAlone();
    void aLateAnswerComesLate();
    void aCommitThatFailsIsAnsweredWith503();
    void aCallMadeTwiceIsRecordedOnce();
    void aLostAnswerOfABranchIsFollowedByAnotherCall();
    void aLateAnswerOfABranchIsRecordedLate();
    void aCallThatIsHeldBackIsMadeLater();
    void aCheckbackThatIsNotSentIsAskedAgain();
    void anAnswerThatIsMadeUpIsJudged();
    void whatIsHeldHoldsUpNobodyElse_data();
    void whatIsHeldHoldsUpNobodyElse();
    void aHeldAnswerIsChanged();
    void strikesNameTheMessage();
    void whoeverWaitsAtACrashHearsWhatBecameOfIt();

private:
    std::unique_ptr<ProtocolFixture> f;
};

namespace {

const JsonFields impatient{{"retry_interval", "1"}, {"timeout_to_fail", "1"}};

JsonFields waiting()
{
    JsonFields fields = impatient;
    fields.push_back({"wait_result", "true"});
    return fields;
}

} // namespace

void TestFaults::cleanup()
{
    disarmFaultPoints();
    watchStrikes({});
    f.reset();
}

void TestFaults::aLostAnswerStopsNothing_data()
{
    QTest::addColumn<QByteArray>("api");
    QTest::addColumn<QString>("state");
    QTest::newRow("prepare") << "prepare"_ba << u"prepared"_s;
    QTest::newRow("submit") << "submit"_ba << u"succeed"_s;
    QTest::newRow("abort") << "abort"_ba << u"failed"_s;
}

void TestFaults::aLostAnswerStopsNothing()
{
    QFETCH(QByteArray, api);
    QFETCH(QString, state);
    if (api == "abort")
        QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    QVERIFY(armFaultPoints(api + ".answer=drop").ok());
    QCOMPARE(f->post(api, f->transaction("g1")).status, 0);
    QTRY_COMPARE(f->state("g1"), state);
    QCOMPARE(f->post(api, f->transaction("g1")).status, 200); // asked again, it says what is
}

void TestFaults::aFaultForOneMessageLeavesTheOthersAlone()
{
    QVERIFY(armFaultPoints("submit.answer=drop,always,gid:g2").ok());
    QCOMPARE(f->post("submit", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("submit", f->transaction("g2")).status, 0);
    QCOMPARE(f->post("submit", f->transaction("g3")).status, 200);
}

void TestFaults::aLateAnswerComesLate()
{
    QVERIFY(armFaultPoints("submit.answer=delay:200").ok());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(f->post("submit", f->transaction("g1")).status, 200);
    QVERIFY(timer.elapsed() >= 200);
}

void TestFaults::aCommitThatFailsIsAnsweredWith503()
{
    QVERIFY(armFaultPoints("prepare.before-commit=fail,always,gid:g1").ok());
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 503);
    disarmFaultPoints();
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
}

void TestFaults::aCallMadeTwiceIsRecordedOnce()
{
    QVERIFY(armFaultPoints("branch.before-connect=duplicate").ok());
    QCOMPARE(f->post("submit", f->transaction("g1", waiting())).status, 200);
    QTRY_COMPARE(f->pathsFor("g1"), "/in /in"_ba);
    QCOMPARE(f->branches("g1").size(), 1);
    QCOMPARE(f->state("g1"), u"succeed"_s);
}

void TestFaults::aLostAnswerOfABranchIsFollowedByAnotherCall()
{
    QVERIFY(armFaultPoints("branch.after-answer=drop").ok());
    QCOMPARE(f->post("submit", f->transaction("g1", impatient)).status, 200);
    QTRY_COMPARE(f->pathsFor("g1"), "/in"_ba);
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->pathsFor("g1"), "/in /in"_ba);
}

void TestFaults::aLateAnswerOfABranchIsRecordedLate()
{
    QVERIFY(armFaultPoints("branch.after-answer=delay:300").ok());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(f->post("submit", f->transaction("g1", waiting())).status, 200);
    QVERIFY(timer.elapsed() >= 300);
    QCOMPARE(f->pathsFor("g1"), "/in"_ba);
}

void TestFaults::aCallThatIsHeldBackIsMadeLater()
{
    QVERIFY(armFaultPoints("branch.before-connect=delay:300").ok());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(f->post("submit", f->transaction("g1", waiting())).status, 200);
    QVERIFY(timer.elapsed() >= 300);
    QCOMPARE(f->post("submit", f->transaction("g2", waiting())).status, 200); // nobody else was held up for good
}

void TestFaults::aCheckbackThatIsNotSentIsAskedAgain()
{
    QVERIFY(armFaultPoints("checkback.before-send=fail").ok());
    QCOMPARE(f->post("prepare", f->transaction("g1", impatient)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(f->state("g1"), u"succeed"_s, 10'000);
    QCOMPARE(f->pathsFor("g1"), "/query /in"_ba);
}

void TestFaults::anAnswerThatIsMadeUpIsJudged()
{
    QVERIFY(armFaultPoints("branch.after-answer=answer:500;submit.answer=answer:409,gid:g2").ok());
    QCOMPARE(f->post("submit", f->transaction("g1", impatient)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(f->state("g1"), u"succeed"_s, 10'000);
    QCOMPARE(f->pathsFor("g1"), "/in /in"_ba);
    QCOMPARE(f->post("submit", f->transaction("g2", impatient)).status, 409);
    QTRY_COMPARE(f->state("g2"), u"succeed"_s); // whatever the sender heard
}

void TestFaults::whatIsHeldHoldsUpNobodyElse_data()
{
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<QByteArray>("paths"); ///< the calls that were made while it is held
    QTest::newRow("a call") << "branch.before-connect"_ba
                            << ""_ba;
    QTest::newRow("its answer") << "branch.after-answer"_ba
                                << "/in"_ba;
}

void TestFaults::whatIsHeldHoldsUpNobodyElse()
{
    QFETCH(QByteArray, point);
    QFETCH(QByteArray, paths);
    QVERIFY(armFaultPoints(point + "=hold,gid:g1").ok());
    QCOMPARE(f->post("submit", f->transaction("g1", impatient)).status, 200);
    QTRY_COMPARE(heldPasses().size(), 1);
    QCOMPARE(f->post("submit", f->transaction("g2", waiting())).status, 200); // done meanwhile
    QCOMPARE(f->state("g1"), u"submitted"_s);
    QCOMPARE(f->pathsFor("g1"), paths);
    QVERIFY(releaseHeld(heldPasses().first().id).ok());
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->pathsFor("g1"), "/in"_ba);
}

void TestFaults::aHeldAnswerIsChanged()
{
    QVERIFY(armFaultPoints("checkback.after-answer=hold").ok());
    QCOMPARE(f->post("prepare", f->transaction("g1", impatient)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(heldPasses().size(), 1, 10'000);
    QVERIFY(releaseHeld(heldPasses().first().id, Strike{.mode = FaultMode::Answer, .status = 409}).ok());
    QTRY_COMPARE(f->state("g1"), u"failed"_s); // the sender said SUCCESS
    QCOMPARE(f->pathsFor("g1"), "/query"_ba);
}

void TestFaults::strikesNameTheMessage()
{
    std::mutex mutex;
    QByteArrayList told;
    watchStrikes([&](const QByteArray &point, const QByteArray &gid, FaultMode) {
        const std::lock_guard lock(mutex);
        told.append(point + ' ' + gid);
    });
    QVERIFY(armFaultPoints("submit.before-commit=delay:1;branch.before-connect=delay:1;finish.before=delay:1;"
                           "submit.answer=delay:1")
                .ok());
    QCOMPARE(f->post("submit", f->transaction("g1", waiting())).status, 200);
    const std::lock_guard lock(mutex);
    QCOMPARE(told,
             QByteArrayList(
                 {"submit.before-commit g1", "branch.before-connect g1", "finish.before g1", "submit.answer g1"}));
}

/// The loop crashes with one command in hand, which it has written, while two more wait in its mailbox.
void TestFaults::whoeverWaitsAtACrashHearsWhatBecameOfIt()
{
    const auto victim = std::make_shared<Victim>([](const QByteArray &) {});
    const QTemporaryDir folder;
    node::Node mortal({.store = store::SqliteAddress{folder.filePath(u"mortal.db"_s)}, .victim = victim});
    QVERIFY(mortal.start().ok());
    const http::ClientAnswer prepared =
        http::BlockingClient().send({.method = "POST",
                                     .url = http::Url::parse(mortal.url() + "/prepare").value(),
                                     .headers = {{"Content-Type", "application/json"}},
                                     .body = f->transaction("g1"),
                                     .timeout = std::chrono::seconds(10)});
    QCOMPARE(prepared.status, 200);
    std::map<QByteArray, std::optional<Error>> heard;
    const auto send = [&](const QByteArray &gid, const message::Event &event) {
        mortal.send(Gid::fromBytes(gid).value(), event, this,
                    [&heard, gid](const std::optional<Error> &error) { heard[gid] = error; });
    };
    QVERIFY(armFaultPoints("finish.before=delay:500;finish.after=crash").ok());
    const auto strikes = std::make_shared<std::atomic<int>>(0);
    watchStrikes([strikes](const QByteArray &, const QByteArray &, FaultMode) { ++*strikes; });

    send("g1", message::ForceStop{"enough"});
    QTRY_COMPARE(strikes->load(), 1);
    send("g2", message::RetryNow{});
    send("g3", message::RetryNow{});
    QTRY_VERIFY(victim->isDead());
    mortal.stop();

    QTRY_COMPARE(heard.size(), std::size_t(3));
    QCOMPARE(heard["g1"].value_or(Error()).detail, node::Node::unanswered().detail);
    for (const QByteArray gid : {"g2", "g3"})
        QVERIFY2(heard[gid] && heard[gid]->detail.endsWith(u"nothing was changed"_s), gid);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
