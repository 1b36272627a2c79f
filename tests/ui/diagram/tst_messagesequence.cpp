// SPDX-License-Identifier: GPL-3.0-or-later
// From a message, its attempts and its barrier rows to the steps of its story.
#include "tests/ui/diagram/stories.h"
#include "ui/diagram/stepsmodel.h"
#include "ui/diagram/urlname.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stories;
using diagram::Known;
using diagram::Lane;
using diagram::Sequence;
using diagram::Step;

namespace {

/// The ids of all steps, in their order.
QByteArray told(const MessageFacts &facts)
{
    QByteArrayList ids;
    for (const Step &step : diagram::messageSequence(facts).steps)
        ids << step.id;
    return ids.join(", ");
}

Step stepOf(const MessageFacts &facts, const QByteArray &id)
{
    const Sequence sequence = diagram::messageSequence(facts);
    const int index = sequence.indexOf(id);
    return index < 0 ? Step{.id = "missing: " + id} : sequence.steps.at(index);
}

} // namespace

class TestMessageSequence : public QObject
{
    Q_OBJECT

private slots:
    void aCleanTransferNeedsNoAttempts();
    void aCrashedSenderIsToldToItsEnd();
    void aDirectSubmitHasNoPrepare();
    void whatThePreparedOneAwaitsIsAwaited();
    void whatIsDueNowHasNoGap();
    void aCommitIsKnownFromItsRowBeforeTheSubmit();
    void withoutARowASubmitImpliesTheCommit();
    void aFenceIsWrittenByTheCheckbackThatFails();
    void anUnfinishedRetryAwaitsTheNextTry();
    void aStalledMessageSaysSo();
    void aLostAnswerIsNoArrowHome();
    void aSecondDeliveryFindsTheRow();
    void concurrentCallsOverlap();
    void ofManyOpenBranchesSomeAreCounted();
    void ofVeryManyCallsTheMiddleIsLeftOut();
    void anAbortComesFromTheSender();
    void aPersonsStopKeepsItsReason();
    void idsAreUniqueAndStayAsItGrows();
    void clocksThatDisagreeGiveNoNegativeTimes();
    void timesReadInTheirUnits_data();
    void timesReadInTheirUnits();
    void aUrlIsCalledByItsLastPart_data();
    void aUrlIsCalledByItsLastPart();
    void theTableHasEveryStep();
    void theTableGrowsWithoutAReset();
    void aSentenceSaysItAll();
};

void TestMessageSequence::aCleanTransferNeedsNoAttempts()
{
    const MessageFacts clean = facts(succeeded(), {}, {debit(), credit()});
    QCOMPARE(
        told(clean),
        "prepare, prepare answer, commit, submit, submit answer, state 1, call 01, delivery 01, answer 01, state 2");
    QVERIFY(!stepOf(clean, "call 01").at);
    QCOMPARE(stepOf(clean, "submit").at, Millis(12));
    QCOMPARE(stepOf(clean, "state 2").at, Millis(20));
    QCOMPARE(stepOf(clean, "state 2").state, theme::State::Succeed);
    QCOMPARE(stepOf(clean, "delivery 01").note, u"user 2 +30.00"_s);
}

void TestMessageSequence::aCrashedSenderIsToldToItsEnd()
{
    const MessageFacts story = crashedSender();
    QCOMPARE(told(story),
             "prepare, prepare answer, commit, gap 1, call 1, look-up 1, answer 1, state 1, call 2, answer 2, state 2, "
             "gap 2, call 3, delivery 3, answer 3, state 3");
    QCOMPARE(stepOf(story, "gap 1").label, u"35.0 s · no submit"_s);
    QCOMPARE(stepOf(story, "gap 2").label, u"10.2 s · back-off"_s);
    QVERIFY(stepOf(story, "call 1").isCheckback);
    QCOMPARE(stepOf(story, "call 1").to, Lane::Sender);
    QCOMPARE(stepOf(story, "answer 2").label, u"500 unknown"_s);
    QCOMPARE(stepOf(story, "call 3").label, u"SagaBTransIn · try 2"_s);
    QCOMPARE(stepOf(story, "answer 3").subject, diagram::attemptSubject(3));
    QCOMPARE(stepOf(story, "state 2").state, theme::State::Retrying);
}

void TestMessageSequence::aDirectSubmitHasNoPrepare()
{
    Message message = submitted();
    message.submittedAt = message.createdAt;
    const Sequence sequence = diagram::messageSequence(facts(message));
    QCOMPARE(sequence.steps.first().id, "submit");
    QCOMPARE(sequence.startState, theme::State::Submitted);
    QCOMPARE(sequence.indexOf("prepare"), -1);
}

void TestMessageSequence::whatThePreparedOneAwaitsIsAwaited()
{
    MessageFacts waiting = facts(prepared());
    waiting.now = start + Millis(26'900);
    QCOMPARE(told(waiting), "prepare, prepare answer, awaited submit, gap 1, awaited checkback");
    QCOMPARE(stepOf(waiting, "awaited submit").known, Known::Awaited);
    QCOMPARE(stepOf(waiting, "gap 1").known, Known::Awaited);
    QCOMPARE(stepOf(waiting, "gap 1").label, u"in 8.1 s · if no submit comes"_s);
}

void TestMessageSequence::whatIsDueNowHasNoGap()
{
    MessageFacts due = facts(prepared());
    due.now = start + Millis(35'000);
    QCOMPARE(told(due), "prepare, prepare answer, awaited submit, awaited checkback");
}

void TestMessageSequence::aCommitIsKnownFromItsRowBeforeTheSubmit()
{
    const MessageFacts crashed = facts(prepared(), {}, {debit()});
    QCOMPARE(stepOf(crashed, "commit").known, Known::Seen);
    QCOMPARE(stepOf(crashed, "commit").note, u"user 1 −30.00"_s);
    QCOMPARE(stepOf(facts(prepared()), "commit").id, "missing: commit");
}

void TestMessageSequence::withoutARowASubmitImpliesTheCommit()
{
    QCOMPARE(stepOf(facts(submitted()), "commit").known, Known::Implied);
}

void TestMessageSequence::aFenceIsWrittenByTheCheckbackThatFails()
{
    Message message = prepared();
    message.state = State::Failed;
    message.finishedAt = start + Millis(35'010);
    BarrierFact fence = debit();
    fence.reason = "rollback";
    const MessageFacts fenced = facts(message, {attempt(1, "00", Millis(35'001), Verdict::Failure, 409)}, {fence});
    QCOMPARE(told(fenced), "prepare, prepare answer, gap 1, call 1, look-up 1, answer 1, state 1");
    QCOMPARE(stepOf(fenced, "look-up 1").label, u"fence"_s);
    QCOMPARE(stepOf(fenced, "look-up 1").known, Known::Seen);
    QCOMPARE(stepOf(fenced, "state 1").state, theme::State::Failed);
}

void TestMessageSequence::anUnfinishedRetryAwaitsTheNextTry()
{
    Message message = submitted();
    message.failuresInRow = 1;
    message.dueAt = start + Millis(68'100);
    const MessageFacts retried = facts(message, {attempt(1, "01", Millis(20), Verdict::Unknown, 500)});
    QVERIFY2(told(retried).endsWith("call 1, answer 1, state 2, gap 1, awaited 01"), told(retried));
    QCOMPARE(stepOf(retried, "gap 1").label, u"in 8.1 s · back-off"_s);
    QCOMPARE(stepOf(retried, "awaited 01").label, u"SagaBTransIn · try 2"_s);
}

void TestMessageSequence::aStalledMessageSaysSo()
{
    Message message = submitted();
    message.failuresInRow = 10;
    message.stalled = true;
    const MessageFacts stalled = facts(message, {attempt(1, "01", Millis(20), Verdict::Failure, 409)});
    QCOMPARE(stepOf(stalled, "state 3").state, theme::State::Stalled);
}

void TestMessageSequence::aLostAnswerIsNoArrowHome()
{
    Attempt silent = attempt(1, "01", Millis(20), Verdict::Unknown, 0, Millis(3000));
    silent.error = "timed out";
    const MessageFacts lost = facts(submitted(), {silent});
    const Step answer = stepOf(lost, "answer 1");
    QCOMPARE(answer.kind, Step::Kind::LostAnswer);
    QCOMPARE(answer.verdict, theme::Verdict::TimedOut);
    QCOMPARE(stepOf(lost, "gap 1").label, u"3.0 s · no answer yet"_s);
    QVERIFY2(answer.detail.contains(u"timed out"_s), qPrintable(answer.detail));
}

void TestMessageSequence::aSecondDeliveryFindsTheRow()
{
    Message message = succeeded();
    const MessageFacts twice = facts(
        message,
        {attempt(1, "01", Millis(20), Verdict::Unknown, 0), attempt(2, "01", Millis(10'020), Verdict::Success, 200)},
        {debit(), credit(Millis(0))});
    QCOMPARE(stepOf(twice, "delivery 1").note, u"user 2 +30.00"_s);
    QCOMPARE(stepOf(twice, "delivery 2").label, u"row is there"_s);
    QVERIFY(stepOf(twice, "delivery 2").note.isEmpty());
}

void TestMessageSequence::concurrentCallsOverlap()
{
    const MessageFacts both = facts(submitted(2),
                                    {attempt(1, "01", Millis(20), Verdict::Unknown, 500, Millis(50)),
                                     attempt(2, "02", Millis(21), Verdict::Success, 200, Millis(5))});
    const QByteArray order = told(both);
    QVERIFY2(order.contains("call 1, call 2, answer 2, answer 1"), order);
    QCOMPARE(stepOf(both, "call 2").label, u"02 SagaBTransIn"_s);
}

void TestMessageSequence::ofManyOpenBranchesSomeAreCounted()
{
    Message message = submitted(10);
    core::message::Content content = *message.content;
    content.options.concurrent = true;
    message.content = std::make_shared<core::message::Content>(content);
    QVERIFY2(told(facts(message)).endsWith("awaited 01, awaited 02, awaited 03, awaited more"), told(facts(message)));
    QVERIFY(stepOf(facts(message), "awaited more").label.contains(u"7"_s));
}

void TestMessageSequence::ofVeryManyCallsTheMiddleIsLeftOut()
{
    QList<Attempt> all;
    for (int i = 1; i <= 3000; ++i)
        all << attempt(i, "01", Millis(1000 * i), Verdict::Unknown, 500);
    const Sequence sequence = diagram::messageSequence(facts(submitted(), all));
    QVERIFY(sequence.steps.size() < 1000);
    QVERIFY(sequence.indexOf("call 1") >= 0 && sequence.indexOf("call 3000") >= 0);
    QCOMPARE(sequence.indexOf("call 1500"), -1);
    const Step &fold = sequence.steps.at(sequence.indexOf("fold"));
    QCOMPARE(fold.kind, Step::Kind::Gap);
    QVERIFY2(fold.label.contains(u"2,800"_s), qPrintable(fold.label));
    QCOMPARE(sequence.steps.at(sequence.indexOf("call 3000")).label, u"SagaBTransIn · try 3000"_s);
}

void TestMessageSequence::anAbortComesFromTheSender()
{
    Message message = prepared();
    message.state = State::Failed;
    message.finishedAt = start + Millis(15);
    QCOMPARE(told(facts(message)), "prepare, prepare answer, abort, abort answer, state 1");
}

void TestMessageSequence::aPersonsStopKeepsItsReason()
{
    Message message = submitted();
    message.state = State::Failed;
    message.overridden = true;
    message.reason = "the receiver is closed";
    message.finishedAt = start + Millis(5000);
    const MessageFacts stopped = facts(message);
    QVERIFY2(told(stopped).endsWith("gap 1, state 2"), told(stopped));
    QVERIFY(stepOf(stopped, "state 2").detail.contains(u"the receiver is closed"_s));
    QCOMPARE(diagram::messageSequence(stopped).indexOf("abort"), -1);
}

void TestMessageSequence::idsAreUniqueAndStayAsItGrows()
{
    const Sequence whole = diagram::messageSequence(crashedSender());
    QSet<QByteArray> ids;
    for (const Step &step : whole.steps)
        ids.insert(step.id);
    QCOMPARE(ids.size(), whole.steps.size());
    MessageFacts earlier = crashedSender();
    earlier.attempts.removeLast();
    earlier.barrierRows.removeLast();
    earlier.message.state = State::Submitted;
    const Sequence before = diagram::messageSequence(earlier);
    for (int i = 0; i <= before.indexOf("answer 2"); ++i)
        QCOMPARE(before.steps.at(i).id, whole.steps.at(i).id);
}

void TestMessageSequence::clocksThatDisagreeGiveNoNegativeTimes()
{
    const MessageFacts early = facts(submitted(), {attempt(1, "01", Millis(-500), Verdict::Success, 200)});
    QCOMPARE(stepOf(early, "call 1").at, Millis(0));
}

void TestMessageSequence::timesReadInTheirUnits_data()
{
    QTest::addColumn<int>("millis");
    QTest::addColumn<QString>("text");
    QTest::newRow("start") << 0 << u"0.000"_s;
    QTest::newRow("millis") << 4 << u"0.004"_s;
    QTest::newRow("seconds") << 45'311 << u"45.311"_s;
    QTest::newRow("below ten minutes") << 599'999 << u"599.999"_s;
    QTest::newRow("ten minutes") << 600'000 << u"0:10:00"_s;
    QTest::newRow("days") << 200'000'000 << u"55:33:20"_s;
}

void TestMessageSequence::timesReadInTheirUnits()
{
    QFETCH(int, millis);
    QTEST(diagram::SequenceWords::time(Millis(millis)), "text");
}

void TestMessageSequence::aUrlIsCalledByItsLastPart_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("name");
    QTest::newRow("path") << QByteArray("http://b/api/busi/TransIn") << u"TransIn"_s;
    QTest::newRow("query") << QByteArray("http://b/TransIn?x=/y") << u"TransIn"_s;
    QTest::newRow("slash at the end") << QByteArray("http://b/TransIn/") << u"TransIn"_s;
    QTest::newRow("topic") << QByteArray("topic://orders") << u"orders"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("slashes alone") << QByteArray("//") << QString();
}

void TestMessageSequence::aUrlIsCalledByItsLastPart()
{
    QFETCH(QByteArray, url);
    QTEST(diagram::urlName(url), "name");
}

void TestMessageSequence::theTableHasEveryStep()
{
    const Sequence sequence = diagram::messageSequence(crashedSender());
    diagram::StepsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSequence(sequence);
    QCOMPARE(model.rowCount(), int(sequence.steps.size()));
    const auto text = [&](const QByteArray &id, diagram::StepsModel::Column column) {
        return model.index(sequence.indexOf(id), int(column)).data().toString();
    };
    using Column = diagram::StepsModel::Column;
    QCOMPARE(text("call 1", Column::Time), u"35.001"_s);
    QCOMPARE(text("call 1", Column::From), u"TM"_s);
    QCOMPARE(text("call 1", Column::To), u"AP"_s);
    QCOMPARE(text("gap 1", Column::Event), u"35.0 s · no submit"_s);
    QCOMPARE(text("answer 2", Column::Event), u"answer: 500 unknown"_s);
    QCOMPARE(text("state 3", Column::Event), u"state: Succeed"_s);
    QVERIFY(text("delivery 3", Column::Detail).contains(u"user 2 +30.00"_s));
}

void TestMessageSequence::theTableGrowsWithoutAReset()
{
    diagram::StepsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setSequence(diagram::messageSequence(facts(prepared())));
    model.setSequence(diagram::messageSequence(crashedSender()));
    model.setSequence(diagram::messageSequence(facts(prepared())));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(resets.size(), 0);
}

void TestMessageSequence::aSentenceSaysItAll()
{
    const Sequence sequence = diagram::messageSequence(crashedSender());
    const auto sentence = [&](const QByteArray &id) {
        return diagram::SequenceWords::sentence(sequence, sequence.steps.at(sequence.indexOf(id)));
    };
    QCOMPARE(sentence("answer 2"), u"35.020 · RM answers TM: 500 unknown · after 8 ms"_s);
    QCOMPARE(sentence("delivery 3"),
             u"RM calls Bank B: barrier row · user 2 +30.00 · Applied at the receiver, once."_s);
    QCOMPARE(sentence("state 3"), u"45.311 · The message is now: Succeed"_s);
}

QTEST_MAIN(TestMessageSequence)
#include "tst_messagesequence.moc"
