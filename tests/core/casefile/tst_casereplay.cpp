// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casereplay.h"
#include "tests/core/casefile/casesamples.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace core;
using namespace core::casefile;
using message::State;
using message::Verdict;

namespace {

/// A case of the sample's message that stands so, with these calls.
Case caseOf(State state, const QList<message::Attempt> &attempts, const test::ContentSpec &spec = {})
{
    Case about = test::sampleCase();
    about.message.state = state;
    about.message.content = test::contentOf(spec);
    about.message.branchDone.assign(std::size_t(about.message.content->branches.size()), state == State::Succeed);
    about.message.attempts = int(attempts.size());
    about.message.submittedAt = test::caseStart() + 50ms;
    about.message.finishedAt.reset();
    if (about.message.finished())
        about.message.finishedAt = test::caseStart() + 60ms;
    about.attempts = attempts;
    about.events.clear();
    return about;
}

Replay replayed(const Case &about)
{
    const Result<Replay> replay = replayCase(about);
    if (!replay.ok())
        qFatal("%s", qPrintable(replay.error().detail));
    return *replay;
}

} // namespace

class TestCaseReplay final : public QObject
{
    Q_OBJECT
private slots:
    void aCheckbackAndARetryAreToldAgain();
    void aCleanSuccessNeedsNoAttempts();
    void aRefusedCheckbackEndsItAgain();
    void anAbortEndsItAgain();
    void aForcedStopEndsItAgain();
    void anUnfinishedOneStopsWhereTheRecordEnds();
    void hoursOfRetriesPassInAMoment();
    void aTopicsSubscribersAreCalled();
    void anotherEndIsToldAsADifference();
    void aRecordOfNothingIsRefused();
};

void TestCaseReplay::aCheckbackAndARetryAreToldAgain()
{
    const Case about = test::sampleCase();
    const Replay replay = replayed(about);
    QVERIFY(replay.message.state == State::Succeed);
    QCOMPARE(replay.attempts.size(), 3);
    QCOMPARE(replay.attempts.at(0).branchId, "00"_ba);
    QVERIFY(replay.attempts.at(1).verdict == Verdict::Unknown);
    QVERIFY(replay.attempts.at(2).verdict == Verdict::Success);
    QVERIFY(differencesOf(about, replay).isEmpty());
    QVERIFY(!replay.isPastRecord);
    QVERIFY(replay.told >= 1s && replay.told < 10s);
}

void TestCaseReplay::aCleanSuccessNeedsNoAttempts()
{
    Case about = caseOf(State::Succeed, {}, {.branches = 3});
    about.message.attempts = 3;
    const Replay replay = replayed(about);
    QVERIFY(replay.message.state == State::Succeed);
    QCOMPARE(replay.message.attempts, 3);
    QVERIFY(differencesOf(about, replay).isEmpty());
}

void TestCaseReplay::aRefusedCheckbackEndsItAgain()
{
    Case about = caseOf(State::Failed, {test::caseAttempt("00", 1, 35s, test::refused())});
    about.message.submittedAt.reset();
    const Replay replay = replayed(about);
    QVERIFY(replay.message.state == State::Failed);
    QVERIFY(differencesOf(about, replay).isEmpty());
    QVERIFY(!replay.message.overridden);
}

void TestCaseReplay::anAbortEndsItAgain()
{
    Case about = caseOf(State::Failed, {});
    about.message.submittedAt.reset();
    about.message.reason = "the sender rolled back";
    const Replay replay = replayed(about);
    QVERIFY(replay.message.state == State::Failed);
    QCOMPARE(replay.message.reason, "the sender rolled back"_ba);
    QVERIFY(differencesOf(about, replay).isEmpty());
}

void TestCaseReplay::aForcedStopEndsItAgain()
{
    Case about = caseOf(State::Failed, {test::caseAttempt("01", 1, 50ms, test::timedOut())});
    about.message.overridden = true;
    about.message.reason = "wrong account";
    const Replay replay = replayed(about);
    QVERIFY(replay.message.state == State::Failed);
    QVERIFY(replay.message.overridden);
    QVERIFY(differencesOf(about, replay).isEmpty());
}

void TestCaseReplay::anUnfinishedOneStopsWhereTheRecordEnds()
{
    const Case about =
        caseOf(State::Submitted,
               {test::caseAttempt("01", 1, 50ms, test::timedOut()), test::caseAttempt("01", 2, 10s, test::notYet())});
    const Replay replay = replayed(about);
    QVERIFY(replay.isPastRecord);
    QVERIFY(replay.message.state == State::Submitted);
    QVERIFY(differencesOf(about, replay).isEmpty());
}

void TestCaseReplay::hoursOfRetriesPassInAMoment()
{
    QList<message::Attempt> attempts;
    for (int number = 1; number <= 40; ++number)
        attempts << test::caseAttempt("01", number, number * 10min, test::timedOut());
    attempts << test::caseAttempt("01", 41, 410min, test::succeeded());
    const Case about = caseOf(State::Succeed, attempts);
    QElapsedTimer watch;
    watch.start();
    const Replay replay = replayed(about);
    QVERIFY(replay.message.state == State::Succeed);
    QVERIFY(replay.told > 4h);
    QVERIFY2(watch.elapsed() < 30'000, qPrintable(QString::number(watch.elapsed())));
    QVERIFY(differencesOf(about, replay).isEmpty());
}

void TestCaseReplay::aTopicsSubscribersAreCalled()
{
    Case about = caseOf(State::Succeed, {});
    auto content = std::make_shared<message::Content>(*about.message.content);
    content->steps = {{"topic://paid", "{}"}, {"http://b/In", "{}"}, {"topic://paid", "{}"}};
    content->branches = {{"01-01", "http://c/1", 0},
                         {"01-02", "http://c/2", 0},
                         {"02", "http://b/In", 1},
                         {"03-01", "http://c/1", 2},
                         {"03-02", "http://c/2", 2}};
    about.message.content = content;
    about.message.branchDone.assign(5, true);
    about.message.attempts = 6;
    about.attempts = {
        test::caseAttempt("01-02", 2, 60ms, test::refused()), test::caseAttempt("01-02", 3, 70ms, test::succeeded()),
        test::caseAttempt("02", 4, 80ms, test::succeeded()), test::caseAttempt("03-01", 5, 80ms, test::succeeded()),
        test::caseAttempt("03-02", 6, 80ms, test::succeeded())};
    const Replay replay = replayed(about);
    QVERIFY(replay.message.state == State::Succeed);
    QCOMPARE(replay.message.content->branches.size(), 5);
    QVERIFY(differencesOf(about, replay).isEmpty());
}

void TestCaseReplay::anotherEndIsToldAsADifference()
{
    Case about = test::sampleCase();
    about.message.state = State::Failed;
    about.message.branchDone = {false};
    about.message.attempts = 7;
    const QList<ReplayDifference> differences = differencesOf(about, replayed(test::sampleCase()));
    QCOMPARE(differences.size(), 3);
    QVERIFY(differences.contains(ReplayDifference::State));
    QVERIFY(differences.contains(ReplayDifference::BranchesDone));
    QVERIFY(differences.contains(ReplayDifference::Calls));
}

void TestCaseReplay::aRecordOfNothingIsRefused()
{
    Case about = caseOf(State::Prepared, {}, {.queryPrepared = {}});
    about.message.submittedAt.reset();
    QVERIFY(!replayCase(about).ok());
    about = caseOf(State::Submitted, {}, {.steps = {{"topic://nobody", "{}"}}});
    QVERIFY(!replayCase(about).ok()); // a topic without a subscriber
}

QTEST_GUILESS_MAIN(TestCaseReplay)
#include "tst_casereplay.moc"
